/**
 * Runs that a person can read, held byte by byte. Where a change of them is meant: `npx vitest run test/timeline -u`,
 * and read what has changed before keeping it.
 */
import { expect, test } from 'vitest';
import type { Options } from '../../src/sim/index.ts';
import { alike, figure7 } from '../support/clusters.ts';
import { transcriptOf } from '../support/transcript.ts';
import { type Cluster, running, world } from '../support/world.ts';

const names = (count: number): string[] => Array.from({ length: count }, (_, id) => `S${id + 1}`);
const led = (count: number, options: Partial<Options> = {}): Cluster =>
  running(
    { ...alike(count, { currentTerm: 1 }), S1: { role: 'leader', currentTerm: 1 } },
    { options: { latencyMs: [10, 10], ...options } },
  );
const isElected = (cluster: Cluster): boolean => cluster.leader() !== null;

/** The run of each file, in the order of the story. */
const runs: Record<string, { title: string; servers: string[]; run: () => Cluster }> = {
  election: {
    title: 'Three servers start, and one of them is elected',
    servers: names(3),
    run: () => running(alike(3, {})).runUntil(isElected).run(70),
  },
  set: {
    title:
      'SET A 1 on three servers: appended, replicated, committed, applied, answered; then everybody learns',
    servers: names(3),
    run: () => led(3).run(20).set('A', '1').run(60),
  },
  'leader-killed': {
    title: 'The leader is killed with a command in its log alone; the client finds the next leader',
    servers: names(3),
    run: () => {
      const cluster = led(3, { clientTimeoutMs: 250, heartbeatIntervalMs: 100 })
        .run(70)
        .set('A', '1')
        .run(30)
        .cut('S1', 'S2')
        .cut('S1', 'S3');
      cluster.set('B', '2').run(5).crash('S1').heal();
      return cluster
        .runUntil((c) => c.outcomes().length === 2)
        .restart('S1')
        .run(250);
    },
  },
  'split-vote': {
    title: 'Two of four stand at once, each gets half the votes; the next term decides',
    servers: names(4),
    run: () =>
      running(alike(4, {}), {
        options: {
          latencyMs: [10, 10],
          servers: { 0: { electionTimeoutMs: [150, 150] }, 3: { electionTimeoutMs: [150, 190] } },
        },
      })
        .cutOneWay('S1', 'S3')
        .cutOneWay('S4', 'S2')
        .run(151)
        .timeout('S4')
        .run(40)
        .heal()
        .runUntil(isElected),
  },
  partition: {
    title:
      'Five servers fall apart, both sides have a leader, one of them can commit; then the parts join',
    servers: names(5),
    run: () => {
      const cluster = led(5).run(20).partition(['S1', 'S2'], ['S3', 'S4', 'S5']);
      cluster.set('x', '3', { client: 'c1' }).runUntil((c) => c.leader() !== 'S1');
      cluster.set('x', '8', { client: 'c2', at: cluster.leader()! });
      return cluster
        .runUntil((c) => c.outcomes('c2').length === 1)
        .heal()
        .run(70);
    },
  },
  'figure-7': {
    title: 'Figure 7: one heartbeat, and what it takes until the logs agree',
    servers: ['S1', 'a', 'b', 'c', 'd', 'e', 'f'],
    run: () => {
      const { leader, ...others } = figure7;
      const starts = Object.entries(others).map(([name, log]) => [name, { currentTerm: 8, log }]);
      return world({
        S1: { role: 'leader', currentTerm: 8, log: leader },
        ...Object.fromEntries(starts),
      })
        .heartbeat('S1')
        .settle();
    },
  },
};

test.each(Object.entries(runs))('%s', async (file, { title, servers, run }) => {
  const cluster = run();
  expect(cluster.broken).toEqual([]);
  const text = transcriptOf(title, cluster.events, servers);
  await expect(text).toMatchFileSnapshot(`transcripts/${file}.txt`);
});
