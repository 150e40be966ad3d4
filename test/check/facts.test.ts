/** What is known of one run, or of one branch of it, is nobody else's. */
import { describe, expect, test } from 'vitest';
import { cloneChecks } from '../../src/check/index.ts';
import { forgeAnswer } from '../support/forge.ts';
import { entry } from '../support/logs.ts';
import { type Cluster, world } from '../support/world.ts';

test('what a key holds at the start of one run is not taken for what it holds in another', () => {
  const counted = (kv: Readonly<Record<string, string>>) =>
    world({ S1: { role: 'leader', currentTerm: 1, kv } }).incr('n');
  expect(counted({}).kv('S1')).toEqual({ n: '1' });
  const second = counted({ n: '5' });
  expect(second.kv('S1')).toEqual({ n: '6' });
  expect(second.broken).toEqual([]);
});

test('a command of a future that was left is not taken for one with the same number in another', () => {
  const cluster = world({ S1: {} });
  const { checks } = cluster;
  const kept = { checks: cloneChecks(checks), seq: cluster.world.seq };
  const done = { ok: true } as const;
  expect(forgeAnswer(cluster, { type: 'set', key: 'a', value: '1' }, done)).toEqual([]);
  Object.assign(checks, kept.checks);
  cluster.world.seq = kept.seq;
  expect(forgeAnswer(cluster, { type: 'set', key: 'b', value: '1' }, done)).toEqual([]);
  const read = forgeAnswer(cluster, { type: 'get', key: 'b' }, { ok: true, value: '1' });
  expect(read).toEqual([]);
});

describe('what is known at the start', () => {
  const count = { type: 'incr', key: 'n' } as const;
  const read = { type: 'get', key: 'n' } as const;
  const counted = entry(1, count);
  const told = (cluster: Cluster, value: string) =>
    forgeAnswer(cluster, read, { ok: true, value }, { serial: 2 }).map(({ property }) => property);

  test('a command that stands on three servers is one, and takes effect once', () => {
    const start = { log: [counted], currentTerm: 1 };
    expect(told(world({ S1: start, S2: start, S3: start }), '1')).toEqual([]);
    expect(told(world({ S1: start, S2: start, S3: start }), '2')).toEqual(['Linearizability']);
  });
  test('one that stands only on a stopped server may take effect too', () => {
    expect(told(world({ S1: {}, S2: { log: [counted], running: false }, S3: {} }), '1')).toEqual(
      [],
    );
  });
  test('what the snapshot of a stopped server holds was there', () => {
    const snapshot = { lastIndex: 3, lastTerm: 1, kv: { n: '7' } };
    expect(told(world({ S1: {}, S2: { snapshot, running: false } }), '7')).toEqual([]);
  });
  test('it is committed, too', () => {
    const snapshot = { lastIndex: 3, lastTerm: 1 };
    const cluster = world({ S1: {}, S2: { snapshot, running: false } });
    expect(cluster.checks.facts.committed.length).toBe(3);
  });
});

test('what took effect twice while there were no sessions stays explained when there are some again', () => {
  const cluster = world(
    { S1: { role: 'leader', currentTerm: 1 } },
    { options: { sessions: false } },
  )
    .incr('n', { loseReply: true })
    .retry('c1', 'S1')
    .options({ sessions: true })
    .incr('n')
    .get('n');
  expect(cluster.outcomes().map(({ value }) => value)).toEqual(['2', '3', '3']);
  expect(cluster.broken).toEqual([]);
});
