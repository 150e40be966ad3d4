/** Making election timers run out together, or each at its own time again: through the options, which a run records. */
import type { ServerId } from '../base/index.ts';
import type { OwnClock } from './clocks.ts';
import { grainMs, roundMs } from './grain.ts';
import type { Options, ServerOptions } from './options.ts';
import type { World } from './world.ts';

/** Whether a server has an election timeout of its own. */
export const isAligned = ({ options }: World): boolean =>
  Object.values(options.servers).some(({ electionTimeoutMs }) => electionTimeoutMs !== undefined);

/**
 * Options under which every election timer that runs now runs out with the first of them; null where fewer than two
 * run. Each server keeps that length as its timeout, until they are spread.
 */
export function alignedOptions({ servers, timers, clocks, options }: World): Options | null {
  const { dueAt, startedAt } = timers;
  const waiting = servers
    .filter(({ id, role }) => role !== 'leader' && (dueAt[id] ?? Infinity) < Infinity)
    .map(({ id }) => id);
  if (waiting.length < 2) return null;
  const target = Math.min(...waiting.map((id) => dueAt[id] as number));
  const lengthOf = (id: ServerId): number => {
    const { rate } = clocks[id] as OwnClock;
    // A timeout of nothing would run out again and again at one moment.
    return Math.max(grainMs, roundMs((target - (startedAt[id] as number)) * rate));
  };
  const own = { ...options.servers };
  for (const id of waiting) {
    const length = lengthOf(id);
    own[id] = { ...own[id], electionTimeoutMs: [length, length] };
  }
  return { ...options, servers: own };
}

/** Options under which every election timeout is drawn from the range of all again. */
export function spreadOptions({ options }: World): Options {
  const servers: Record<ServerId, ServerOptions> = {};
  for (const [id, { electionTimeoutMs: _own, ...rest }] of Object.entries(options.servers))
    if (Object.keys(rest).length > 0) servers[Number(id)] = rest;
  return { ...options, servers };
}
