/** How many messages a leader needs to bring a follower's log in line, by how it finds where the two part (§5.3). */
import type { Backtracking, Entry } from '../../raft/index.ts';
import { log as logs } from '../../raft/index.ts';
import { type InitialServer, paperOptions, plainSetup, worldOf } from '../../sim/index.ts';
import { below, type Chance, chanceOf } from '../chance.ts';
import { type Trial, timeOf, valueIn } from './trial.ts';

/** So many entries of each log at least are not of the other. */
const least = 20;

/** AppendEntries sent to the follower until it holds what the leader holds. */
export const messagesToRepair =
  (backtracking: Backtracking): Trial =>
  (seed, values) => {
    const chance = chanceOf(seed, 65);
    const apart = (): number => least + below(valueIn(values, 'differing') - least, chance);
    const common = 20 + below(80, chance);
    const lost = run(common, 1, chance);
    const leader: InitialServer = {
      role: 'leader',
      currentTerm: 100,
      log: [...lost, ...run(apart(), 60, chance)],
    };
    const follower: InitialServer = {
      currentTerm: 99,
      log: [...lost, ...run(apart(), 30, chance)],
    };
    const options = { ...paperOptions, backtracking };
    const initial = { 0: leader, 1: follower, 2: { ...leader, role: 'follower' as const } };
    const world = worldOf({ ...plainSetup(3, seed, options), initial });
    let sent = 0;
    const last = leader.log?.length ?? 0;
    timeOf(world, 20_000, (event) => {
      for (const { message } of event.sent)
        if (message.to === 1 && message.type === 'AppendEntriesRequest') sent += 1;
      const server = world.servers[1];
      return (
        server !== undefined &&
        logs.lastIndex(server.log) === last &&
        logs.lastTerm(server.log) >= 60
      );
    });
    return sent;
  };

/** Entries whose terms go up from `term`, a few of each. */
function run(count: number, term: number, chance: Chance): Entry[] {
  let now = term;
  return Array.from({ length: count }, () => {
    if (chance() < 0.15 && now < term + 29) now += 1;
    return { term: now, payload: { type: 'noop' } };
  });
}
