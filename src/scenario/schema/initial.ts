/** What one server starts with: any part of its state, as far as the parts can be together. */
import * as v from 'valibot';
import { configuration, keyValues, learners, log, sessions } from './entries.ts';
import {
  type About,
  listOf,
  mapOf,
  mapWith,
  oneOf,
  say,
  serverKey,
  serverName,
  whole,
  yesNo,
} from './pieces.ts';

const roles = ['follower', 'preCandidate', 'candidate', 'leader', 'learner'] as const;

const snapshot = (about: About) =>
  mapWith({
    lastIndex: whole(1),
    lastTerm: whole(0),
    kv: v.exactOptional(keyValues),
    sessions: v.exactOptional(sessions),
    config: v.exactOptional(configuration(about)),
    learners: v.exactOptional(learners(about)),
  });

/** The state of one server at time 0. */
export const initialServer = (about: About) => {
  const server = serverName(about);
  const perServer = (least: number) => v.exactOptional(mapOf(serverKey(about), whole(least)));
  return v.pipe(
    mapWith({
      role: v.exactOptional(oneOf(roles)),
      running: v.exactOptional(yesNo),
      currentTerm: v.exactOptional(whole(0)),
      votedFor: v.exactOptional(v.nullable(server)),
      log: v.exactOptional(log(about)),
      commitIndex: v.exactOptional(whole(0)),
      lastApplied: v.exactOptional(whole(0)),
      leader: v.exactOptional(v.nullable(server)),
      kv: v.exactOptional(keyValues),
      config: v.exactOptional(configuration(about)),
      learners: v.exactOptional(learners(about)),
      snapshot: v.exactOptional(v.nullable(snapshot(about))),
      nextIndex: perServer(1),
      matchIndex: perServer(0),
      votesGranted: v.exactOptional(listOf(server)),
    }),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const input: Given = dataset.value;
      for (const [key, problem] of impossible(input))
        addIssue({
          message: say(problem),
          path: [{ type: 'object', origin: 'value', input: { ...input }, key, value: input[key] }],
        });
    }),
  );
};

interface Given {
  readonly role?: string;
  readonly log?: readonly unknown[];
  readonly commitIndex?: number;
  readonly lastApplied?: number;
  readonly config?: unknown;
  readonly learners?: readonly string[];
  readonly snapshot?: { readonly lastIndex: number } | null;
  readonly nextIndex?: Readonly<Record<string, number>>;
  readonly matchIndex?: Readonly<Record<string, number>>;
  readonly votesGranted?: readonly string[];
}

type Impossible = readonly [
  keyof Given,
  (
    | 'beyondLog'
    | 'beforeSnapshot'
    | 'appliedBeyondCommit'
    | 'notForRole'
    | 'matchBeyondNext'
    | 'votesToo'
  ),
];

const impossible = (given: Given): readonly Impossible[] => [
  ...impossibleIndexes(given),
  ...impossibleInRole(given),
];

function impossibleIndexes(given: Given): readonly Impossible[] {
  const compacted = given.snapshot?.lastIndex ?? 0;
  const last = compacted + (given.log?.length ?? 0);
  const { commitIndex = compacted, lastApplied = commitIndex, nextIndex, matchIndex } = given;
  const found: Impossible[] = [];
  if (commitIndex > last) found.push(['commitIndex', 'beyondLog']);
  if (commitIndex < compacted) found.push(['commitIndex', 'beforeSnapshot']);
  if (lastApplied > commitIndex) found.push(['lastApplied', 'appliedBeyondCommit']);
  if (lastApplied < compacted && commitIndex >= compacted)
    found.push(['lastApplied', 'beforeSnapshot']);
  const isAhead = Object.entries(matchIndex ?? {}).some(
    ([name, index]) => index >= (nextIndex?.[name] ?? last + 1),
  );
  if (isAhead) found.push(['matchIndex', 'matchBeyondNext']);
  return found;
}

function impossibleInRole(given: Given): readonly Impossible[] {
  const { role, nextIndex, matchIndex, votesGranted, learners: without = [] } = given;
  const found: Impossible[] = [];
  if (role !== 'leader' && nextIndex !== undefined) found.push(['nextIndex', 'notForRole']);
  if (role !== 'leader' && matchIndex !== undefined) found.push(['matchIndex', 'notForRole']);
  const asks = role === 'candidate' || role === 'preCandidate';
  if (!asks && votesGranted !== undefined) found.push(['votesGranted', 'notForRole']);
  const voters = votersIn(given.config);
  if (without.some((name) => voters.includes(name))) found.push(['learners', 'votesToo']);
  return found;
}

const votersIn = (config: unknown): readonly unknown[] =>
  Array.isArray(config) ? config : Object.values(config ?? {}).flat();
