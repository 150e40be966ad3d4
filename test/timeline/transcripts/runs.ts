/** Runs that a person can read: what their transcripts tell, in the order of the story. */
import type { Options } from '../../../src/sim/index.ts';
import { alike, figure7 } from '../../support/clusters.ts';
import { setEntry } from '../../support/logs.ts';
import { type Cluster, running, world } from '../../support/world.ts';

const names = (count: number): string[] => Array.from({ length: count }, (_, id) => `S${id + 1}`);
/** S1 leads; `spares` more wait to be added. */
const led = (count: number, options: Partial<Options> = {}, spares = 0): Cluster =>
  running(
    {
      ...alike(count, { currentTerm: 1 }),
      S1: { role: 'leader', currentTerm: 1 },
      ...Object.fromEntries(
        names(count + spares)
          .slice(count)
          .map((name) => [name, {}]),
      ),
    },
    { options: { latencyMs: [10, 10], ...options }, spares },
  );
const inTerm4 = { currentTerm: 4, commitIndex: 2 };
const shared = [setEntry(1, 'x', '1'), setEntry(1, 'y', '1')];
const isElected = (cluster: Cluster): boolean => cluster.leader() !== null;

interface Told {
  readonly title: string;
  readonly servers: readonly string[];
  readonly run: () => Cluster;
}

/** The run of each file. */
export const runs: Readonly<Record<string, Told>> = {
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
  repair: {
    title:
      'A new leader repairs two logs: S2 holds two entries that were never committed, S3 lacks three',
    servers: names(3),
    run: () =>
      world({
        S1: {
          ...inTerm4,
          role: 'leader',
          log: [...shared, setEntry(3, 'y', '2'), setEntry(3, 'z', '3')],
        },
        S2: { ...inTerm4, log: [...shared, setEntry(2, 'y', '7'), setEntry(2, 'y', '8')] },
        S3: { ...inTerm4, log: [setEntry(1, 'x', '1')], commitIndex: 1 },
      })
        .heartbeat('S1')
        .settle()
        .set('w', '4')
        .settle()
        .heartbeat('S1')
        .settle(),
  },
  snapshot: {
    title:
      'S3 is down while the others put three entries behind a snapshot; S1 has no entry left to send, so it sends the snapshot',
    servers: names(3),
    run: () => {
      const cluster = led(3).run(20).crash('S3');
      for (const value of ['1', '2', '3'])
        cluster.set('x', value).runUntil((c) => c.outcomes().length === Number(value));
      return cluster.snapshot('S1').set('y', '4').run(30).restart('S3').run(100);
    },
  },
  'membership-joint': {
    title: 'S4 replaces S3 through a joint configuration',
    servers: names(4),
    run: () => led(3, {}, 1).run(20).set('x', '1').run(25).reconfigure('S1', 'S2', 'S4').run(120),
  },
  'membership-single': {
    title: 'One server at a time: S4 is added, then S1, which leads, is removed and steps down',
    servers: names(4),
    run: () =>
      led(3, { membership: 'single', noop: true }, 1)
        .run(20)
        .set('x', '1')
        .run(25)
        .change('add', 'S4')
        .run(60)
        .change('remove', 'S1')
        .runUntil((c) => c.leader() !== 'S1' && c.leader() !== null)
        .run(30),
  },
  transfer: {
    title:
      'S1 hands leadership to S2, which first has to catch up; a client that asks meanwhile has to wait',
    servers: names(3),
    run: () => {
      const cluster = led(3, { clientTimeoutMs: 60 }).run(20).cutOneWay('S1', 'S2');
      cluster.set('x', '1').run(25).heal().transfer('S2').set('y', '2');
      return cluster.runUntil((c) => c.outcomes().length === 2).run(60);
    },
  },
};
