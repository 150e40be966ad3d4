/** What the state machine should hold after the entries applied so far, if every command took effect once. */
import { type SortedMap, sortedMap } from '../base/index.ts';
import type { Command, Entry } from '../raft/index.ts';
import { play, type Told, type Value } from './model.ts';

/** A client's last command that has taken effect, and what it gives. */
export interface Effected {
  readonly serial: number;
  readonly told: Told;
}

/** What the state machine should be after an index, every command counted once. */
export interface Expected {
  readonly data: SortedMap<string>;
  /** By client. */
  readonly effected: SortedMap<Effected>;
  /** Null: no session ever expires. */
  readonly lately: Lately | null;
}

/** Whose sessions are kept, the least recently used first (Thesis §6.3); who has an effect and is not here is expired. */
export interface Lately {
  readonly limit: number;
  readonly clients: readonly string[];
}

/** Before the first entry: no keys, no clients. */
export const nothingExpected: Expected = { data: null, effected: null, lately: null };

/** The value expected under a key; null: absent. */
export const valueIn = ({ data }: Expected, key: string): Value => sortedMap.get(data, key) ?? null;

/** What is expected after one more entry. */
export function expectAfter(before: Expected, { payload }: Entry): Expected {
  if (payload.type !== 'command' || isExpired(before, payload.command)) return before;
  const { clientId, serial, operation } = payload.command;
  const lately = usedBy(before, clientId);
  if (isAgain(before, payload.command))
    return lately === before.lately ? before : { ...before, lately };
  const { value, told } = play(valueIn(before, operation.key), operation);
  return {
    data: withValue(before, operation.key, value),
    effected:
      clientId === null
        ? before.effected
        : sortedMap.set(before.effected, clientId, { serial, told }),
    lately,
  };
}

const isExpired = ({ effected, lately }: Expected, { clientId }: Command): boolean =>
  lately !== null &&
  clientId !== null &&
  sortedMap.get(effected, clientId) !== undefined &&
  !lately.clients.includes(clientId);

function usedBy({ lately }: Expected, clientId: string | null): Lately | null {
  if (lately === null || clientId === null) return lately;
  const clients = [...lately.clients.filter((other) => other !== clientId), clientId];
  return { limit: lately.limit, clients: clients.slice(-lately.limit) };
}

const isAgain = ({ effected }: Expected, { clientId, serial }: Command): boolean =>
  clientId !== null && serial <= (sortedMap.get(effected, clientId)?.serial ?? 0);

function withValue({ data }: Expected, key: string, value: Value): SortedMap<string> {
  if (value === null) return sortedMap.remove(data, key);
  return sortedMap.get(data, key) === value ? data : sortedMap.set(data, key, value);
}
