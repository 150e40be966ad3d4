/** Runs as text, to keep, copy and paste; what comes back may be anything, and is believed only after a look. */
import { fail, ok, type Result } from '../base/index.ts';
import { commandJudge, isSetup, paperOptions } from '../sim/index.ts';
import { engineVersion, type Given, type Run } from './run.ts';

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
  if (!isRecord(value) || typeof value.version !== 'number') return fail('notARun');
  if (value.version !== engineVersion) return fail('otherVersion');
  const run = soundRun(value.version, value.setup, value.commands);
  return run === null ? fail('notARun') : ok(run);
}

/** A run of these parts, if it can be played; an option that its version did not know has its usual value. */
export function soundRun(version: number, setup: unknown, commands: unknown): Run | null {
  if (!isRecord(setup) || !isRecord(setup.options)) return null;
  const whole = { ...setup, options: { ...paperOptions, ...setup.options } };
  if (!isSetup(whole) || !Array.isArray(commands)) return null;
  const isCommand = commandJudge(whole.names.length);
  const given = commands.map(withWholeOptions);
  return given.every((one) => isGiven(one, isCommand))
    ? { version, setup: whole, commands: given as Given[] }
    : null;
}

function withWholeOptions(given: unknown): unknown {
  if (!isRecord(given) || !isRecord(given.command) || !isRecord(given.command.options))
    return given;
  const options = { ...paperOptions, ...given.command.options };
  return { ...given, command: { ...given.command, options } };
}

function isGiven(value: unknown, isCommand: (value: unknown) => boolean): boolean {
  if (!isRecord(value)) return false;
  const { seq, time, command } = value;
  return isCount(seq) && Number.isFinite(time) && Number(time) >= 0 && isCommand(command);
}

const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
