/** The replicated state machine: string keys and values, and for each client what it was last answered (§8). */
import { type SortedMap, sortedMap } from '../base/index.ts';
import type { Command, Operation, Payload } from '../raft/index.ts';
import { type Expiry, isGone, type Outcome, remember, type Sessions, touch } from './sessions.ts';

export interface Machine {
  readonly data: SortedMap<string>;
  readonly sessions: Sessions;
}

/** No keys, no clients. */
export const emptyMachine: Machine = { data: null, sessions: null };

export interface Applied {
  readonly machine: Machine;
  /** Null for entries that no client asked for. */
  readonly outcome: Outcome | null;
}

/**
 * The machine after one entry. With `exactlyOnce` a command that was executed before is only answered again, and
 * `expiry` says when sessions expire; null: never.
 */
export function apply(
  machine: Machine,
  payload: Payload,
  exactlyOnce: boolean,
  expiry: Expiry | null = null,
): Applied {
  if (payload.type !== 'command') return { machine, outcome: null };
  const { command } = payload;
  const known = exactlyOnce ? answered(machine, command) : null;
  // §8: a command whose serial was executed already responds at once, without executing again.
  if (known !== null) return { machine: used(machine, command, expiry), outcome: known };
  const { data, outcome } = execute(machine.data, command.operation);
  const sessions =
    command.clientId === null
      ? machine.sessions
      : remember(machine.sessions, command.clientId, { serial: command.serial, outcome }, expiry);
  return { machine: { data, sessions }, outcome };
}

function used(machine: Machine, command: Command, expiry: Expiry | null): Machine {
  const sessions = touch(machine.sessions, command, expiry);
  return sessions === machine.sessions ? machine : { data: machine.data, sessions };
}

/** What this command was answered, where it has been executed, or will not be any more; null otherwise. */
export function answered(machine: Machine, { clientId, serial }: Command): Outcome | null {
  if (clientId === null) return null;
  const session = sortedMap.get(machine.sessions, clientId);
  // Thesis §6.3: without a record of the session the command is not processed, for it may have been before.
  if (session !== undefined && isGone(session)) return session.outcome;
  return session !== undefined && session.serial >= serial ? session.outcome : null;
}

/** What a read gives, without an entry in the log; the machine stays as it is. */
export const readFrom = ({ data }: Machine, operation: Operation): Outcome =>
  execute(data, operation).outcome;

interface Executed {
  readonly data: SortedMap<string>;
  readonly outcome: Outcome;
}

const done: Outcome = { ok: true };

type Execute<O> = (data: SortedMap<string>, operation: O) => Executed;
type Executors = {
  readonly [Type in Operation['type']]: Execute<Extract<Operation, { type: Type }>>;
};

const executors: Executors = {
  set: (data, { key, value }) => ({ data: sortedMap.set(data, key, value), outcome: done }),
  get: (data, { key }) => ({ data, outcome: { ok: true, value: valueAt(data, key) } }),
  delete: (data, { key }) => ({ data: sortedMap.remove(data, key), outcome: done }),
  cas: (data, { key, expected, value }) => {
    const current = valueAt(data, key);
    if (current !== expected) return { data, outcome: { ok: false, value: current } };
    return { data: sortedMap.set(data, key, value), outcome: done };
  },
  incr: (data, { key }) => {
    const current = valueAt(data, key);
    if (current !== null && !/^[+-]?\d+$/.test(current))
      return { data, outcome: { ok: false, value: current } };
    const value = (BigInt(current?.replace('+', '') ?? 0) + 1n).toString();
    return { data: sortedMap.set(data, key, value), outcome: { ok: true, value } };
  },
};

const valueAt = (data: SortedMap<string>, key: string): string | null =>
  sortedMap.get(data, key) ?? null;

function execute(data: SortedMap<string>, operation: Operation): Executed {
  return (executors[operation.type] as Execute<Operation>)(data, operation);
}
