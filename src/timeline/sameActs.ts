/**
 * The acts of one branch on another: the same faults under other conditions. A change of the conditions is repeated as
 * what it changed, for else it would bring all the conditions of the other branch along.
 */
import type { VirtualMs } from '../base/index.ts';
import type { Switch } from '../raft/index.ts';
import type { Command, Options, World } from '../sim/index.ts';
import { remember, treeOf } from './acts.ts';
import { type BranchId, branchOf, parting } from './branches.ts';
import { measureOf } from './place.ts';
import type { Run } from './run.ts';
import { seekTime } from './seek.ts';
import { momentOf, type Timeline } from './timeline.ts';
import { branchHere, giveWith, pass } from './trying.ts';

/** Which conditions became others, and which rules were switched off and on again. */
interface Change {
  readonly type: 'change';
  readonly options: Partial<Options>;
  readonly off: readonly Switch[];
  readonly on: readonly Switch[];
}

interface Deed {
  readonly time: VirtualMs;
  readonly does: Exclude<Command, { type: 'options' }> | Change;
}

/** What came of it: how many acts were given, and how many could not be. */
interface Repeated {
  readonly given: number;
  readonly left: number;
}

/** How many acts of the branch `id` could be repeated on the one in hand. */
export const countRepeatable = (timeline: Timeline, id: BranchId): number =>
  deedsOf(timeline, id).filter(isOfBoth).length;

/**
 * Gives what was done on the branch `id`, since the two part, on the one in hand at the same times, among what was done
 * there: on a further branch, called `name`, which one undo takes back. The cursor stays at its time.
 */
export function repeatActs(timeline: Timeline, id: BranchId, name: string): Repeated {
  const deeds = deedsOf(timeline, id);
  const theirs = deeds.filter(isOfBoth);
  const [first] = theirs;
  if (first === undefined) return { given: 0, left: deeds.length };
  const { time: here } = momentOf(timeline);
  remember(timeline);
  seekTime(timeline, first.time);
  // What was done here later comes again, each in its turn.
  const ours = deedsIn(timeline.run, timeline.given);
  branchHere(timeline, name);
  let given = 0;
  for (const deed of [...theirs, ...ours].sort((a, b) => a.time - b.time)) {
    pass(timeline, deed.time);
    const isGiven = giveWith(timeline, commandFor(timeline.world, deed.does)).ok;
    if (isGiven && theirs.includes(deed)) given += 1;
  }
  pass(timeline, here);
  seekTime(timeline, here);
  return { given, left: deeds.length - given };
}

/** What was done on the branch `id` and not on the one in hand. Where time stands still nothing comes at the same time. */
function deedsOf(timeline: Timeline, id: BranchId): readonly Deed[] {
  const { run } = timeline;
  const other = branchOf(treeOf(timeline), id)?.run;
  if (other === undefined || measureOf(run) === 'order') return [];
  const { shared } = parting(run, other);
  const ours = new Set(deedsIn(run, shared).map((deed) => JSON.stringify(deed)));
  return deedsIn(other, shared).filter((deed) => !ours.has(JSON.stringify(deed)));
}

// Messages have other numbers here, and who delivers them by hand must see them.
const isOfBoth = ({ does }: Deed): boolean => !('message' in does) && does.type !== 'delivery';

/** The acts of a run from its `first` command on. */
function deedsIn({ setup, commands }: Run, first: number): readonly Deed[] {
  let before: Conditions = setup;
  const deeds = commands.map(({ time, command }): Deed => {
    if (command.type !== 'options') return { time, does: command };
    const does = changeOf(before, command);
    before = command;
    return { time, does };
  });
  return deeds.slice(first);
}

type Conditions = Pick<World, 'options' | 'rulesOff'>;

function changeOf(before: Conditions, after: Conditions): Change {
  const unlike = Object.entries(after.options).filter(
    ([field, value]) =>
      JSON.stringify(value) !== JSON.stringify(before.options[field as keyof Options]),
  );
  return {
    type: 'change',
    options: Object.fromEntries(unlike),
    off: after.rulesOff.filter((rule) => !before.rulesOff.includes(rule)),
    on: before.rulesOff.filter((rule) => !after.rulesOff.includes(rule)),
  };
}

function commandFor({ options, rulesOff }: World, does: Deed['does']): Command {
  if (does.type !== 'change') return does;
  const stillOff = rulesOff.filter((rule) => !does.on.includes(rule) && !does.off.includes(rule));
  return {
    type: 'options',
    options: { ...options, ...does.options },
    rulesOff: [...stillOff, ...does.off],
  };
}
