import { expect, test } from 'vitest';
import type { Configuration, Entry } from '../../../src/raft/index.ts';
import { appendEntries } from '../../support/logs.ts';
import { world } from '../../support/world.ts';

const half: Configuration = { voters: [0, 1], outgoing: null, learners: [] };
const whole: Configuration = { voters: [0, 1, 2], outgoing: null, learners: [] };
const config = (term: number, configuration: Configuration): Entry => ({
  term,
  payload: { type: 'config', configuration },
});

test('§6 a server always uses the latest configuration in its log, committed or not', () => {
  const cluster = world({ S1: {}, S2: {}, S3: {} });
  cluster.receive('S2>S1', appendEntries(1, 1, [0, 0], [config(1, half)]));
  expect(cluster.server('S1')).toMatchObject({ configuration: half, commitIndex: 0 });
});

test('§6 where that entry is taken away, the one before it is in force again', () => {
  const cluster = world({ S1: { log: [config(1, whole), config(1, half)] }, S2: {}, S3: {} });
  expect(cluster.server('S1').configuration).toEqual(half);
  cluster.receive('S2>S1', appendEntries(2, 1, [1, 1], [2]));
  expect(cluster.server('S1').configuration).toEqual(whole);
});

test('§6 a crash does not change it: it is in the log', () => {
  const cluster = world({ S1: { log: [config(1, half)] }, S2: {}, S3: {} });
  expect(cluster.crash('S1').restart('S1').server('S1').configuration).toEqual(half);
  expect(cluster.crash('S1').restart('S1', 'log').server('S1').configuration).toEqual(whole);
});

test('off, leader.appendOnly: with its tail a new leader drops the configuration in it too', () => {
  const start = { log: [config(1, half)] };
  const cluster = world({ S1: start, S2: start, S3: {} }, { rulesOff: ['leader.appendOnly'] });
  cluster.timeout('S1').settle('S1', 'S2');
  expect(cluster.role('S1')).toBe('leader');
  expect(cluster.log('S1')).toEqual([]);
  expect(cluster.server('S1').configuration).toEqual(whole);
});

test('§6 in joint consensus an election and a commit need a majority of each half', () => {
  const joint: Configuration = { voters: [0, 3, 4], outgoing: [0, 1, 2], learners: [] };
  const start = { config: joint };
  const cluster = world({ S1: start, S2: start, S3: start, S4: start, S5: start });
  cluster.timeout('S1').settle('S1', 'S2', 'S3');
  expect(cluster.role('S1')).toBe('candidate');
  cluster.settle('S1', 'S4');
  expect(cluster.role('S1')).toBe('leader');
  cluster.set('A', '1').settle('S1', 'S2', 'S3');
  expect(cluster.server('S1').commitIndex).toBe(0);
  expect(cluster.settle('S1', 'S5').server('S1').commitIndex).toBe(1);
});
