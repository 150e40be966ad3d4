/** Options of a file, as the simulator takes them. */
import { type LinkOptions, linkKey, type Options, type ServerOptions } from '../sim/index.ts';
import { defined } from './defined.ts';
import type { FileLinkOptions, FileOptions, FileServerOptions } from './file.ts';
import { splitLink } from './links.ts';

/** The options that the file names, and no others. */
export function optionsFrom(given: FileOptions, names: readonly string[]): Partial<Options> {
  const { sessions, clientTimeoutMs, clientLatencyMs, links, servers } = given;
  const isAboutLinks = links !== undefined || servers !== undefined;
  return defined<Partial<Options>>({
    ...ownOptions(given),
    ...onTheWay(given),
    sessions,
    clientTimeoutMs,
    clientLatencyMs,
    links: isAboutLinks ? linksFrom(links ?? {}, servers ?? {}, names) : undefined,
    servers: servers === undefined ? undefined : serversFrom(servers, names),
  });
}

const onTheWay = ({ latencyMs, lossRate, duplicateRate }: FileLinkOptions): LinkOptions =>
  defined<LinkOptions>({ latencyMs, lossRate, duplicateRate });

function ownOptions(given: FileServerOptions): ServerOptions {
  const { electionTimeoutMs, heartbeatIntervalMs, maxEntriesPerAppend } = given;
  const { noop, backtracking, retryRejectedAtOnce } = given;
  return defined<ServerOptions>({
    electionTimeoutMs,
    heartbeatIntervalMs,
    maxEntriesPerAppend,
    noop,
    backtracking,
    retryRejectedAtOnce,
  });
}

const serversFrom = (
  servers: Readonly<Record<string, FileServerOptions>>,
  names: readonly string[],
): Options['servers'] =>
  Object.fromEntries(
    Object.entries(servers).map(([name, own]) => [names.indexOf(name), ownOptions(own)]),
  );

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
