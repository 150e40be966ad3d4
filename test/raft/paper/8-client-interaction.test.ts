import { expect, test } from 'vitest';
import { alike, fresh, led } from '../../support/clusters.ts';
import { entry } from '../../support/logs.ts';
import { world } from '../../support/world.ts';

const dataOf = (cluster: ReturnType<typeof world>, name: string) =>
  cluster.world.machines[cluster.id(name)]?.data;

test('§8 if its choice is not the leader, that server rejects the request and names the leader it last heard from', () => {
  const cluster = led(3).heartbeat('S1').settle().set('A', '1', { at: 'S3' });
  expect(cluster.last.clients).toMatchObject([{ at: 2, answer: { ok: false, redirect: 0 } }]);
  expect(cluster.log('S3')).toEqual([]);
  expect(cluster.log('S1')).toEqual([1]);
  expect(cluster.settle().outcomes()).toEqual([{ ok: true }]);
});

test('§8 a server that knows no leader says so, and the client waits', () => {
  const cluster = fresh(3).set('A', '1', { at: 'S2' });
  expect(cluster.last.clients).toMatchObject([{ answer: { ok: false, redirect: null } }]);
  expect(cluster.client().pending).toMatchObject({ state: 'refused' });
});

test('§8 a leader that crashes leaves the request to time out; the client tries again elsewhere', () => {
  const cluster = led(3).set('A', '1').dropAll('S1>').crash('S1').timeout('S2').settle();
  cluster.retry('c1', 'S2').settle();
  expect(cluster.outcomes()).toEqual([{ ok: true }]);
  expect(dataOf(cluster, 'S2')).toMatchObject({ key: 'A', value: '1' });
});

test('§8 a command executed whose answer was lost is answered again, without executing it again', () => {
  const cluster = led(3).incr('n', { loseReply: true }).settle();
  expect(cluster.outcomes()).toEqual([]);
  cluster.retry('c1').settle();
  expect(cluster.outcomes()).toEqual([{ ok: true, value: '1' }]);
  expect(cluster.log('S1')).toEqual([1]);
});

test('§8 also by the next leader, in whose log it may stand twice', () => {
  const cluster = led(3).incr('n', { loseReply: true }).settle().crash('S1');
  cluster.timeout('S2').settle().retry('c1', 'S2').settle();
  expect(cluster.log('S2')).toEqual([1, 2]);
  expect(cluster.outcomes()).toEqual([{ ok: true, value: '1' }]);
  expect(dataOf(cluster, 'S2')).toMatchObject({ key: 'n', value: '1' });
});

test('off, session.deduplicate: the retry counts a second time', () => {
  const cluster = led(3, { rulesOff: ['session.deduplicate'] });
  cluster.incr('n', { loseReply: true }).settle().retry('c1').settle();
  expect(cluster.outcomes()).toEqual([{ ok: true, value: '2' }]);
});

test('option sessions off: the same', () => {
  const cluster = led(3, { options: { sessions: false } });
  cluster.incr('n', { loseReply: true }).settle().retry('c1').settle();
  expect(cluster.outcomes()).toEqual([{ ok: true, value: '2' }]);
});

test('§8 with a no-op of its own term a new leader learns at once what is committed', () => {
  const start = { log: [entry(1, { type: 'set', key: 'A', value: '1' })] };
  const noop = world(alike(3, start), { options: { noop: true } })
    .timeout('S1')
    .settle();
  expect(noop.log('S1')).toEqual([1, 2]);
  expect(noop.server('S1')).toMatchObject({ commitIndex: 2, lastApplied: 2 });
  const without = world(alike(3, start)).timeout('S1').settle();
  expect(without.server('S1')).toMatchObject({ commitIndex: 0, lastApplied: 0 });
});

test('§8 only the leader that took a command answers it, and only while it leads that term', () => {
  const cluster = led(3).set('A', '1').deliver('S1>S2').dropAll('S1>S3').dropAll('S2>S1');
  cluster.timeout('S2').settle();
  expect(cluster.role('S1')).toBe('follower');
  cluster.set('B', '2', { at: 'S2', client: 'c2' }).settle().heartbeat('S2').settle();
  expect(cluster.server('S1').lastApplied).toBe(2);
  expect(cluster.outcomes('c1')).toEqual([]);
  expect(cluster.outcomes('c2')).toEqual([{ ok: true }]);
});
