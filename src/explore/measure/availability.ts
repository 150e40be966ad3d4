/** What a broken link costs the clients, with what production systems do against it and without (Thesis §9.6, Thesis §6.2). */
import type { Seed } from '../../base/index.ts';
import {
  advanceTo,
  bothWays,
  type Event,
  execute,
  type Link,
  leaderOf,
  paperOptions,
  plainSetup,
  type World,
  worldOf,
} from '../../sim/index.ts';
import { hasWon, type Trial, timeOf, valueIn } from './trial.ts';

/** `follower`: one follower and the leader do not hear each other; `deaf`: the leader is heard, and hears nobody. */
export type BrokenLink = 'follower' | 'deaf';

/** Time is looked at in windows of this length. */
const windowMs = 100;

/** Share of the time, in per cent, in which some command was answered, one after another being asked. */
export const availability =
  (broken: BrokenLink, preVote: boolean, checkQuorum: boolean): Trial =>
  (seed, values) => {
    const windows = Math.max(1, Math.round(valueIn(values, 'durationMs') / windowMs));
    const servers = valueIn(values, 'servers');
    const world = workingWorld(servers, seed, preVote, checkQuorum);
    const leader = leaderOf(world) ?? 0;
    execute(world, { type: 'cut', links: linksCut(broken, leader, world.servers.length) });
    let answered = 0;
    for (let window = 1; window <= windows; window += 1) {
      let isServed = false;
      const start = world.time;
      askOn(world);
      advanceTo(world, start + windowMs, (event) => {
        if (isAnswer(event)) isServed = true;
      });
      if (isServed) answered += 1;
    }
    return (100 * answered) / windows;
  };

const isAnswer = ({ clients }: Event): boolean => clients.some(({ what }) => what === 'answered');

function workingWorld(servers: number, seed: Seed, preVote: boolean, checkQuorum: boolean): World {
  const options = { ...paperOptions, preVote, checkQuorum, clientTimeoutMs: 200 };
  const world = worldOf(plainSetup(servers, seed, options));
  timeOf(world, 20_000, hasWon);
  advanceTo(world, world.time + 200);
  return world;
}

// Two clients, so that one waits at a server that does not know a leader while the other finds it.
function askOn(world: World): void {
  for (const client of ['c1', 'c2']) {
    const known = world.clients.find(({ id }) => id === client);
    if (known !== undefined && known.pending !== null) continue;
    execute(world, { type: 'request', client, operation: { type: 'incr', key: 'n' } });
  }
}

function linksCut(broken: BrokenLink, leader: number, servers: number): readonly Link[] {
  const other = (leader + 1) % servers;
  if (broken === 'follower') return bothWays(leader, other);
  const others = Array.from({ length: servers }, (_, id) => id).filter((id) => id !== leader);
  return others.map((id): Link => [id, leader]);
}
