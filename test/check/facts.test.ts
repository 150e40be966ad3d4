/** What is known of one run, or of one branch of it, is nobody else's. */
import { expect, test } from 'vitest';
import { cloneChecks } from '../../src/check/index.ts';
import { forgeAnswer } from '../support/forge.ts';
import { world } from '../support/world.ts';

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
