/** When a server stood on a side without a majority: read from the commands of a run, which cut and mend its links. */
import type { VirtualMs } from '../../base/index.ts';
import { majority } from '../../raft/index.ts';
import type { Timeline } from '../../timeline/index.ts';
import { sidesAmong } from '../scene/links.ts';

/** From when to when; null: up to the end. */
export type Times = (readonly [from: VirtualMs, to: VirtualMs | null])[];

interface Kept {
  readonly commands: number;
  readonly times: readonly Times[];
}
const kept = new WeakMap<Timeline['run'], Kept>();

/** By server. Read again only when a command was added. */
export function cutOffTimes({ run }: Timeline): readonly Times[] {
  const known = kept.get(run);
  if (known?.commands === run.commands.length) return known.times;
  const times = readTimes(run);
  kept.set(run, { commands: run.commands.length, times });
  return times;
}

function readTimes({ setup, commands }: Timeline['run']): readonly Times[] {
  const count = setup.names.length;
  const cut = new Set<number>();
  const times: Times[] = setup.names.map(() => []);
  for (const { time, command } of commands) {
    if (command.type !== 'cut' && command.type !== 'heal') continue;
    if (command.links === null) cut.clear();
    for (const [from, to] of command.links ?? []) {
      if (command.type === 'cut') cut.add(from * count + to);
      else cut.delete(from * count + to);
    }
    noteSides(times, time, loneIn(count, cut));
  }
  return times;
}

function loneIn(count: number, cut: ReadonlySet<number>): ReadonlySet<number> {
  const sides = sidesAmong(count, (a, b) => cut.has(a * count + b) && cut.has(b * count + a));
  return new Set(sides.filter(({ length }) => length < majority(count)).flat());
}

function noteSides(times: readonly Times[], time: VirtualMs, lone: ReadonlySet<number>): void {
  times.forEach((known, server) => {
    const last = known[known.length - 1];
    const isAway = last !== undefined && last[1] === null;
    if (lone.has(server) && !isAway) known.push([time, null]);
    else if (!lone.has(server) && isAway) known[known.length - 1] = [last[0], time];
  });
}
