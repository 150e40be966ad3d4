/** Runs as text, to keep, copy and paste; what comes back may be anything, and is believed only after a look. */
import { fail, ok, type Result } from '../base/index.ts';
import { commandJudge, isSetup, paperOptions } from '../sim/index.ts';
import type { Branch, Tree } from './branches.ts';
import { engineVersion, type Given, type Moment, type Run } from './run.ts';

export type RunError = 'notARun' | 'otherVersion';

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

/** The branches that a text holds; null where it holds none that can be played. */
export function decodeTree(text: string): Tree | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value) || !Array.isArray(value.branches)) return null;
  const branches = value.branches.map(soundBranch);
  const { current, lastId } = value;
  const isWhole = branches.some((branch) => branch?.id === current) && isCount(lastId);
  if (!isWhole || branches.includes(null)) return null;
  return { branches: branches as Branch[], current: Number(current), lastId: Number(lastId) };
}

function soundBranch(value: unknown): Branch | null {
  if (!isRecord(value) || !isRecord(value.run)) return null;
  const { id, name, parent, from, end } = value;
  const run = soundRun(engineVersion, value.run.setup, value.run.commands);
  const isSound =
    run !== null &&
    value.run.version === engineVersion &&
    isCount(id) &&
    (name === null || typeof name === 'string') &&
    (parent === null || isCount(parent)) &&
    isMoment(from) &&
    isMoment(end);
  return isSound
    ? {
        id: Number(id),
        name: name as string | null,
        parent: parent as number | null,
        from: from as Moment,
        run,
        end: end as Moment,
        ...(value.isFixed === true ? { isFixed: true } : {}),
      }
    : null;
}

const isMoment = (value: unknown): boolean =>
  isRecord(value) && isCount(value.seq) && Number.isFinite(value.time) && Number(value.time) >= 0;
