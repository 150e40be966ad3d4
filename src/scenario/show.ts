/** Engine values in the words and names of files: what traces print, and what EXPECT is compared with. */
import { type ServerId, sortedMap } from '../base/index.ts';
import type { Machine } from '../kv/index.ts';
import type { Configuration, Entry, Operation, SnapshotData } from '../raft/index.ts';
import { type Answer, isRedirect } from '../sim/index.ts';

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };
export type JsonMap = { readonly [key: string]: Json };

export type Names = readonly string[];

/** The name of a server; null where there is none. */
export const nameAt = (names: Names, id: ServerId | null): string | null =>
  id === null ? null : (names[id] as string);
/** The names of these servers, in the order of the ids. */
export const namesAt = (names: Names, ids: readonly ServerId[]): readonly string[] =>
  ids.map((id) => names[id] as string);

/** A map with one key, own even where it is called `__proto__`. */
const oneKey = (key: string, value: Json): JsonMap => Object.fromEntries([[key, value]]);

export function showOperation(operation: Operation): JsonMap {
  switch (operation.type) {
    case 'set':
      return { set: oneKey(operation.key, operation.value) };
    case 'cas':
      return { cas: oneKey(operation.key, [operation.expected, operation.value]) };
    case 'get':
    case 'delete':
    case 'incr':
      return { [operation.type]: operation.key };
  }
}

export const showConfiguration = ({ voters, outgoing }: Configuration, names: Names): Json =>
  outgoing === null
    ? namesAt(names, voters)
    : { old: namesAt(names, outgoing), new: namesAt(names, voters) };

export const showLearners = ({ learners }: Configuration, names: Names): JsonMap =>
  learners.length === 0 ? {} : { learners: namesAt(names, learners) };

/** An entry's keys are its content, the same on all servers. */
function showEntry({ term, payload }: Entry, names: Names): JsonMap {
  switch (payload.type) {
    case 'noop':
      return { term, noop: true };
    case 'command':
      return { term, ...showOperation(payload.command.operation) };
    case 'config': {
      const { configuration } = payload;
      const config = showConfiguration(configuration, names);
      return { term, config, ...showLearners(configuration, names) };
    }
  }
}

export const showEntries = (entries: readonly Entry[], first: number, names: Names): Json =>
  entries.map((entry, place) => ({ index: first + place, ...showEntry(entry, names) }));

/** The state machine inside a snapshot. */
export function showSnapshotData(data: SnapshotData): JsonMap {
  const { data: kv, sessions } = data as Machine;
  const shown = sortedMap
    .entries(sessions)
    .map(([client, { serial, outcome, ...used }]): [string, Json] => [
      client,
      { serial, ...outcome, ...used },
    ]);
  return {
    kv: Object.fromEntries(sortedMap.entries(kv)),
    sessions: Object.fromEntries(shown),
  };
}

export function showAnswer(answer: Answer, names: Names): JsonMap {
  if (isRedirect(answer)) return { ok: false, redirect: nameAt(names, answer.redirect) };
  const { ok, value, expired } = answer;
  return {
    ok,
    ...(value === undefined ? {} : { value }),
    ...(expired === undefined ? {} : { expired }),
  };
}
