/** What the picture of a world says, fact by fact. */
import { expect, test } from 'vitest';
import {
  advance,
  advanceTo,
  bothWays,
  type Command,
  type Event,
  execute,
  inFlight,
  leaderOf,
  linksBetween,
  paperOptions,
  plainSetup,
  type World,
  worldOf,
} from '../../src/sim/index.ts';
import { type MessageMark, type Scene, type SceneOptions, scene } from '../../src/viz/index.ts';
import { extrasAt, lostSides, sceneOptions } from './words.ts';

const at = (world: World, now = world.time, options: Partial<SceneOptions> = {}): Scene =>
  scene(world, now, { ...sceneOptions, ...options });

function give(world: World, command: Command): Event {
  const result = execute(world, command);
  if (!result.ok) throw new Error(result.error.reason);
  return result.value;
}

/** A world that has elected its first leader and sent what a leader sends. */
function ledWorld(servers = 5): { world: World; leader: number } {
  const world = worldOf(plainSetup(servers, 7, { ...paperOptions, latencyMs: [10, 10] }));
  advanceTo(world, 600);
  return { world, leader: leaderOf(world) as number };
}

/** The same, at the moment of a heartbeat: every message is at its start. */
function atHeartbeat(): { world: World; leader: number } {
  const { world, leader } = ledWorld();
  while (inFlight(world).length > 0) advance(world);
  give(world, { type: 'heartbeat', server: leader });
  return { world, leader };
}

const messageOf = (picture: Scene, to: number): MessageMark =>
  picture.messages.find((mark) => mark.to === to) as MessageMark;

test('a message goes its way linearly and exactly, from ring to ring', () => {
  const { world, leader } = atHeartbeat();
  const [start, end] = [world.time, world.time + 10];
  const to = (leader + 1) % 5;
  const places = [0, 0.25, 0.5, 1].map((share) =>
    messageOf(at(world, start + (end - start) * share), to),
  );
  const [first, quarter, half, last] = places as [
    MessageMark,
    MessageMark,
    MessageMark,
    MessageMark,
  ];
  expect(quarter.x).toBeCloseTo(first.x + (last.x - first.x) / 4, 9);
  expect(quarter.y).toBeCloseTo(first.y + (last.y - first.y) / 4, 9);
  expect(half.x).toBeCloseTo((first.x + last.x) / 2, 9);
  const { servers } = at(world);
  const distance = (mark: MessageMark, id: number): number =>
    Math.hypot(mark.x - servers[id]!.x, mark.y - servers[id]!.y) - servers[id]!.radius;
  expect(distance(first, leader)).toBeCloseTo(5, 9);
  expect(distance(last, to)).toBeCloseTo(5, 9);
});

test('a message shows its kind, its entries and the terms that differ', () => {
  const { world, leader } = atHeartbeat();
  const heartbeat = at(world).messages[0]!;
  expect(heartbeat).toMatchObject({ kind: 'heartbeat', term: null, entryCount: 0 });
  advance(world);
  const operation = { type: 'set', key: 'x', value: '1' } as const;
  for (const client of ['a', 'b', 'c', 'd']) {
    give(world, { type: 'request', client, operation, at: leader });
    advanceTo(world, world.time + 0.1);
  }
  const sent = at(world).messages.find(({ kind }) => kind === 'appendEntries')!;
  expect(sent.entryCount).toBe(1);
  expect(sent.entryLooks.map(({ className }) => className)).toEqual(['term-1']);
  give(world, { type: 'timeout', server: (leader + 1) % 5 });
  const asked = at(world).messages.filter(({ kind }) => kind === 'requestVote');
  expect(asked.map(({ term }) => term)).toEqual([2, 2, 2, 2]);
  // What the leader has sent is of an older term now, and says so.
  expect(at(world).messages.find(({ id }) => id === sent.id)?.term).toBe(1);
});

test('a held message rests in the middle, and one at a paused server waits at its door', () => {
  const { world, leader } = atHeartbeat();
  const [held, barred] = [(leader + 1) % 5, (leader + 2) % 5];
  give(world, { type: 'hold', message: messageOf(at(world), held).id });
  give(world, { type: 'pause', server: barred });
  advanceTo(world, world.time + 20);
  const picture = at(world);
  expect(messageOf(picture, held).state).toBe('held');
  expect(messageOf(picture, barred).state).toBe('atDoor');
  const door = picture.servers[barred]!;
  const { x, y } = messageOf(picture, barred);
  expect(Math.hypot(x - door.x, y - door.y) - door.radius).toBeCloseTo(13, 6);
});

test('however many wait at a door, the queue ends before it reaches who sent them', () => {
  const { world, leader } = atHeartbeat();
  const barred = (leader + 1) % 5;
  give(world, { type: 'pause', server: barred });
  for (let more = 30; more > 0; more -= 1) give(world, { type: 'heartbeat', server: leader });
  advanceTo(world, world.time + 20);
  const { messages, servers } = at(world);
  const waiting = messages.filter(({ state }) => state === 'atDoor');
  expect(waiting.length).toBeGreaterThan(30);
  const { x, y, radius } = servers[leader]!;
  const door = servers[barred]!;
  const apart = Math.hypot(door.x - x, door.y - y);
  for (const mark of waiting) {
    expect(Math.hypot(mark.x - x, mark.y - y)).toBeGreaterThan(radius);
    expect(Math.hypot(mark.x - door.x, mark.y - door.y)).toBeLessThan(apart);
  }
});

test('at every width the words above a server stay below the tools of the stage', () => {
  const tools = 30;
  for (const servers of [1, 2, 3, 4, 5, 6, 7])
    for (const [width, height] of [
      [342, 396],
      [470, 467],
      [550, 567],
      [712, 560],
      [1000, 420],
    ] as const) {
      const { world } = ledWorld(servers);
      const standing = worldOf(plainSetup(servers, 7, paperOptions));
      give(standing, { type: 'timeout', server: 0 });
      for (const one of [world, standing])
        for (const { y, radius, block } of at(one, one.time, { width, height }).servers) {
          const crown = y - radius - 22;
          // The first line of a block stands 15 px below its top.
          expect(Math.min(crown, y + block.y - 15)).toBeGreaterThanOrEqual(tools);
        }
    }
});

test('without motion nothing travels: a message stays where it is until it arrives', () => {
  const { world } = atHeartbeat();
  const still = { motion: false };
  const before = at(world, world.time, still).messages;
  const after = at(world, world.time + 9, still).messages;
  expect(after).toEqual(before);
  expect(before.every(({ state, reach }) => state === 'still' && reach > 0)).toBe(true);
});

test('a lost message goes a part of its way, is crossed out, and fades', () => {
  const { world, leader } = ledWorld();
  while (inFlight(world).length > 0) advance(world);
  const to = (leader + 1) % 5;
  give(world, { type: 'cut', links: [[leader, to]] });
  give(world, { type: 'heartbeat', server: leader });
  const drop = advance(world, world.time) as Event;
  expect(drop.kind).toBe('drop');
  const ghost = (after: number) => at(world, world.time + after, { losses: [drop] }).ghosts[0];
  expect(ghost(2)).toMatchObject({ isLost: false, opacity: 1 });
  expect(ghost(6)).toMatchObject({ isLost: true });
  expect(ghost(6)!.message.x).toBe(ghost(9)!.message.x);
  expect(ghost(9)!.opacity).toBeLessThan(ghost(6)!.opacity);
  expect(ghost(20)).toBeUndefined();
});

test('where time stands still a lost message is crossed out where it lay, and fades with what happens', () => {
  const world = worldOf({ ...plainSetup(3, 7), timers: 'manual', delivery: 'manual' });
  give(world, { type: 'timeout', server: 0 });
  const [lost] = inFlight(world);
  const drop = give(world, { type: 'drop', message: lost!.id });
  const ghost = () => at(world, world.time, { losses: [drop] }).ghosts[0];
  expect(ghost()).toMatchObject({ isLost: true, opacity: 1 });
  const place = ghost()!.message;
  give(world, { type: 'crash', server: 1 });
  give(world, { type: 'restart', server: 1 });
  expect(ghost()!.opacity).toBeLessThan(1);
  expect(ghost()!.message).toMatchObject({ x: place.x, y: place.y });
  for (let turn = 0; turn < 5; turn += 1) {
    give(world, { type: 'crash', server: 1 });
    give(world, { type: 'restart', server: 1 });
  }
  expect(world.time).toBe(0);
  expect(ghost()).toBeUndefined();
});

test('a link is up, cut, or cut one way, and then drawn from who still gets through', () => {
  const { world } = ledWorld(3);
  give(world, { type: 'cut', links: bothWays(0, 1) });
  give(world, { type: 'cut', links: [[0, 2]] });
  const { links } = at(world);
  expect(links.map(({ key, a, b, state }) => [key, a, b, state])).toEqual([
    ['0-1', 0, 1, 'cut'],
    ['0-2', 2, 0, 'oneWay'],
    ['1-2', 1, 2, 'up'],
  ]);
  expect(links[1]?.label).toBe('S3-S1 oneWay');
});

test('the side without a majority is outlined and counted; a one-way cut parts nobody', () => {
  const { world } = ledWorld();
  expect(lostSides(world)).toEqual([]);
  give(world, { type: 'cut', links: [0, 2, 3, 4].map((other) => [1, other] as const) });
  expect(lostSides(world)).toEqual([]);
  give(world, { type: 'cut', links: linksBetween([[1], [0, 2, 3, 4]]) });
  expect(lostSides(world).map(({ key, label }) => [key, label])).toEqual([['1', '1 of 5']]);
  give(world, {
    type: 'cut',
    links: linksBetween([
      [0, 4],
      [2, 3],
    ]),
  });
  expect(lostSides(world).map(({ label }) => label)).toEqual(['2 of 5', '1 of 5', '2 of 5']);
});

test('a leader is stale once a majority is in a later term, not for one server ahead', () => {
  const { world, leader } = ledWorld();
  const others = [0, 1, 2, 3, 4].filter((id) => id !== leader);
  const alone = others[0]!;
  give(world, { type: 'cut', links: linksBetween([[alone], [...others.slice(1), leader]]) });
  give(world, { type: 'timeout', server: alone });
  expect(at(world).servers[leader]).toMatchObject({ role: 'leader', isStale: false });
  give(world, { type: 'heal', links: null });
  give(world, { type: 'cut', links: linksBetween([[leader], others]) });
  give(world, { type: 'timeout', server: others[1]! });
  while (leaderOf(world) === leader) advance(world);
  const { servers } = at(world);
  expect(servers[leader]).toMatchObject({ isStale: true, label: `server ${leader}, old` });
  expect(servers[leader]?.block.detail).toBe('old');
});

test('a candidate has a slot for every voter, filled as the answers come', () => {
  const world = worldOf(plainSetup(5, 7));
  give(world, { type: 'timeout', server: 2 });
  const ballots = (): unknown => at(world).servers[2]!.ballots;
  expect(ballots()).toEqual([{ caption: '1 of 5', granted: 1, refused: 0, size: 5, majority: 3 }]);
  while (advance(world)?.envelope?.message.type !== 'RequestVoteResponse');
  expect(ballots()).toEqual([{ caption: '2 of 5', granted: 2, refused: 0, size: 5, majority: 3 }]);
  // Each voter says once whom it voted for: the candidate itself, and who granted.
  expect(extrasAt(world).notes.filter(({ vote }) => vote === 'S3').length).toBeGreaterThan(1);
  for (const { block } of at(world).servers) expect(block.detail).not.toContain('S3');
});

test.each([
  { width: 440, caption: '' },
  { width: 712, caption: '1 of 7' },
])('seven slots keep their size in $width px, where there is no room for words too', (frame) => {
  const world = worldOf(plainSetup(7, 7));
  give(world, { type: 'timeout', server: 0 });
  const { ballots, block } = at(world, world.time, { width: frame.width }).servers[0]!;
  expect(ballots.map(({ caption }) => caption)).toEqual([frame.caption]);
  expect(block.room).toBeGreaterThanOrEqual(0.85 * 7 * 15);
});

test('a timer shows what is left of the longest timeout, and stops with its server', () => {
  const world = worldOf(plainSetup(3, 7));
  const due = world.timers.dueAt[1] as number;
  expect(at(world, 0).servers[1]?.timer).toEqual({
    kind: 'election',
    lease: 0,
    left: due / 300,
    drawn: due / 300,
  });
  const later = at(world, 100).servers[1]!;
  expect(later.timer?.left).toBeCloseTo((due - 100) / 300, 9);
  expect(later.block.detail).toBe(`follower · ${Math.ceil(due - 100)} ms`);
  expect(at(world, 100, { grainMs: 50 }).servers[1]?.block.detail).toBe(
    `follower · ${Math.ceil((due - 100) / 50) * 50} ms`,
  );
  give(world, { type: 'crash', server: 1 });
  expect(at(world).servers[1]).toMatchObject({ timer: null, condition: 'crashed' });
});

test('every server and its words stand inside of the picture, from one server to nine', () => {
  for (const [width, height] of [
    [712, 560],
    [390, 440],
    [1000, 420],
    [320, 220],
  ] as const) {
    for (let count = 1; count <= 9; count += 1) {
      const world = worldOf(plainSetup(count, 1));
      for (const { x, y, radius, block } of at(world, 0, { width, height }).servers) {
        const left =
          block.anchor === 'start' ? 0 : block.anchor === 'end' ? -block.width : -block.width / 2;
        expect(Math.min(x - radius, x + block.x + left)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x + radius, x + block.x + left + block.width)).toBeLessThanOrEqual(width);
        expect(Math.min(y - radius, y + block.y - 15)).toBeGreaterThanOrEqual(0);
        expect(Math.max(y + radius, y + block.y - 15 + block.height)).toBeLessThanOrEqual(height);
      }
    }
  }
});

test('in a low picture the ring is drawn out, and no server stands on another or on its words', () => {
  for (const [width, height] of [
    [320, 165],
    [360, 200],
    [640, 170],
    [480, 330],
  ] as const)
    for (const count of [4, 5]) {
      const { servers } = at(worldOf(plainSetup(count, 1)), 0, { width, height });
      const across =
        Math.max(...servers.map(({ x }) => x)) - Math.min(...servers.map(({ x }) => x));
      const down = Math.max(...servers.map(({ y }) => y)) - Math.min(...servers.map(({ y }) => y));
      if ((servers[0]?.radius ?? 0) < 26) expect(across).toBeGreaterThan(down * 1.05);
      for (const one of servers)
        for (const other of servers.filter(({ id }) => id !== one.id)) {
          const apart = Math.hypot(one.x - other.x, one.y - other.y);
          expect(apart).toBeGreaterThan(one.radius + other.radius);
          const { block } = one;
          const left =
            one.x + block.x - { start: 0, middle: 0.5, end: 1 }[block.anchor] * block.width;
          const isBeside =
            left > other.x + other.radius || left + block.width < other.x - other.radius;
          const top = one.y + block.y - 15;
          const isOver = top + block.height < other.y - other.radius;
          expect(isBeside || isOver || top > other.y + other.radius).toBe(true);
        }
    }
});

test('a name that has no room is cut short in the picture, and whole for the ear', () => {
  const name = 'a-server-with-a-long-name';
  const world = worldOf({ ...plainSetup(3, 7), names: [name, 'b', 'c'] });
  const [mark] = at(world).servers;
  expect(mark?.name).toBe('a-server-with-a…');
});

test('a server that is another in the picture beside carries a sign of its own', () => {
  const { world } = ledWorld();
  const lit = at(world, world.time, { lit: [1, 3] }).servers;
  expect(lit.filter(({ isLit }) => isLit).map(({ id }) => id)).toEqual([1, 3]);
  expect(at(world).servers.some(({ isLit }) => isLit)).toBe(false);
});
