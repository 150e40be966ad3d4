import { describe, expect, test } from 'vitest';
import { advance, execute, inFlight } from '../../src/sim/index.ts';
import { alike, fresh, led } from '../support/clusters.ts';
import { running, world } from '../support/world.ts';

describe('manual timers and delivery', () => {
  test('nothing happens by itself', () => {
    const cluster = led(3).heartbeat('S1');
    expect(advance(cluster.world)).toBeNull();
    expect(cluster.world.timers.dueAt).toEqual([Infinity, Infinity, Infinity]);
    expect(inFlight(cluster.world)).toHaveLength(2);
  });
  test('manual timers alone: messages still arrive', () => {
    const cluster = world(alike(3, {}), { delivery: 'auto' }).timeout('S2').run(100);
    expect(cluster.leader()).toBe('S2');
    expect(cluster.run(10_000).events.some(({ kind }) => kind === 'heartbeat')).toBe(false);
  });
  test('manual delivery alone: timers still fire, and elect nobody', () => {
    const cluster = world(alike(3, {}), { timers: 'auto' }).run(3000);
    expect(cluster.leader()).toBeNull();
    expect(cluster.events.some(({ kind }) => kind === 'electionTimeout')).toBe(true);
  });
  test('an answer to a client is at once, whatever its latency', () => {
    const cluster = led(1, { options: { clientLatencyMs: 500 } }).set('A', '1');
    expect(cluster.outcomes()).toEqual([{ ok: true }]);
  });
});

describe('who delivers, changed in a run', () => {
  test('by hand: what is in flight waits, too, and goes on when messages travel by themselves again', () => {
    const cluster = running({ S1: { role: 'leader' }, S2: {}, S3: {} }).run(52);
    expect(inFlight(cluster.world)).toHaveLength(2);
    cluster.deliverBy('manual').run(500);
    expect(cluster.events.some(({ kind }) => kind === 'receive')).toBe(false);
    const [held] = inFlight(cluster.world);
    execute(cluster.world, { type: 'hold', message: held!.id });
    cluster.deliverBy('auto').run(1);
    const arrived = cluster.events.filter(({ kind }) => kind === 'receive');
    expect(arrived.map(({ envelope }) => envelope?.id)).not.toContain(held!.id);
    expect(arrived.length).toBeGreaterThan(0);
    expect(inFlight(cluster.world).some(({ id }) => id === held!.id)).toBe(true);
  });
});

describe('one message', () => {
  test('delivered: the oldest that fits, now', () => {
    const cluster = fresh(3).timeout('S1').timeout('S1').deliver('S1>S2');
    expect(cluster.last).toMatchObject({
      kind: 'receive',
      time: 0,
      envelope: { message: { term: 1 } },
    });
  });
  test('delivered before its time, it does not come again', () => {
    const cluster = running({ S1: { role: 'leader' }, S2: {} })
      .run(50)
      .deliver('S1>S2');
    expect(cluster.world.time).toBe(50);
    const times = cluster
      .run(40)
      .events.filter(({ kind, server }) => kind === 'receive' && server === 1);
    expect(times).toHaveLength(1);
  });
  test('dropped: an event with its reason', () => {
    const cluster = fresh(3).timeout('S1').drop('S1>S3');
    expect(cluster.last).toMatchObject({
      kind: 'drop',
      reason: 'command',
      envelope: { message: { to: 2 } },
    });
    expect(cluster.messages('S1>S3')).toEqual([]);
  });
  test('doubled: the copy has an id of its own and arrives too', () => {
    const cluster = fresh(3).timeout('S1').duplicate('S1>S2');
    expect(cluster.last).toMatchObject({ kind: 'duplicate', envelope: { id: 3, copyOf: 1 } });
    expect(cluster.deliver('S1>S2').deliver('S1>S2').messages('S2>S1')).toHaveLength(2);
  });
  test('held back until it is released, while others pass', () => {
    const start = { S1: { role: 'leader', currentTerm: 1 }, S2: {}, S3: {} } as const;
    const cluster = running(start).run(50).hold('S1>S2').run(500);
    const held = inFlight(cluster.world).filter((one) => one.held);
    expect(held).toMatchObject([{ sentAt: 50, message: { to: 1 } }]);
    expect(cluster.server('S3').leaderId).toBe(0);
    cluster.release('S1>S2', { prevLogIndex: 0 });
    expect(inFlight(cluster.world).filter((one) => one.held)).toEqual([]);
  });
  test('settle passes over a held one', () => {
    const cluster = fresh(3).timeout('S1').hold('S1>S2').settle();
    expect(cluster.role('S1')).toBe('leader');
    expect(cluster.messages('S1>S2').map(({ type }) => type)).toEqual(['RequestVoteRequest']);
  });
});

test('at time 0 what the setup left to apply is applied first', () => {
  const cluster = running({ S1: { log: [1, 1], commitIndex: 2, lastApplied: 1 }, S2: {} });
  expect(cluster.events).toMatchObject([
    { kind: 'apply', time: 0, server: 0, after: { lastApplied: 2 } },
  ]);
});

test('a setup fills in what it leaves out', () => {
  const cluster = world({
    S1: {
      role: 'leader',
      currentTerm: 3,
      log: [1, 3],
      commitIndex: 1,
      matchIndex: { S2: 1 },
      nextIndex: { S2: 2 },
    },
    S2: { log: [1] },
    S3: { role: 'candidate', currentTerm: 3, votesGranted: ['S3', 'S2'] },
    S4: { running: false, currentTerm: 2, log: [1, 1], commitIndex: 2 },
    S5: { kv: { A: '1' } },
  });
  expect(cluster.server('S1')).toMatchObject({ votedFor: 0, leaderId: 0, lastApplied: 1 });
  expect(cluster.progress('S1', 'S2')).toMatchObject({ nextIndex: 2, matchIndex: 1 });
  expect(cluster.progress('S1', 'S3')).toMatchObject({ nextIndex: 3, matchIndex: 0 });
  expect(cluster.server('S2')).toMatchObject({ role: 'follower', currentTerm: 1, votedFor: null });
  expect(cluster.server('S3')).toMatchObject({
    role: 'candidate',
    votedFor: 2,
    votesGranted: [2, 1],
  });
  expect(cluster.server('S4')).toMatchObject({
    role: 'follower',
    commitIndex: 0,
    log: { length: 2 },
  });
  expect(cluster.world.conditions[3]).toBe('crashed');
  expect(cluster.world.machines[4]?.data).toMatchObject({ key: 'A', value: '1' });
  expect(cluster.world.seq).toBe(6);
});
