/** Options, profiles and rules: the conditions of a run, as a file writes them. */
import * as v from 'valibot';
import { switchNames } from '../../raft/index.ts';
import { splitLink } from '../links.ts';
import { plainKey } from '../safeKey.ts';
import {
  type About,
  delayMs,
  intervalMs,
  listOf,
  mapOf,
  mapWith,
  oneOf,
  rangeOf,
  rate,
  say,
  serverKey,
  whole,
  yesNo,
} from './pieces.ts';

const onTheWay = () => ({
  latencyMs: v.exactOptional(rangeOf(delayMs)),
  lossRate: v.exactOptional(rate),
  duplicateRate: v.exactOptional(rate),
});

/** How fast a clock runs; 1 is true time, and none stands still. */
const clockRate = intervalMs;

/** What each server may play in its own way. */
const perServer = () => ({
  electionTimeoutMs: v.exactOptional(rangeOf(intervalMs)),
  heartbeatIntervalMs: v.exactOptional(intervalMs),
  ...onTheWay(),
  maxEntriesPerAppend: v.exactOptional(whole(1)),
  noop: v.exactOptional(yesNo),
  preVote: v.exactOptional(yesNo),
  checkQuorum: v.exactOptional(yesNo),
  leaderStickiness: v.exactOptional(yesNo),
  backtracking: v.exactOptional(oneOf(['decrement', 'binarySearch', 'conflictTerm'])),
  retryRejectedAtOnce: v.exactOptional(yesNo),
  reads: v.exactOptional(oneOf(['log', 'readIndex', 'lease', 'local'])),
  membership: v.exactOptional(oneOf(['joint', 'single'])),
  snapshotEvery: v.exactOptional(v.nullable(whole(1))),
  diskLatencyMs: v.exactOptional(delayMs),
  sessions: v.exactOptional(yesNo),
  clientTimeoutMs: v.exactOptional(intervalMs),
  clientLatencyMs: v.exactOptional(delayMs),
});

const oneServer = () => mapWith({ ...perServer(), clockRate: v.exactOptional(clockRate) });

const linkKey = ({ names }: About) =>
  v.pipe(
    v.string(),
    v.check(
      (key) => names === null || splitLink(plainKey(key), names) !== null,
      say('unknownLink', ...(names ?? [])),
    ),
  );

const forAll = (about: About) => ({
  ...perServer(),
  links: v.exactOptional(mapOf(linkKey(about), mapWith(onTheWay()))),
  servers: v.exactOptional(mapOf(serverKey(about), oneServer())),
  clockRate: v.exactOptional(mapOf(serverKey(about), clockRate)),
});

/** Every option is optional: what is absent is as the profile says. */
export const options = (about: About) =>
  mapWith({ ...forAll(about), sessionLimit: v.exactOptional(v.nullable(whole(1))) });

/** The options that may change in a run. When a session expires, servers agree on from the start (Thesis §6.3). */
export const changedOptions = (about: About) => mapWith(forAll(about));

export const profile = oneOf(['paper', 'seed', 'production']);

export const rulesOff = listOf(oneOf(switchNames));
