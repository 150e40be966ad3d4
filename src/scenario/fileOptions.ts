/** Options of a file, as the simulator takes them. */
import { type LinkOptions, linkKey, type Options, type ServerOptions } from '../sim/index.ts';
import { defined } from './defined.ts';
import type { FileLinkOptions, FileOptions, FileOwnOptions, FileServerOptions } from './file.ts';
import { splitLink } from './links.ts';

/** The options that the file names, and no others. */
export function optionsFrom(given: FileOptions, names: readonly string[]): Partial<Options> {
  const { links, servers } = given;
  const isAboutLinks = links !== undefined || servers !== undefined;
  return defined<Partial<Options>>({
    ...ownOptions(given),
    ...onTheWay(given),
    sessionLimit: given.sessionLimit,
    clockRate: clockRateFrom(given, names),
    links: isAboutLinks ? linksFrom(links ?? {}, servers ?? {}, names) : undefined,
    servers: servers === undefined ? undefined : serversFrom(servers, names),
  });
}

const onTheWay = ({ latencyMs, lossRate, duplicateRate }: FileLinkOptions): LinkOptions =>
  defined<LinkOptions>({ latencyMs, lossRate, duplicateRate });

/** The options that a server may have of its own. */
const own = [
  'electionTimeoutMs',
  'heartbeatIntervalMs',
  'maxEntriesPerAppend',
  'noop',
  'preVote',
  'checkQuorum',
  'leaderStickiness',
  'backtracking',
  'retryRejectedAtOnce',
  'reads',
  'membership',
  'snapshotEvery',
  'diskLatencyMs',
  'sessions',
  'clientTimeoutMs',
  'clientLatencyMs',
] as const satisfies readonly (keyof FileServerOptions & keyof ServerOptions)[];

const ownOptions = (given: FileServerOptions): ServerOptions =>
  defined<ServerOptions>(Object.fromEntries(own.map((option) => [option, given[option]])));

const serversFrom = (
  servers: Readonly<Record<string, FileOwnOptions>>,
  names: readonly string[],
): Options['servers'] =>
  Object.fromEntries(
    Object.entries(servers).map(([name, given]) => [names.indexOf(name), ownOptions(given)]),
  );

// Said of a server by `clockRate` itself, or among its own options, which are the more exact word.
function clockRateFrom(
  { clockRate, servers }: FileOptions,
  names: readonly string[],
): Options['clockRate'] | undefined {
  const rates = Object.entries(servers ?? {}).flatMap(([name, given]) =>
    given.clockRate === undefined ? [] : [[name, given.clockRate] as const],
  );
  if (clockRate === undefined && rates.length === 0) return undefined;
  const all = { ...clockRate, ...Object.fromEntries(rates) };
  return Object.fromEntries(Object.entries(all).map(([name, rate]) => [names.indexOf(name), rate]));
}

/** By directed link, the more exact word last: what one server sends, both ways of a link, one way of it. */
function linksFrom(
  links: Readonly<Record<string, FileLinkOptions>>,
  servers: Readonly<Record<string, FileServerOptions>>,
  names: readonly string[],
): Options['links'] {
  const found: Record<string, LinkOptions> = {};
  const add = (from: string, to: string, own: FileLinkOptions): void => {
    const key = linkKey(names.indexOf(from), names.indexOf(to));
    found[key] = { ...found[key], ...onTheWay(own) };
  };
  for (const [from, own] of Object.entries(servers))
    if (Object.keys(onTheWay(own)).length > 0)
      for (const to of names) if (to !== from) add(from, to, own);
  for (const isBothWays of [true, false])
    for (const [key, own] of Object.entries(links)) {
      const link = splitLink(key, names);
      if (link === null || link.bothWays !== isBothWays) continue;
      add(link.from, link.to, own);
      if (isBothWays) add(link.to, link.from, own);
    }
  return found;
}
