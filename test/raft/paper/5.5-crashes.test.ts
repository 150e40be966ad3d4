import { expect, test } from 'vitest';
import { alike, fresh, led } from '../../support/clusters.ts';
import { appendEntries, requestVote } from '../../support/logs.ts';
import { running, world } from '../../support/world.ts';

test('§5.5 requests to a crashed follower are retried, and complete when it restarts', () => {
  const cluster = led(3).crash('S3').set('A', '1').settle().heartbeat('S1').settle();
  expect(cluster.log('S3')).toEqual([]);
  expect(cluster.restart('S3').heartbeat('S1').settle().log('S3')).toEqual([1]);
});

test('§5.5 a candidate’s RequestVote to a crashed server fails; the next election asks again', () => {
  const cluster = fresh(3).crash('S2').crash('S3').timeout('S1').settle();
  expect(cluster.role('S1')).toBe('candidate');
  expect(cluster.restart('S2').timeout('S1').settle().leader()).toBe('S1');
});

test('§5.5 RPCs are idempotent: the same AppendEntries twice changes nothing, and is answered again', () => {
  const request = appendEntries(1, 1, [0, 0], [1, 1], 1);
  const cluster = world({ S1: {}, S2: {} }).receive('S2>S1', request);
  const [server, sent] = [cluster.server('S1'), cluster.sent];
  cluster.receive('S2>S1', request);
  expect(cluster.server('S1')).toEqual(server);
  expect(cluster.sent).toEqual(sent);
});

test('§5.5 so is RequestVote', () => {
  const request = requestVote(1, 1);
  const cluster = world({ S1: {}, S2: {} }).receive('S2>S1', request);
  const [server, sent] = [cluster.server('S1'), cluster.sent];
  cluster.receive('S2>S1', request);
  expect(cluster.server('S1')).toEqual(server);
  expect(cluster.sent).toEqual(sent);
});

test('§5.6 safety does not depend on timing: links slower than the timeouts elect nobody for long, and break nothing', () => {
  const cluster = running(alike(5, {}), { options: { latencyMs: [400, 800] }, seed: 2 }).run(
    20_000,
  );
  expect(cluster.events.filter(({ kind }) => kind === 'electionTimeout').length).toBeGreaterThan(
    100,
  );
  expect(cluster.broken).toEqual([]);
});

test('§5.6 broadcast time well below the election timeout: one leader, as long as it runs', () => {
  const cluster = running(alike(5, {}), { options: { latencyMs: [1, 10] } }).run(20_000);
  const elections = cluster.events.filter(({ rules }) => rules.ids.includes('Can2'));
  expect(elections.length).toBe(1);
});
