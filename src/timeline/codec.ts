/** Runs as text, to keep, copy and paste; what comes back may be anything, and is believed only after a look. */
import { fail, ok, type Result } from '../base/index.ts';
import { engineVersion, type Run } from './run.ts';

export type RunError = 'notARun' | 'otherVersion';

/** The run as JSON. */
export const encodeRun = (run: Run): string => JSON.stringify(run);

/** The run that a text holds. Whether its commands can be given shows when it is played. */
export function decodeRun(text: string): Result<Run, RunError> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('notARun');
  }
  if (!isRun(value)) return fail('notARun');
  return value.version === engineVersion ? ok(value) : fail('otherVersion');
}

function isRun(value: unknown): value is Run {
  if (!isRecord(value) || typeof value.version !== 'number' || !isRecord(value.setup)) return false;
  const { names, seed, options } = value.setup;
  const isSetup =
    Array.isArray(names) && names.length > 0 && typeof seed === 'number' && isRecord(options);
  return isSetup && Array.isArray(value.commands) && value.commands.every(isGiven);
}

function isGiven(value: unknown): boolean {
  if (!isRecord(value) || typeof value.seq !== 'number' || typeof value.time !== 'number')
    return false;
  return isRecord(value.command) && typeof value.command.type === 'string';
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
