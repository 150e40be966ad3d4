/** Whose votes are shown, of few servers and of many, and that they keep to the room they have. */
import { expect, test } from 'vitest';
import { advance, execute, paperOptions, plainSetup, worldOf } from '../../src/sim/index.ts';
import { give, openTimeline, playTo, runOf, seekTime } from '../../src/timeline/index.ts';
import { crowd, rackLayout, rackScene, type SceneOptions, scene } from '../../src/viz/index.ts';
import { sceneOptions } from './words.ts';

/** Two of three stand in the same term, and whoever is asked gives a vote to each. */
function twoLeaders() {
  const setup = plainSetup(3, 7, { ...paperOptions, latencyMs: [10, 10] });
  const timeline = openTimeline(runOf({ ...setup, rulesOff: ['vote.onePerTerm'] }));
  for (const server of [0, 1]) expect(give(timeline, { type: 'timeout', server }).ok).toBe(true);
  playTo(timeline, 25);
  return timeline;
}

test('a leader shows the votes that it counted, whoever its voters have voted for since', () => {
  const { world, chronicle } = twoLeaders();
  expect(world.servers.map(({ role }) => role)).toEqual(['leader', 'leader', 'follower']);
  expect(new Set(world.servers.map(({ currentTerm }) => currentTerm)).size).toBe(1);
  const options = { ...sceneOptions, lanes: chronicle.lanes };
  const shown = scene(world, world.time, options).servers.map(({ ballots }) => ballots);
  const won = [{ caption: '2 of 3', granted: 2, refused: 0, size: 3, majority: 2 }];
  expect(shown).toEqual([won, won, []]);
});

test('an election later in the run is none before it was', () => {
  const timeline = twoLeaders();
  const { lanes } = timeline.chronicle;
  expect(lanes.flat().filter(({ votes }) => votes !== undefined)).toHaveLength(2);
  seekTime(timeline, 5);
  const { world } = timeline;
  const { servers } = scene(world, world.time, { ...sceneOptions, lanes });
  expect(servers.map(({ role }) => role)).toEqual(['candidate', 'candidate', 'follower']);
  expect(servers[0]?.ballots[0]).toMatchObject({ granted: 1, size: 3 });
});

/** One stands among many, and hears from a few. */
function standing(count: number) {
  const world = worldOf(plainSetup(count, 7));
  const result = execute(world, { type: 'timeout', server: 0 });
  if (!result.ok) throw new Error(result.error.reason);
  const asking = () => world.servers[0] as { votesGranted?: readonly number[] };
  while ((asking().votesGranted ?? []).length < 4) advance(world);
  return world;
}

test.each([10, 13, 16, 25])(
  'of %d servers in rows a candidate says how many votes it has, in its own room',
  (count) => {
    const world = standing(count);
    const layout = rackLayout(count, 660, 470);
    if (layout === null) throw new Error('no room');
    const [first] = rackScene(world, world.time, sceneOptions, layout).servers;
    expect(first?.ballots).toMatchObject([{ caption: `4 of ${count}`, granted: 4, size: count }]);
    expect(first?.block.width).toBeLessThanOrEqual(Math.max(layout.votesWidth, layout.labelWidth));
  },
);

test.each([11, 40, 101])(
  'the large one of %d says it beside itself, and has room for it',
  (count) => {
    const world = standing(count);
    const size = { width: 640, height: 420 };
    const options: SceneOptions = { ...sceneOptions, ...size, selected: { type: 'server', id: 0 } };
    const large = crowd(world, world.time, options).focus?.server;
    expect(large?.ballots).toMatchObject([{ caption: `4 of ${count}`, granted: 4, size: count }]);
    const { x = 0, block } = large ?? {};
    expect(x + (block?.x ?? 0) + (block?.width ?? 0)).toBeLessThan(640 - 22);
  },
);
