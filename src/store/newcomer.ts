/** One more server for a run in hand: the same run, with somebody who waits to be added. */
import { mostServers } from '../sim/index.ts';
import {
  type Moment,
  momentOf,
  type Run,
  seekMoment,
  seekTime,
  type Timeline,
  treeOf,
} from '../timeline/index.ts';
import { openBranches } from './beginning.ts';

/** The name a newcomer would have; null: there are enough servers. */
export function nameOfNewcomer(names: readonly string[]): string | null {
  if (names.length >= mostServers) return null;
  let number = names.length + 1;
  while (names.includes(`S${number}`)) number += 1;
  return `S${number}`;
}

/** The run in which a server of this name waits from the start; what happens in it is the same. */
function withSpare(run: Run, name: string): Run {
  const { names, spares = 0 } = run.setup;
  const setup = { ...run.setup, names: [...names, name], spares: spares + 1 };
  // The start of a server is an event, so whatever comes after it has the next higher number.
  const commands = run.commands.map((given) => ({ ...given, seq: given.seq + 1 }));
  return { ...run, setup, commands };
}

const later = ({ seq, time }: Moment): Moment => ({ seq: seq + 1, time });

/** The timeline in which that server waits on every branch, at the same moment. */
export function withNewcomer(timeline: Timeline, name: string): Timeline {
  const tree = treeOf(timeline);
  const branches = tree.branches.map((branch) => ({
    ...branch,
    run: withSpare(branch.run, name),
    from: later(branch.from),
    end: later(branch.end),
  }));
  const next = openBranches({ ...tree, branches });
  seekTime(next, timeline.end.time);
  seekMoment(next, later(momentOf(timeline)));
  return next;
}
