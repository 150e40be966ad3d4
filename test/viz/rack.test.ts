/** What the pictures of many servers and many messages say, fact by fact. */
import { expect, test } from 'vitest';
import {
  advance,
  advanceTo,
  bothWays,
  type Command,
  execute,
  inFlight,
  leaderOf,
  linksBetween,
  paperOptions,
  plainSetup,
  type World,
  worldOf,
} from '../../src/sim/index.ts';
import {
  crowd,
  dotAt,
  extras,
  quorumsIn,
  rackLayout,
  rackScene,
  type SceneOptions,
  scene,
} from '../../src/viz/index.ts';
import { extraOptions, extrasAt, sceneOptions } from './words.ts';

function give(world: World, command: Command): void {
  const result = execute(world, command);
  if (!result.ok) throw new Error(result.error.reason);
}

/** A world of many servers that somebody leads, with nothing on its way. */
function ledWorld(servers: number): { world: World; leader: number } {
  const options = { ...paperOptions, electionTimeoutMs: [150, 1500] as const };
  const world = worldOf(plainSetup(servers, 7, { ...options, latencyMs: [10, 10] }));
  while (leaderOf(world) === null) advance(world);
  while (inFlight(world).length > 0) advance(world);
  return { world, leader: leaderOf(world) as number };
}

const frames = [
  [660, 470],
  [1000, 420],
  [712, 560],
] as const;

const rackOf = (world: World, options: Partial<SceneOptions> = {}) => {
  const all = { ...sceneOptions, ...options };
  const layout = rackLayout(world.servers.length, all.width, all.height);
  if (layout === null) throw new Error('no room');
  return rackScene(world, world.time, all, layout);
};

const crowdOf = (world: World, options: Partial<SceneOptions> = {}) =>
  crowd(world, world.time, { ...sceneOptions, ...options });

test('from eight to twenty-five servers each has a place of its own with its words', () => {
  for (const [width, height] of frames)
    for (const count of [8, 9, 13, 16, 25]) {
      const { servers } = rackOf(worldOf(plainSetup(count, 1)), { width, height });
      for (const { x, y, radius, block } of servers) {
        const left = block.anchor === 'start' ? block.x : -block.width / 2;
        expect(Math.min(x - radius, x + left)).toBeGreaterThanOrEqual(16);
        expect(Math.max(x + radius, x + left + block.width)).toBeLessThanOrEqual(width);
        expect(y - radius).toBeGreaterThanOrEqual(0);
        expect(Math.max(y + radius, y + block.y + block.height - 15)).toBeLessThanOrEqual(height);
      }
      const apart = servers.flatMap((a) =>
        servers.slice(a.id + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y) - a.radius - b.radius),
      );
      expect(Math.min(...apart)).toBeGreaterThan(20);
    }
});

test('a rack draws the links that say something: cut, in use, or of the one selected', () => {
  const { world, leader } = ledWorld(9);
  expect(rackOf(world).links).toEqual([]);
  give(world, { type: 'cut', links: bothWays(2, 5) });
  expect(rackOf(world).links.map(({ key, state }) => [key, state])).toEqual([['2-5', 'cut']]);
  give(world, { type: 'heal', links: null });
  expect(rackOf(world, { selected: { type: 'server', id: 3 } }).links).toHaveLength(8);
  give(world, { type: 'heartbeat', server: leader });
  const { links } = rackOf(world);
  expect(links).toHaveLength(8);
  expect(links.every(({ a, b }) => a === leader || b === leader)).toBe(true);
});

test('a hundred and one servers are cells of a grid that touch nowhere and stay in the picture', () => {
  for (const [width, height] of frames) {
    const { cells } = crowdOf(worldOf(plainSetup(101, 1)), { width, height });
    expect(rackLayout(101, width, height)).toBe(null);
    expect(cells).toHaveLength(101);
    for (const cell of cells) {
      expect(Math.min(cell.x, cell.y)).toBeGreaterThanOrEqual(0);
      expect(cell.x + cell.width).toBeLessThanOrEqual(width);
      expect(cell.y + cell.height).toBeLessThanOrEqual(height);
      for (const other of cells.slice(cell.id + 1)) {
        const isBeside = other.x >= cell.x + cell.width || cell.x >= other.x + other.width;
        expect(isBeside || other.y >= cell.y + cell.height).toBe(true);
      }
    }
  }
});

test('a cell says role, term and votes, and is the same object while its server is', () => {
  const { world, leader } = ledWorld(101);
  const before = crowdOf(world).cells;
  expect(before[leader]).toMatchObject({
    role: 'leader',
    term: world.servers[leader]?.currentTerm,
  });
  expect(crowdOf(world).cells).toBe(before);
  const stander = (leader + 1) % 101;
  give(world, { type: 'timeout', server: stander });
  const after = crowdOf(world).cells;
  expect(after[stander]).toMatchObject({ role: 'candidate', votes: '1' });
  expect(after[leader]).toBe(before[leader]);
  give(world, { type: 'crash', server: leader });
  expect(crowdOf(world).cells[leader]?.condition).toBe('crashed');
});

test('the selected one of a crowd stands large among the others, with what is on its way to it and from it', () => {
  const { world, leader } = ledWorld(51);
  give(world, { type: 'heartbeat', server: leader });
  advanceTo(world, world.time + 4);
  const other = (leader + 1) % 51;
  give(world, { type: 'cut', links: [[other, leader]] });
  const at = (id: number) => crowdOf(world, { selected: { type: 'server', id } }).focus;
  expect(crowdOf(world).focus).toBe(null);
  expect(at(leader)?.peers).toHaveLength(50);
  expect(at(leader)?.dots.length).toBe(50);
  expect(at(other)?.dots.length).toBe(1);
  expect(at(other)?.peers.find(({ id }) => id === leader)?.link.state).toBe('oneWay');
});

test('of a flood every message is a dot in its true place, and a press finds the nearest', () => {
  const options = { ...paperOptions, latencyMs: [200, 200] as const, duplicateRate: 1 };
  const world = worldOf(plainSetup(5, 7, { ...options, electionTimeoutMs: [10, 10] }));
  while (inFlight(world).length < 500) advance(world);
  const flying = inFlight(world);
  expect(scene(world, world.time, sceneOptions).messages).toEqual([]);
  const { flood } = extrasAt(world);
  expect(flood.map(({ id }) => id)).toEqual(flying.map(({ id }) => id));
  const { servers } = scene(world, world.time, sceneOptions);
  const [first] = flying.filter(({ sentAt }) => sentAt < world.time);
  const dot = flood.find(({ id }) => id === first?.id);
  const gone = (world.time - (first?.sentAt ?? 0)) / 200;
  const [from, to] = [servers[first!.message.from]!, servers[first!.message.to]!];
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = (from.radius + 5 + gone * (length - from.radius - to.radius - 10)) / length;
  const gap = Math.hypot(
    (dot?.x ?? 0) - from.x - (to.x - from.x) * share,
    (dot?.y ?? 0) - from.y - (to.y - from.y) * share,
  );
  expect(gap).toBeCloseTo(4, 6);
  expect(dotAt(flood, dot!.x + 1, dot!.y)).not.toBe(null);
  expect(dotAt(flood, -100, -100)).toBe(null);
});

test('both sides of a partition are counted against the quorum', () => {
  const { world } = ledWorld(5);
  give(world, {
    type: 'cut',
    links: linksBetween([
      [0, 1],
      [2, 3, 4],
    ]),
  });
  expect(extrasAt(world).sides.map(({ label, isQuorate }) => [label, isQuorate])).toEqual([
    ['2 of 5', false],
    ['3 of 5', true],
  ]);
});

test('however small the picture is, no outline leaves it, and each has its words in it', () => {
  const { world } = ledWorld(5);
  give(world, {
    type: 'cut',
    links: linksBetween([
      [0, 1, 2],
      [3, 4],
    ]),
  });
  for (const [width, height] of [...frames, [320, 145], [360, 200], [600, 245], [340, 420]]) {
    const { sides } = extrasAt(world, { width, height });
    expect(sides.length).toBeGreaterThan(0);
    for (const { outline, label, x, y } of sides) {
      const points = outline.slice(1, -1).split('L');
      for (const [px, py] of points.map((point) => point.split(',').map(Number))) {
        expect(px).toBeGreaterThanOrEqual(0);
        expect(px).toBeLessThanOrEqual(width!);
        // Over it stand the tools, under it the sentence.
        expect(py).toBeGreaterThanOrEqual(24);
        expect(py).toBeLessThanOrEqual(height! - 4);
      }
      expect(Math.abs(x - width! / 2) + label.length * 3).toBeLessThanOrEqual(width! / 2);
      expect(y).toBeGreaterThan(24);
      expect(y).toBeLessThanOrEqual(height! - 4);
    }
  }
});

test('each server notes whom it voted for, and why its timer was started, for as long as it is to be read', () => {
  const world = worldOf(plainSetup(3, 7, { ...paperOptions, latencyMs: [10, 10] }));
  const recent: NonNullable<ReturnType<typeof advance>>[] = [];
  const play = (until: number): void => {
    for (let event = advance(world, until); event !== null; event = advance(world, until))
      recent.push(event);
  };
  play(1);
  give(world, { type: 'timeout', server: 0 });
  play(12);
  const notes = () => extrasAt(world, { recent }).notes.map(({ vote, reset }) => [vote, reset]);
  expect(notes().slice(1)).toEqual([
    ['S1', 'vote'],
    ['S1', 'vote'],
  ]);
  play(40);
  expect(leaderOf(world)).toBe(0);
  expect(notes()).toEqual([
    ['S1', ''],
    ['S1', 'heartbeat'],
    ['S1', 'heartbeat'],
  ]);
  give(world, { type: 'crash', server: 1 });
  expect(notes()[1]).toEqual(['', '']);
  give(world, { type: 'restart', server: 1 });
  advanceTo(world, 75);
  expect(extrasAt(world, { recent, lingerMs: 1 }).notes.map(({ reset }) => reset)).toEqual([
    '',
    '',
    '',
  ]);
});

test('on a small ring only the selected server says why its timer was started: words would lie over each other', () => {
  const world = worldOf(plainSetup(3, 7, { ...paperOptions, latencyMs: [10, 10] }));
  give(world, { type: 'timeout', server: 0 });
  const recent: NonNullable<ReturnType<typeof advance>>[] = [];
  for (let event = advance(world, 12); event !== null; event = advance(world, 12))
    recent.push(event);
  const small = { width: 360, height: 300, recent };
  const resets = (options: typeof small & { selected?: { type: 'server'; id: number } }) =>
    extrasAt(world, options).notes.map(({ reset }) => reset);
  expect(resets(small)).toEqual(['', '', '']);
  expect(resets({ ...small, selected: { type: 'server', id: 1 } })).toEqual(['', 'vote', '']);
});

test('why a timer was started stands clear of the sign above a server', () => {
  const world = worldOf(plainSetup(5, 7, { ...paperOptions, latencyMs: [10, 10] }));
  const recent: NonNullable<ReturnType<typeof advance>>[] = [];
  while (!world.servers.some(({ role }) => role === 'candidate')) recent.push(advance(world)!);
  const stands = world.servers.findIndex(({ role }) => role === 'candidate');
  const { y, radius } = scene(world, world.time, sceneOptions).servers[stands]!;
  const { reset, resetY } = extrasAt(world, { recent }).notes[stands]!;
  expect(reset).toBe('stands');
  // The sign takes 22 px above the ring.
  expect(resetY).toBeLessThanOrEqual(y - radius - 22);
});

test('what is noted at a server lies over no server, no words and no other note; where it has no room it is only told', () => {
  const shapes = [...frames, [640, 170], [320, 145]] as const;
  for (const [width, height] of shapes)
    for (const count of [5, 7, 9, 15, 25]) {
      const { world } = ledWorld(count);
      const options = { ...sceneOptions, width, height };
      const layout = count > 7 ? rackLayout(count, width, height) : null;
      if (count > 7 && layout === null) continue;
      const picture = layout === null ? scene(world, world.time, options) : rackOf(world, options);
      const { notes } = extras(world, world.time, picture, { ...extraOptions, ...options });
      const boxes = notes.flatMap(({ vote, x, y }) =>
        vote === '' ? [] : [{ left: x, right: x + 13 + vote.length * 6, top: y - 9, bottom: y }],
      );
      expect(notes.every(({ description }) => description !== '')).toBe(true);
      if (width > 640) expect(boxes.length).toBeGreaterThan(count / 2);
      const circles = picture.servers.map(({ x, y, radius: r }) => ({
        left: x - r,
        right: x + r,
        top: y - r,
        bottom: y + r,
      }));
      const words = picture.servers.map(({ x, y, block }) => {
        const left = x + block.x - { start: 0, middle: 0.5, end: 1 }[block.anchor] * block.width;
        const top = y + block.y + 4;
        return { left, right: left + block.width, top, bottom: top + block.height - 20 };
      });
      for (const [place, box] of boxes.entries()) {
        expect(Math.min(box.left, width - box.right)).toBeGreaterThanOrEqual(0);
        for (const other of [...circles, ...words, ...boxes.slice(place + 1)]) {
          const isBeside = box.left >= other.right || box.right <= other.left;
          expect(isBeside || box.top >= other.bottom || box.bottom <= other.top).toBe(true);
        }
      }
    }
});

test('amid the words of a rack messages are drawn plainly sooner than on a ring', () => {
  for (const [count, isPlain] of [
    [7, false],
    [25, true],
  ] as const) {
    const options = { ...paperOptions, latencyMs: [200, 200] as const };
    const world = worldOf(plainSetup(count, 7, { ...options, electionTimeoutMs: [900, 999] }));
    for (let id = 0; inFlight(world).length <= 60; id = (id + 1) % count)
      give(world, { type: 'timeout', server: id });
    expect(scene(world, world.time, sceneOptions).messages.length === 0).toBe(isPlain);
    expect(extrasAt(world).flood.length > 0).toBe(isPlain);
  }
});

test('who refused is told with its reason', () => {
  const world = worldOf(plainSetup(5, 7, { ...paperOptions, latencyMs: [10, 10] }));
  give(world, { type: 'timeout', server: 0 });
  give(world, { type: 'timeout', server: 4 });
  const refused = (): number =>
    world.servers[4]?.role === 'candidate' ? world.servers[4].votesRefused.length : 0;
  while (refused() === 0) advance(world);
  const { description } = extrasAt(world).notes[4]!;
  expect(description).toContain('for S5');
  expect(description).toContain('votedOther S1');
});

test('two quorums that follow one another share somebody, and say whom', () => {
  const world = worldOf(plainSetup(5, 7, { ...paperOptions, latencyMs: [10, 10] }));
  const recent: NonNullable<ReturnType<typeof advance>>[] = [];
  const play = (until: number): void => {
    for (let event = advance(world, until); event !== null; event = advance(world, until))
      recent.push(event);
  };
  give(world, { type: 'timeout', server: 0 });
  give(world, { type: 'cut', links: linksBetween([[3], [0, 1, 2, 4]]) });
  play(25);
  expect(leaderOf(world)).toBe(0);
  give(world, { type: 'heal', links: null });
  give(world, {
    type: 'cut',
    links: linksBetween([
      [1, 2],
      [0, 3, 4],
    ]),
  });
  const operation = { type: 'set', key: 'x', value: '1' } as const;
  give(world, { type: 'request', client: 'c', operation, at: 0 });
  play(400);
  const [commit, election] = quorumsIn(recent, 9).slice(-2);
  expect(election).toMatchObject({ kind: 'election', leader: 0, term: 1, shared: null });
  expect(election?.members).toHaveLength(3);
  expect(commit).toMatchObject({ kind: 'commit', index: 1, members: [0, 3, 4] });
  expect(commit?.shared).toEqual(election?.members.filter((id) => [0, 3, 4].includes(id)));
  expect(commit?.shared).toContain(0);
});
