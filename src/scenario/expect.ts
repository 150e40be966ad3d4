/** EXPECT, looked at: each part that does not hold gives what was expected and what is. */

import type { ServerId } from '../base/index.ts';
import type { Checks } from '../check/index.ts';
import { clientOf, inFlight, leaderOf, type World } from '../sim/index.ts';
import type {
  CountExpect,
  Expect,
  ExpectParts,
  MessagePattern,
  ServerExpect,
  Wanted,
} from './file.ts';
import * as match from './match.ts';
import { atItem, atKey } from './path.ts';
import { allFit, fits } from './patterns.ts';
import { type Json, showAnswer } from './show.ts';
import { showMessage } from './showMessages.ts';
import { type StateField, showField } from './showState.ts';
import type { Tallies } from './tallies.ts';

/** What an expectation looks at. */
export interface View {
  readonly world: World;
  readonly tallies: Tallies;
  readonly checks: Checks;
  /** Place of the counter of each pattern that is counted. */
  readonly counters: ReadonlyMap<MessagePattern, number>;
}

export interface Mismatch {
  readonly path: string;
  readonly expected: Json;
  /** Null where there is no such thing. */
  readonly actual: Json;
}

const none: readonly Mismatch[] = [];

/** What does not hold; nothing: all of it holds. */
export const mismatches = (expect: Expect, view: View, path: string): readonly Mismatch[] =>
  Object.entries(expect).flatMap(([key, wanted]) => {
    const here = atKey(path, key);
    const part = Object.hasOwn(parts, key) ? (parts[key as keyof Parts] as Part<unknown>) : null;
    return part !== null
      ? part(wanted, view, here)
      : serverMismatches(wanted as ServerExpect, key, view, here);
  });

const holds = (expect: Expect, view: View): boolean => mismatches(expect, view, '').length === 0;

/** The properties that an expectation which holds declares as broken. */
export function declared(expect: Expect, view: View): readonly string[] {
  const { violations = [], oneOf = [] } = expect as ExpectParts;
  const inside = oneOf.filter((other) => holds(other, view));
  return [...violations, ...inside.flatMap((other) => declared(other, view))];
}

/** Whether an expectation counts elections, which starts that count anew. */
export function countsLeaderChanges(expect: Expect): boolean {
  const { count, oneOf = [], not } = expect as ExpectParts;
  return (
    [count ?? []].flat().some(({ leaderChanges }) => leaderChanges) ||
    [...oneOf, ...(not === undefined ? [] : [not])].some(countsLeaderChanges)
  );
}

/** Every message pattern that an expectation counts. */
export function countedPatterns(expect: Expect): readonly MessagePattern[] {
  const { count, oneOf = [], not } = expect as ExpectParts;
  return [
    ...[count ?? []].flat().flatMap(({ messages }) => (messages === undefined ? [] : [messages])),
    ...[...oneOf, ...(not === undefined ? [] : [not])].flatMap(countedPatterns),
  ];
}

const matches = {
  role: match.same,
  running: match.same,
  currentTerm: match.number,
  votedFor: match.same,
  log: match.log,
  commitIndex: match.number,
  lastApplied: match.number,
  leader: match.same,
  kv: match.same,
  config: match.configuration,
  nextIndex: match.byKeys(match.number),
  matchIndex: match.byKeys(match.number),
  learners: match.sameSet,
  votesGranted: match.sameSet,
  snapshot: match.snapshot,
  durable: match.durable,
} as const satisfies { readonly [Field in StateField]: match.Match<never> };

function serverMismatches(
  wanted: ServerExpect,
  name: string,
  { world }: View,
  path: string,
): readonly Mismatch[] {
  const id = world.setup.names.indexOf(name);
  return Object.entries(wanted).flatMap(([field, value]) => {
    const actual = showField(world, id, field as StateField);
    return (matches[field as StateField] as match.Match<unknown>)(value, actual)
      ? none
      : [{ path: atKey(path, field), expected: value as Json, actual: actual ?? null }];
  });
}

type Part<W> = (wanted: W, view: View, path: string) => readonly Mismatch[];
type Parts = {
  readonly [K in keyof ExpectParts]-?: Part<Exclude<ExpectParts[K], undefined>>;
};

const unless = (
  isMet: boolean,
  path: string,
  expected: unknown,
  actual: Json,
): readonly Mismatch[] => (isMet ? none : [{ path, expected: expected as Json, actual }]);

const namesOf = ({ world }: View, ids: Iterable<ServerId>): readonly string[] =>
  [...ids].sort((a, b) => a - b).map((id) => world.setup.names[id] as string);

const countMismatches: Part<CountExpect> = (wanted, view, path) => {
  const { tallies, counters } = view;
  const { messages, is, atLeast, atMost } = wanted;
  const actual =
    messages === undefined
      ? tallies.leaderChanges - tallies.countedChanges
      : (tallies.sent[counters.get(messages) ?? -1] ?? 0);
  const bounds: Wanted = {
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(atMost === undefined ? {} : { atMost }),
  };
  const isMet = (is === undefined || match.number(is, actual)) && match.number(bounds, actual);
  const { messages: _messages, leaderChanges: _changes, ...expected } = wanted;
  return unless(isMet, path, 'is' in expected && is !== undefined ? is : expected, actual);
};

const parts: Parts = {
  leader: (wanted, { world }, path) => {
    const id = leaderOf(world);
    const actual = id === null ? null : (world.setup.names[id] as string);
    return unless(actual === wanted, path, wanted, actual);
  },
  leaders: (wanted, view, path) =>
    Object.entries(wanted).flatMap(([term, names]) => {
      const actual = namesOf(view, view.tallies.leaders.get(Number(term)) ?? []);
      return unless(match.sameSet(names, actual), atKey(path, term), names, actual);
    }),
  votes: (wanted, view, path) =>
    Object.entries(wanted).flatMap(([term, candidates]) =>
      Object.entries(candidates).flatMap(([candidate, names]) => {
        const id = view.world.setup.names.indexOf(candidate);
        const actual = namesOf(view, view.tallies.votes.get(Number(term))?.get(id) ?? []);
        const here = atKey(atKey(path, term), candidate);
        return unless(match.sameSet(names, actual), here, names, actual);
      }),
    ),
  inFlight: (wanted, { world }, path) => {
    const { names } = world.setup;
    const there = inFlight(world);
    const patterns = wanted.map((pattern) => fits(pattern, names));
    const isMet = wanted.length === 0 ? there.length === 0 : allFit(patterns, there);
    return isMet
      ? none
      : unless(
          false,
          path,
          wanted,
          there.map((envelope) => showMessage(envelope, names)),
        );
  },
  replies: (wanted, { world }, path) =>
    Object.entries(wanted).flatMap(([client, answers]) => {
      const { buffer, length } = clientOf(world, client).replies;
      const actual = buffer.slice(0, length).map((answer) => showAnswer(answer, world.setup.names));
      const isMet =
        answers.length === length &&
        answers.every((answer, place) => match.byKeys(match.same)(answer, actual[place]));
      return unless(isMet, atKey(path, client), answers, actual);
    }),
  pending: (wanted, { world }, path) =>
    Object.entries(wanted).flatMap(([client, isPending]) => {
      const actual = clientOf(world, client).pending !== null;
      return unless(actual === isPending, atKey(path, client), isPending, actual);
    }),
  count: (wanted, view, path) =>
    'length' in wanted
      ? wanted.flatMap((one, place) => countMismatches(one, view, atItem(path, place)))
      : countMismatches(wanted, view, path),
  violations: (wanted, { checks }, path) => {
    const actual = checks.violations.map(({ property }) => property);
    return unless(match.sameSet(wanted, actual), path, wanted, actual);
  },
  oneOf: (wanted, view, path) => {
    const tried = wanted.map((expect, place) => mismatches(expect, view, atItem(path, place)));
    if (tried.some((wrong) => wrong.length === 0)) return none;
    return [{ path, expected: wanted as unknown as Json, actual: tried as unknown as Json }];
  },
  not: (wanted, view, path) =>
    unless(
      !holds(wanted, view),
      path,
      { not: wanted as unknown as Json },
      wanted as unknown as Json,
    ),
};
