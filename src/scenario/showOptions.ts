/** The conditions of a run as a file would write them, every option with its value. */
import type { Options, World } from '../sim/index.ts';
import type { Json, JsonMap } from './show.ts';

/** What the servers cannot play yet, at the only value it has. */
const constant = {
  preVote: false,
  checkQuorum: false,
  leaderStickiness: false,
  reads: 'log',
  membership: 'joint',
  snapshotEvery: null,
  clockRate: {},
  diskLatencyMs: 0,
} as const satisfies JsonMap;

/** In the order of the format. */
function showOptions(options: Options, names: readonly string[]): JsonMap {
  return {
    electionTimeoutMs: options.electionTimeoutMs,
    heartbeatIntervalMs: options.heartbeatIntervalMs,
    latencyMs: options.latencyMs,
    lossRate: options.lossRate,
    duplicateRate: options.duplicateRate,
    links: byLink(options.links, names),
    maxEntriesPerAppend: options.maxEntriesPerAppend,
    noop: options.noop,
    preVote: constant.preVote,
    checkQuorum: constant.checkQuorum,
    leaderStickiness: constant.leaderStickiness,
    backtracking: options.backtracking,
    retryRejectedAtOnce: options.retryRejectedAtOnce,
    reads: constant.reads,
    sessions: options.sessions,
    clientTimeoutMs: options.clientTimeoutMs,
    clientLatencyMs: options.clientLatencyMs,
    servers: byServer(options.servers, names),
    membership: constant.membership,
    snapshotEvery: constant.snapshotEvery,
    clockRate: constant.clockRate,
    diskLatencyMs: constant.diskLatencyMs,
  };
}

const byLink = (links: Options['links'], names: readonly string[]): JsonMap =>
  Object.fromEntries(
    Object.entries(links).map(([key, own]) => {
      const [from, to] = key.split('>').map((id) => names[Number(id)]);
      return [`${from}>${to}`, { ...own } as Json];
    }),
  );

const byServer = (servers: Options['servers'], names: readonly string[]): JsonMap =>
  Object.fromEntries(
    Object.entries(servers).map(([id, own]) => [names[Number(id)] as string, { ...own } as Json]),
  );

/** What the `options` line of a trace says. */
export const showConditions = ({ setup, options, rulesOff }: World): JsonMap => ({
  options: showOptions(options, setup.names),
  rulesOff,
  servers: setup.names,
  timers: setup.timers,
  delivery: setup.delivery,
  seed: setup.seed,
});
