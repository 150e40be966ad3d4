/** Comparing what is with what was expected, by the kind of thing it is. */
import type { Wanted } from './file.ts';
import type { Json } from './show.ts';

/** Whether `actual` is as expected. Undefined: there is no such thing. */
export type Match<W> = (wanted: W, actual: Json | undefined) => boolean;

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A number, or bounds for it. */
export const number: Match<Wanted> = (wanted, actual) => {
  if (typeof actual !== 'number') return false;
  if (typeof wanted === 'number') return actual === wanted;
  const { atLeast = -Infinity, atMost = Infinity } = wanted;
  return atLeast <= actual && actual <= atMost;
};

/** The same value, lists in order, maps with the same keys. */
export const same: Match<unknown> = (wanted, actual) => {
  if (Array.isArray(wanted))
    return (
      Array.isArray(actual) &&
      wanted.length === actual.length &&
      wanted.every((item, place) => same(item, actual[place]))
    );
  if (!isMap(wanted)) return wanted === actual;
  if (!isMap(actual)) return false;
  const keys = Object.keys(wanted);
  return (
    keys.length === Object.keys(actual).length &&
    keys.every((key) => Object.hasOwn(actual, key) && same(wanted[key], actual[key] as Json))
  );
};

/** Lists of servers are compared as sets. */
export const sameSet: Match<readonly string[]> = (wanted, actual) =>
  Array.isArray(actual) &&
  wanted.every((name) => actual.includes(name)) &&
  actual.every((name) => wanted.includes(name as string));

/** Maps are compared by the keys that were named. */
export const byKeys =
  <W>(match: Match<W>): Match<Readonly<Record<string, W>>> =>
  (wanted, actual) =>
    isMap(actual) &&
    Object.entries(wanted).every(([key, value]) =>
      match(value, Object.hasOwn(actual, key) ? (actual[key] as Json) : undefined),
    );

/** A configuration: a set of voters, or both halves of a joint one. */
export const configuration: Match<unknown> = (wanted, actual) =>
  Array.isArray(wanted)
    ? sameSet(wanted, actual)
    : isMap(wanted) &&
      isMap(actual) &&
      sameSet(wanted.old as string[], actual.old as Json) &&
      sameSet(wanted.new as string[], actual.new as Json);

/** Parts by name, each compared in its own way; `undefined` for a part that is not there. */
const byParts =
  (
    parts: Readonly<Record<string, Match<never>>>,
  ): Match<Readonly<Record<string, unknown>> | null> =>
  (wanted, actual) =>
    wanted === null
      ? (actual ?? null) === null
      : isMap(actual) &&
        Object.entries(wanted).every(([key, value]) =>
          ((parts[key] ?? same) as Match<unknown>)(value, actual[key] as Json | undefined),
        );

const sessions: Match<Readonly<Record<string, object>>> = byKeys((wanted: object, actual) =>
  byKeys(same)({ ...wanted }, actual),
);

/** A state machine: all of its keys, and the sessions that were named. */
export const machine = byParts({ kv: same, sessions });

/** Where a snapshot ends, and what is in it; null: there is none. */
export const snapshot = byParts({
  lastIndex: number,
  lastTerm: number,
  kv: same,
  sessions,
  config: configuration,
  learners: (wanted: readonly string[], actual) => sameSet(wanted, actual ?? []),
});

/** What would survive a crash. */
export const durable = byParts({ currentTerm: number, votedFor: same, lastIndex: number });

/** A log, each entry by its term or by all that is said of it. */
export const log: Match<readonly unknown[]> = (wanted, actual) =>
  Array.isArray(actual) &&
  wanted.length === actual.length &&
  wanted.every((entry, place) => sameEntry(entry, actual[place]));

const sameEntry: Match<unknown> = (wanted, actual) => {
  if (!isMap(wanted) || !isMap(actual)) return isMap(actual) && wanted === actual.term;
  return Object.entries(wanted).every(([key, value]) => {
    const there = actual[key] as Json | undefined;
    if (key === 'noop') return there !== undefined;
    if (key === 'learners') return sameSet(value as string[], there ?? []);
    return (key === 'config' ? configuration : same)(value, there);
  });
};
