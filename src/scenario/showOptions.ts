/** The conditions of a run as a file would write them, every option with its value. */
import type { Options, World } from '../sim/index.ts';
import type { Json, JsonMap } from './show.ts';

/** In the order of the format. */
export const showOptions = (options: Options, names: readonly string[]): JsonMap => ({
  electionTimeoutMs: options.electionTimeoutMs,
  heartbeatIntervalMs: options.heartbeatIntervalMs,
  latencyMs: options.latencyMs,
  lossRate: options.lossRate,
  duplicateRate: options.duplicateRate,
  links: byLink(options.links, names),
  maxEntriesPerAppend: options.maxEntriesPerAppend,
  noop: options.noop,
  preVote: options.preVote,
  checkQuorum: options.checkQuorum,
  leaderStickiness: options.leaderStickiness,
  backtracking: options.backtracking,
  retryRejectedAtOnce: options.retryRejectedAtOnce,
  reads: options.reads,
  sessions: options.sessions,
  sessionLimit: options.sessionLimit ?? null,
  clientTimeoutMs: options.clientTimeoutMs,
  clientLatencyMs: options.clientLatencyMs,
  servers: byServer(options.servers, names),
  membership: options.membership,
  snapshotEvery: options.snapshotEvery,
  clockRate: byName(options.clockRate, names),
  diskLatencyMs: options.diskLatencyMs,
});

const byLink = (links: Options['links'], names: readonly string[]): JsonMap =>
  Object.fromEntries(
    Object.entries(links).flatMap(([key, own]) => {
      const [from, to] = key.split('>').map((id) => names[Number(id)]);
      return from === undefined || to === undefined ? [] : [[`${from}>${to}`, { ...own } as Json]];
    }),
  );

const byName = (map: Readonly<Record<number, Json>>, names: readonly string[]): JsonMap =>
  Object.fromEntries(
    Object.entries(map).map(([id, value]) => [names[Number(id)] as string, value]),
  );

const byServer = (servers: Options['servers'], names: readonly string[]): JsonMap =>
  byName(
    Object.fromEntries(Object.entries(servers).map(([id, own]) => [id, { ...own } as Json])),
    names,
  );

/** What the `options` line of a trace says; `servers` are those there by now. */
export const showConditions = (
  { setup, options, rulesOff, delivery }: World,
  servers: readonly string[],
): JsonMap => ({
  options: showOptions(options, servers),
  rulesOff,
  servers,
  timers: setup.timers,
  delivery,
  seed: setup.seed,
});
