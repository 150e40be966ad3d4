/** Who takes part, as the picture says it: ghosts, learners, both halves of a joint configuration, leases. */
import { expect, test } from 'vitest';
import { log as logs } from '../../src/raft/index.ts';
import {
  advance,
  advanceTo,
  type Command,
  execute,
  leaderOf,
  linksBetween,
  type Options,
  paperOptions,
  plainSetup,
  type World,
  worldOf,
} from '../../src/sim/index.ts';
import { crewOf, isQuorum, partOf, type Scene, scene, tallies } from '../../src/viz/index.ts';
import { lostSides, sceneOptions } from './words.ts';

const at = (world: World): Scene => scene(world, world.time, sceneOptions);

function give(world: World, command: Command): void {
  const result = execute(world, command);
  if (!result.ok) throw new Error(result.error.reason);
}

/** Three servers with a leader, and two more that nobody has added yet. */
function withSpares(options: Partial<Options> = {}): { world: World; leader: number } {
  const setup = plainSetup(5, 7, { ...paperOptions, noop: true, ...options });
  const world = worldOf({ ...setup, spares: 2 });
  advanceTo(world, 600);
  return { world, leader: leaderOf(world) as number };
}

const partsOf = (world: World) => at(world).servers.map(({ part }) => part);

test('a spare is outside until a configuration names it, and a removed server is outside again', () => {
  const { world, leader } = withSpares();
  expect(partsOf(world)).toEqual(['voter', 'voter', 'voter', 'outside', 'outside']);
  give(world, { type: 'reconfigure', change: { kind: 'addLearner', server: 3 } });
  expect(partsOf(world)).toEqual(['voter', 'voter', 'voter', 'learner', 'outside']);
  expect(at(world).servers[4]?.block.detail).toBe('outside');
  advanceTo(world, world.time + 200);
  const other = [0, 1, 2].find((id) => id !== leader) as number;
  give(world, { type: 'reconfigure', change: { kind: 'remove', server: other } });
  advanceTo(world, world.time + 200);
  expect(partsOf(world)[other]).toBe('outside');
  const { links } = at(world);
  expect(links.filter(({ isFaint }) => isFaint)).toHaveLength(4 + 3);
});

test('while nobody leads, the log that is most up to date says who takes part', () => {
  const { world, leader } = withSpares();
  give(world, { type: 'reconfigure', change: { kind: 'add', server: 3 } });
  give(world, { type: 'crash', server: leader });
  const longest = Math.max(...world.servers.map(({ log }) => logs.lastIndex(log)));
  const holder = world.servers.find(({ log }) => logs.lastIndex(log) === longest);
  expect(leaderOf(world)).toBeNull();
  expect(crewOf(world)).toBe(holder?.configuration);
});

test('a joint configuration is voted on in both halves, the old one first', () => {
  const { world, leader } = withSpares();
  give(world, {
    type: 'cut',
    links: linksBetween([[leader], [0, 1, 2, 3, 4].filter((id) => id !== leader)]),
  });
  give(world, { type: 'reconfigure', change: { kind: 'set', voters: [0, 1, 2, 3, 4] } });
  expect(at(world).servers[leader]?.block.detail).toContain('joint');
  expect(tallies(crewOf(world), [0, 1, 3])).toEqual([
    { half: 'old', have: 2, of: 3, needed: 2 },
    { half: 'new', have: 3, of: 5, needed: 3 },
  ]);
  expect(isQuorum(crewOf(world), [0, 1])).toBe(false);
  expect(isQuorum(crewOf(world), [0, 3, 4])).toBe(false);
  expect(isQuorum(crewOf(world), [0, 1, 4])).toBe(true);
});

test('a candidate under a joint configuration has slots for each half', () => {
  const { world, leader } = withSpares();
  give(world, { type: 'reconfigure', change: { kind: 'set', voters: [0, 1, 2, 3, 4] } });
  const other = [0, 1, 2].find((id) => id !== leader) as number;
  while (world.servers[other]?.configuration.outgoing === null) advance(world);
  give(world, { type: 'crash', server: leader });
  give(world, { type: 'timeout', server: other });
  expect(at(world).servers[other]?.ballots).toEqual([
    { caption: '1 of 3 old', granted: 1, refused: 0, size: 3, majority: 2 },
    { caption: '1 of 5 new', granted: 1, refused: 0, size: 5, majority: 3 },
  ]);
});

test('a side is cut off by the voters on it: spares make none, and count for nothing', () => {
  const { world, leader } = withSpares();
  const others = [0, 1, 2].filter((id) => id !== leader);
  give(world, {
    type: 'cut',
    links: linksBetween([
      [leader, ...others],
      [3, 4],
    ]),
  });
  expect(lostSides(world)).toEqual([]);
  give(world, { type: 'cut', links: linksBetween([[leader], others]) });
  expect(lostSides(world).map(({ label }) => label)).toEqual(['1 of 3']);
});

test('a lease runs down along the ring of its leader, and ends when nobody answers', () => {
  const { world, leader } = withSpares({ reads: 'lease' });
  const leaseAt = (): number => at(world).servers[leader]?.timer?.lease as number;
  advanceTo(world, 1000);
  const whole = leaseAt();
  expect(whole).toBeGreaterThan(0.5);
  expect(at(world).servers[leader]?.block.detail).toContain('lease');
  for (const id of [0, 1, 2].filter((other) => other !== leader)) {
    give(world, { type: 'crash', server: id });
  }
  advanceTo(world, 1030);
  expect(leaseAt()).toBeLessThan(whole);
  advanceTo(world, 1200);
  expect(leaseAt()).toBe(0);
  expect(partOf(crewOf(world), leader)).toBe('voter');
});
