import { describe, expect, test } from 'vitest';
import { sortedMap } from '../../src/base/index.ts';
import { inFlight, isCut } from '../../src/sim/index.ts';
import { alike, led } from '../support/clusters.ts';
import { appendEntries } from '../support/logs.ts';
import { type Cluster, running, world } from '../support/world.ts';

const steady = (terms?: Parameters<typeof running>[1]): Cluster =>
  running({ ...alike(3, { currentTerm: 1 }), S1: { role: 'leader', currentTerm: 1 } }, terms);
const dueOf = (cluster: Cluster, name: string): number =>
  cluster.world.timers.dueAt[cluster.id(name)]!;
const drops = (cluster: Cluster) =>
  cluster.events
    .filter(({ kind }) => kind === 'drop')
    .map(({ reason, envelope }) => [
      reason,
      envelope!.message.type,
      cluster.name(envelope!.message.to),
    ]);

describe('a crash', () => {
  test('takes what is volatile and leaves what is durable', () => {
    const cluster = led(3).set('A', '1').settle().crash('S1');
    expect(cluster.server('S1')).toMatchObject({
      role: 'follower',
      currentTerm: 1,
      votedFor: 0,
      log: { length: 1 },
      commitIndex: 0,
      lastApplied: 0,
      leaderId: null,
    });
    expect(cluster.world.machines[0]).toEqual({ data: null, sessions: null });
  });
  test('stops timers, and a restart starts them afresh', () => {
    const cluster = steady().crash('S2').run(1000);
    expect(dueOf(cluster, 'S2')).toBe(Infinity);
    expect(dueOf(cluster.restart('S2'), 'S2')).toBeGreaterThanOrEqual(1150);
  });
  test('what is on its way to it is lost when it arrives, what it sent flies on', () => {
    const cluster = led(3).set('A', '1').crash('S1').deliver('S1>S2').deliver('S2>S1');
    expect(cluster.log('S2')).toEqual([1]);
    expect(drops(cluster)).toEqual([['crashed', 'AppendEntriesResponse', 'S1']]);
  });
  test('a restart may lose what a disk can lose', () => {
    const start = { currentTerm: 3, votedFor: 'S2', log: [1, 3] };
    const back = (...lose: ('votedFor' | 'currentTerm' | 'log' | 'all')[]) =>
      world({ S1: start, S2: {} })
        .crash('S1')
        .restart('S1', ...lose)
        .server('S1');
    expect(back()).toMatchObject({ currentTerm: 3, votedFor: 1, log: { length: 2 } });
    expect(back('votedFor')).toMatchObject({ currentTerm: 3, votedFor: null, log: { length: 2 } });
    expect(back('log')).toMatchObject({ currentTerm: 3, votedFor: 1, log: { length: 0 } });
    expect(back('currentTerm')).toMatchObject({ currentTerm: 0, votedFor: 1 });
    expect(back('all')).toMatchObject({ currentTerm: 0, votedFor: null, log: { length: 0 } });
  });
  test('an entry that was about to be applied is applied after the restart', () => {
    const cluster = led(3)
      .set('A', '1')
      .settle()
      .crash('S2')
      .restart('S2')
      .heartbeat('S1')
      .settle();
    expect(cluster.server('S2')).toMatchObject({ commitIndex: 1, lastApplied: 1 });
    expect(sortedMap.entries(cluster.world.machines[1]!.data)).toEqual([['A', '1']]);
  });
});

describe('a paused process', () => {
  test('runs nothing: no timer, no message, no heartbeat', () => {
    const cluster = steady().pause('S1').run(100);
    expect(cluster.server('S1').role).toBe('leader');
    expect(cluster.events.filter(({ server, kind }) => server === 0 && kind !== 'pause')).toEqual(
      [],
    );
  });
  test('what comes meanwhile waits at its door, and is read in order when it runs again', () => {
    const cluster = steady().pause('S3').set('A', '1').set('B', '2', { client: 'c2' }).run(400);
    expect(
      inFlight(cluster.world).filter(({ message }) => message.to === 2).length,
    ).toBeGreaterThan(5);
    const read = cluster
      .resume('S3')
      .run(0)
      .events.filter(({ kind }) => kind === 'receive');
    const ids = read.filter(({ server }) => server === 2).map(({ envelope }) => envelope!.id);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    expect(cluster.log('S3')).toEqual([1, 1]);
  });
  test('all that has waited is read before a timer that has run out fires', () => {
    const cluster = steady().run(120).pause('S3').run(2000).resume('S3').run(1);
    expect(cluster.events.filter(({ kind }) => kind === 'electionTimeout')).toEqual([]);
    expect(cluster.server('S3')).toMatchObject({ role: 'follower', currentTerm: 1 });
  });
  test('where nothing has waited, the timer that has run out fires at once', () => {
    const cluster = running(alike(1, {})).pause('S1').run(1000).resume('S1');
    expect(cluster.next()).toMatchObject({ kind: 'electionTimeout', time: 1000 });
  });
  test('a leader that was paused for too long finds itself deposed', () => {
    const cluster = steady().run(60).pause('S1').run(2000).resume('S1').run(200);
    expect(cluster.role('S1')).toBe('follower');
    expect(cluster.leader()).not.toBe('S1');
    expect(cluster.broken).toEqual([]);
  });
  test('one that crashes then has lost what waited at its door', () => {
    const cluster = steady().pause('S3').run(60).crash('S3').run(0);
    expect(drops(cluster)).toEqual([['crashed', 'AppendEntriesRequest', 'S3']]);
    expect(inFlight(cluster.world).filter(({ message }) => message.to === 2)).toEqual([]);
  });
  test('under manual delivery it refuses a message until it runs', () => {
    const cluster = led(3).heartbeat('S1').pause('S2');
    const [first] = inFlight(cluster.world);
    expect(cluster.refusal({ type: 'deliver', message: first!.id })).toBe('isPaused');
    expect(cluster.resume('S2').deliver('S1>S2').rules).toContain('Fol1');
  });
});

describe('a cut link', () => {
  test('loses what is sent on it, one way', () => {
    const cluster = led(3).cutOneWay('S1', 'S2').heartbeat('S1');
    expect(cluster.messages('S1>')).toMatchObject([{ to: 2 }]);
    expect(drops(cluster)).toEqual([['cut', 'AppendEntriesRequest', 'S2']]);
    cluster.receive('S2>S1', {
      type: 'AppendEntriesResponse',
      term: 1,
      success: true,
      matchIndex: 0,
    });
    expect(cluster.rules).toContain('Ldr3');
  });
  test('loses what is on its way', () => {
    const cluster = led(3).heartbeat('S1').cut('S1', 'S2');
    expect(cluster.messages('S1>')).toMatchObject([{ to: 2 }]);
    expect(drops(cluster)).toEqual([['cut', 'AppendEntriesRequest', 'S2']]);
  });
  test('loses a message that is held back on it', () => {
    const cluster = steady().run(50).hold('S1>S2').run(100).cut('S1', 'S2');
    expect(inFlight(cluster.world).filter(({ held }) => held)).toEqual([]);
  });
  test('loses nothing that has arrived at a paused server', () => {
    const cluster = steady().pause('S2').run(80).cut('S1', 'S2').run(0);
    expect(drops(cluster)).toEqual([]);
    expect(cluster.messages('>S2')).toHaveLength(1);
  });
  test('works again when mended, alone or with all others', () => {
    const cluster = led(3).cut('S1', 'S2').cut('S1', 'S3');
    cluster.give({ type: 'heal', links: [[0, 1]] });
    expect([isCut(cluster.world, 0, 1), isCut(cluster.world, 1, 0)]).toEqual([false, true]);
    cluster.heal();
    expect(cluster.heartbeat('S1').messages('S1>')).toHaveLength(2);
    expect(drops(cluster)).toEqual([]);
  });
  test('a partition cuts every link between its groups, and a server in none keeps its links', () => {
    const { world: state } = led(5).partition(['S1', 'S2'], ['S3', 'S4']);
    const cut = state.servers.flatMap((a) =>
      state.servers.filter((b) => isCut(state, a.id, b.id)).map((b) => `${a.id + 1}>${b.id + 1}`),
    );
    expect(cut).toEqual(['1>3', '1>4', '2>3', '2>4', '3>1', '3>2', '4>1', '4>2']);
  });
});

describe('a command that cannot be carried out is refused, and nothing has changed', () => {
  test.each([
    [
      'crash of a stopped server',
      'isStopped',
      (c: Cluster) => c.crash('S2'),
      { type: 'crash', server: 1 },
    ],
    ['restart of a running one', 'isRunning', (c: Cluster) => c, { type: 'restart', server: 1 }],
    [
      'restart of a paused one',
      'isRunning',
      (c: Cluster) => c.pause('S2'),
      { type: 'restart', server: 1 },
    ],
    [
      'pause of a paused one',
      'isPaused',
      (c: Cluster) => c.pause('S2'),
      { type: 'pause', server: 1 },
    ],
    ['resume of a running one', 'isNotPaused', (c: Cluster) => c, { type: 'resume', server: 1 }],
    [
      'timeout of a stopped one',
      'isStopped',
      (c: Cluster) => c.crash('S2'),
      { type: 'timeout', server: 1 },
    ],
    [
      'timeout of a paused one',
      'isPaused',
      (c: Cluster) => c.pause('S2'),
      { type: 'timeout', server: 1 },
    ],
    ['heartbeat of a follower', 'doesNotLead', (c: Cluster) => c, { type: 'heartbeat', server: 1 }],
    [
      'retry with nothing pending',
      'nothingPending',
      (c: Cluster) => c,
      { type: 'retry', client: 'c9' },
    ],
    [
      'a message that is not there',
      'noSuchMessage',
      (c: Cluster) => c,
      { type: 'drop', message: 99 },
    ],
  ] as const)('%s', (_name, reason, prepare, command) => {
    const cluster = prepare(led(3));
    const { seq } = cluster.world;
    expect(cluster.refusal(command)).toBe(reason);
    expect(cluster.world.seq).toBe(seq);
  });
});

test('a forged message is drawn its latency, and can be lost like any other', () => {
  const cluster = running(alike(2, {}), { options: { latencyMs: [7, 7] } });
  const message = { ...appendEntries(1, 0), from: 0, to: 1 };
  cluster.give({ type: 'inject', message }).run(10);
  expect(cluster.events).toMatchObject([
    { kind: 'inject', envelope: { sentBy: null } },
    { kind: 'receive', time: 7, server: 1 },
  ]);
});
