/** What a schedule came to that none before it did: where it is worth going on from. */
import type { Role } from '../raft/index.ts';
import type { Event, World } from '../sim/index.ts';

/** What was seen so far, by signature. Changed in place. */
export type Seen = Set<number>;

const roles: Readonly<Record<Role, number>> = {
  follower: 0,
  preCandidate: 1,
  candidate: 2,
  leader: 3,
};

/** Whether an event, in the world that it led to, is of a kind not seen before; it is from now on. */
export function isNovel(seen: Seen, world: World, { before, after, rules }: Event): boolean {
  if (before === null || after === null) return false;
  // The rules obeyed tell the kind of event as well. A number: to make a text would take longer than the event.
  const signature =
    ((rules.place * 4 + roles[before.role]) * 4 + roles[after.role]) * shapes + shapeOf(world);
  if (seen.has(signature)) return false;
  seen.add(signature);
  return true;
}

const shapes = 9 * 8 * 8 * 8;

/** A bit for as much as the first server has, for more, and for less. */
function besideFirst(mine: number, first: number): number {
  if (mine === first) return 1;
  return mine > first ? 2 : 4;
}

/** A world from afar: who leads, how far terms, logs and commits lie apart, who is down. */
function shapeOf({ servers, conditions }: World): number {
  let leaders = 0;
  let down = 0;
  let terms = 0;
  let longer = 0;
  let commits = 0;
  const [first] = servers;
  for (const { role, id, currentTerm, log, commitIndex } of servers) {
    if (role === 'leader') leaders += 1;
    if (conditions[id] === 'crashed') down += 1;
    if (first === undefined) continue;
    terms |= besideFirst(currentTerm, first.currentTerm);
    longer |= besideFirst(log.length, first.log.length);
    commits |= besideFirst(commitIndex, first.commitIndex);
  }
  const some = (count: number): number => Math.min(count, 2);
  return (((some(leaders) * 3 + some(down)) * 8 + terms) * 8 + longer) * 8 + commits;
}
