/** Options, profiles and rules: the conditions of a run, as a file writes them. */
import * as v from 'valibot';
import { switchNames } from '../../raft/index.ts';
import { splitLink } from '../links.ts';
import { plainKey } from '../safeKey.ts';
import {
  type About,
  delayMs,
  intervalMs,
  mapOf,
  mapWith,
  notYet,
  oneOf,
  rangeOf,
  rate,
  say,
  serverKey,
  whole,
  yesNo,
} from './pieces.ts';

const off = (on: boolean): boolean => !on;

const onTheWay = () => ({
  latencyMs: v.exactOptional(rangeOf(delayMs)),
  lossRate: v.exactOptional(rate),
  duplicateRate: v.exactOptional(rate),
});

/** What each server may play in its own way. */
const perServer = () => ({
  electionTimeoutMs: v.exactOptional(rangeOf(intervalMs)),
  heartbeatIntervalMs: v.exactOptional(intervalMs),
  ...onTheWay(),
  maxEntriesPerAppend: v.exactOptional(whole(1)),
  noop: v.exactOptional(yesNo),
  preVote: v.exactOptional(notYet(yesNo, off)),
  checkQuorum: v.exactOptional(notYet(yesNo, off)),
  leaderStickiness: v.exactOptional(notYet(yesNo, off)),
  backtracking: v.exactOptional(oneOf(['decrement', 'binarySearch', 'conflictTerm'])),
  retryRejectedAtOnce: v.exactOptional(yesNo),
  reads: v.exactOptional(
    notYet(oneOf(['log', 'readIndex', 'lease', 'local']), (mode) => mode === 'log'),
  ),
  snapshotEvery: v.exactOptional(notYet(v.nullable(whole(1)), (every) => every === null)),
  diskLatencyMs: v.exactOptional(notYet(delayMs, (ms) => ms === 0)),
});

const forAll = {
  sessions: yesNo,
  clientTimeoutMs: intervalMs,
  clientLatencyMs: delayMs,
  membership: notYet(oneOf(['joint', 'single']), (way) => way === 'joint'),
};

const notForOne = v.exactOptional(v.never(say('notPerServer')));

const oneServer = () =>
  mapWith({
    ...perServer(),
    sessions: notForOne,
    clientTimeoutMs: notForOne,
    clientLatencyMs: notForOne,
    membership: notForOne,
  });

const linkKey = ({ names }: About) =>
  v.pipe(
    v.string(),
    v.check(
      (key) => names === null || splitLink(plainKey(key), names) !== null,
      say('unknownLink', ...(names ?? [])),
    ),
  );

/** Every option is optional: what is absent is as the profile says. */
export const options = (about: About) =>
  mapWith({
    ...perServer(),
    sessions: v.exactOptional(forAll.sessions),
    clientTimeoutMs: v.exactOptional(forAll.clientTimeoutMs),
    clientLatencyMs: v.exactOptional(forAll.clientLatencyMs),
    membership: v.exactOptional(forAll.membership),
    links: v.exactOptional(mapOf(linkKey(about), mapWith(onTheWay()))),
    servers: v.exactOptional(mapOf(serverKey(about), oneServer())),
    clockRate: v.exactOptional(
      mapOf(
        serverKey(about),
        notYet(intervalMs, (pace) => pace === 1),
      ),
    ),
  });

export const profile = notYet(
  oneOf(['paper', 'seed', 'production']),
  (name) => name !== 'production',
);

/** Rules of the format that the servers do not know yet. */
const laterSwitches = [
  'commit.majorityOfAll',
  'config.joint',
  'config.ownTermFirst',
  'snapshot.ignoreOlder',
  'read.confirmLeadership',
] as const;
const allSwitches = [...new Set<string>([...switchNames, ...laterSwitches])];

export const rulesOff = v.array(
  notYet(oneOf(allSwitches), (name) => switchNames.some((known) => known === name)),
  say('list'),
);
