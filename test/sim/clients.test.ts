import { describe, expect, test } from 'vitest';
import { placeOf } from '../../src/sim/index.ts';
import { alike, led } from '../support/clusters.ts';
import { type Cluster, running, world } from '../support/world.ts';

const steady = (terms?: Parameters<typeof running>[1]): Cluster =>
  running({ ...alike(3, { currentTerm: 1 }), S1: { role: 'leader', currentTerm: 1 } }, terms);
const told = (cluster: Cluster) =>
  cluster.events.flatMap(({ time, clients }) =>
    clients.map(({ client, what, at, attempt, answer }) => ({
      time,
      client,
      what,
      at,
      attempt,
      answer,
    })),
  );
const counted = (cluster: Cluster, name: string) =>
  cluster.world.machines[cluster.id(name)]?.data?.value ?? '0';

describe('whom a client asks', () => {
  test('the running leader of the highest term at first, else the first server', () => {
    expect(led(3).set('A', '1').last.clients[0]?.at).toBe(0);
    const two = {
      S1: { role: 'leader', currentTerm: 1 },
      S2: {},
      S3: { role: 'leader', currentTerm: 2 },
    } as const;
    expect(world(two).set('A', '1').last.clients[0]?.at).toBe(2);
    expect(world(two).crash('S3').set('A', '1').last.clients[0]?.at).toBe(0);
    expect(world(alike(3, {})).set('A', '1').last.clients[0]?.at).toBe(0);
  });
  test('whom it was told of, from then on', () => {
    const cluster = steady().run(80).set('A', '1', { at: 'S2' }).run(50).set('B', '2').run(50);
    expect(
      told(cluster)
        .filter(({ what }) => what === 'asked')
        .map(({ at }) => at),
    ).toEqual([1, 0, 0]);
    expect(cluster.outcomes()).toHaveLength(2);
  });
  test('the server it is told to ask, whatever it believes', () => {
    expect(
      steady().run(80).set('A', '1').run(50).set('B', '2', { at: 'S3' }).last.clients[0]?.at,
    ).toBe(2);
  });
});

describe('a redirect', () => {
  test('counts as a reply and is followed at once', () => {
    const cluster = steady().run(80).set('A', '1', { at: 'S2' }).run(0);
    expect(cluster.client().replies.buffer).toEqual([{ ok: false, redirect: 0 }]);
    expect(cluster.client().pending).toMatchObject({
      at: 0,
      state: 'accepted',
      redirects: 1,
      attempt: 1,
    });
    expect(cluster.world.time).toBe(80);
  });
  test('is not followed in circles', () => {
    // Two followers that each believe the other leads.
    const start = { S1: { currentTerm: 1 }, S2: { currentTerm: 1 } };
    const cluster = running(start);
    cluster.receive('S2>S1', heartbeatOf(1)).receive('S1>S2', heartbeatOf(0));
    cluster.set('A', '1', { at: 'S1' }).run(0);
    expect(cluster.client().pending).toMatchObject({ state: 'refused' });
    expect(cluster.client().replies.length).toBe(3);
  });
});

const heartbeatOf = (leaderId: number) =>
  ({
    type: 'AppendEntriesRequest',
    term: 1,
    leaderId,
    prevLogIndex: 0,
    prevLogTerm: 0,
    entries: [],
    leaderCommit: 0,
  }) as const;

describe('one command out at a time', () => {
  test('later ones queue, and go out in order', () => {
    const cluster = steady().incr('n').incr('n').incr('n');
    expect(cluster.last.clients).toMatchObject([{ what: 'queued' }]);
    expect(cluster.client()).toMatchObject({ serial: 1, queue: [{}, {}] });
    cluster.run(200);
    expect(cluster.outcomes().map(({ value }) => value)).toEqual(['1', '2', '3']);
    expect(cluster.client()).toMatchObject({ serial: 3, pending: null, queue: [] });
  });
  test('a queued command starts its own timer when it goes out', () => {
    const options = { clientTimeoutMs: 100, latencyMs: [10, 10] } as const;
    const cluster = steady({ options }).incr('n').incr('n').run(20);
    expect(cluster.client().pending).toMatchObject({ attempt: 1, calledAt: 20, retryAt: 120 });
  });
  test('clients do not wait for each other', () => {
    const cluster = steady().incr('n', { client: 'a' }).incr('n', { client: 'b' }).run(100);
    expect([cluster.outcomes('a'), cluster.outcomes('b')]).toMatchObject([
      [{ value: '1' }],
      [{ value: '2' }],
    ]);
  });
});

describe('no answer in time', () => {
  test('the client asks again, the next server in turn, with the same serial', () => {
    const cluster = steady({ options: { clientTimeoutMs: 60 } })
      .pause('S1')
      .pause('S2')
      .pause('S3');
    cluster.set('A', '1').run(200);
    expect(told(cluster).map(({ time, at, attempt, what }) => [time, at, attempt, what])).toEqual([
      [0, 0, 1, 'unreachable'],
      [60, 1, 2, 'unreachable'],
      [120, 2, 3, 'unreachable'],
      [180, 0, 4, 'unreachable'],
    ]);
    expect(cluster.client().serial).toBe(1);
  });
  test('on time, also where a server’s timer was due later', () => {
    // A message later than the retry, and timers later still: nothing may make it late.
    const options = {
      clientTimeoutMs: 30,
      latencyMs: [60, 60],
      electionTimeoutMs: [900, 900],
    } as const;
    const cluster = steady({ options: { ...options, heartbeatIntervalMs: 200 } })
      .run(262)
      .crash('S3');
    cluster.set('A', '1', { at: 'S3' }).run(100);
    expect(
      told(cluster)
        .map(({ time }) => time)
        .slice(0, 2),
    ).toEqual([262, 292]);
  });
  test('a lost leader: the command is executed by the next one, once', () => {
    const cluster = steady({ options: { clientTimeoutMs: 300 } })
      .cut('S1', 'S2')
      .cut('S1', 'S3');
    cluster.incr('n', { at: 'S1' }).run(3000);
    expect(cluster.outcomes()).toEqual([{ ok: true, value: '1' }]);
    expect(cluster.heal().run(1000).leader()).not.toBe('S1');
    expect(['S1', 'S2', 'S3'].map((name) => counted(cluster, name))).toEqual(['1', '1', '1']);
  });
  test('no majority: it stays pending, for as long as it takes', () => {
    const cluster = steady().crash('S2').crash('S3').set('A', '1').run(20_000);
    expect(cluster.client().pending).toMatchObject({ attempt: 21 });
    expect(cluster.outcomes()).toEqual([]);
    expect(cluster.restart('S2').run(3000).outcomes()).toEqual([{ ok: true }]);
  });
  test('with manual timers it asks again on command only', () => {
    const cluster = world({ S1: {}, S2: {} }, { delivery: 'auto' })
      .crash('S1')
      .set('A', '1')
      .run(60_000);
    expect(told(cluster)).toHaveLength(1);
    expect(cluster.retry('c1').last.clients).toMatchObject([{ at: 1, attempt: 2 }]);
    expect(cluster.retry('c1', 'S2').last.clients).toMatchObject([{ at: 1, attempt: 3 }]);
  });
});

test('where a redirect ends at a server that knows no leader, the turn goes on from the server asked first', () => {
  // S3 points at S2, which knows nobody: the turn after S2 would lead to S3 again, and so for ever.
  const cluster = led(3).receive('S2>S3', heartbeatOf(1)).set('A', '1', { at: 'S3' });
  expect(cluster.client().pending).toMatchObject({ at: 1, first: 2, state: 'refused' });
  expect(cluster.retry('c1').last.clients).toMatchObject([{ at: 0, attempt: 2 }]);
});

describe('loseReply', () => {
  test('loses the first answer that is no redirect, and the retry gets it', () => {
    const cluster = steady().run(80).incr('n', { at: 'S2', loseReply: true }).run(500);
    expect(cluster.client().replies.buffer).toEqual([{ ok: false, redirect: 0 }]);
    cluster.run(1000);
    expect(cluster.outcomes()).toEqual([{ ok: true, value: '1' }]);
    expect(counted(cluster, 'S1')).toBe('1');
  });
});

describe('the door of a paused server', () => {
  test('a command waits there and is taken when the server runs again', () => {
    const cluster = steady().pause('S1').set('A', '1');
    expect(cluster.last.clients).toMatchObject([{ what: 'unreachable' }]);
    cluster.run(60).resume('S1').run(60);
    expect(cluster.outcomes()).toEqual([{ ok: true }]);
  });
  test('one that was answered elsewhere meanwhile is not executed again', () => {
    const cluster = steady({ options: { clientTimeoutMs: 700 } })
      .pause('S1')
      .incr('n')
      .run(3000);
    expect(cluster.outcomes()).toHaveLength(1);
    cluster.resume('S1').run(1000);
    expect(['S1', 'S2', 'S3'].map((name) => counted(cluster, name))).toEqual(['1', '1', '1']);
    expect(cluster.outcomes()).toHaveLength(1);
  });
  test('a crash takes it away', () => {
    const cluster = steady().pause('S2').set('A', '1', { at: 'S2' }).crash('S2').restart('S2');
    cluster.pause('S2').resume('S2').run(10);
    expect(told(cluster)).toHaveLength(1);
  });
});

test('latency between client and server: sent, handed over, answered are three moments', () => {
  const options = { clientLatencyMs: 5, latencyMs: [10, 10] } as const;
  const cluster = steady({ options }).set('A', '1').run(40);
  expect(told(cluster).map(({ time, what }) => [time, what])).toEqual([
    [0, 'sent'],
    [5, 'asked'],
    [30, 'answered'],
  ]);
  expect(cluster.client().completed.buffer).toMatchObject([{ call: 0, return: 30 }]);
});

describe('who answers is named, also where the client has gone on to ask another', () => {
  test('an answer on its way', () => {
    const options = { clientTimeoutMs: 28, clientLatencyMs: 5, latencyMs: [10, 10] } as const;
    const cluster = steady({ options }).set('A', '1').run(31);
    expect(told(cluster).slice(-2)).toMatchObject([
      { time: 28, what: 'sent', at: 1 },
      { time: 30, what: 'answered', at: 0 },
    ]);
  });
  test('a refusal from behind a door', () => {
    const cluster = steady({ options: { clientTimeoutMs: 70 } })
      .cut('S1', 'S2')
      .cut('S1', 'S3');
    cluster.pause('S3').set('A', '1', { at: 'S3' }).run(80).resume('S3').run(0);
    expect(told(cluster).slice(-2)).toMatchObject([
      { time: 70, at: 0, what: 'asked' },
      { time: 80, at: 2, what: 'asked', answer: { redirect: null } },
    ]);
  });
  test('an entry applied by a leader that was asked before', () => {
    const options = { clientTimeoutMs: 15, latencyMs: [10, 10] } as const;
    const cluster = steady({ options }).pause('S2').set('A', '1').run(30);
    expect(told(cluster).at(-1)).toMatchObject({ time: 20, what: 'answered', at: 0 });
  });
});

test('the place of a pending command in a log', () => {
  const cluster = led(3).set('A', '1').set('B', '2', { client: 'c2' });
  expect(placeOf(cluster.server('S1'), cluster.client('c2'))).toBe(2);
  expect(placeOf(cluster.server('S2'), cluster.client('c2'))).toBeNull();
});
