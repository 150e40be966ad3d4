/** A run is a value: the same beginning gives the same bytes, and an intervention changes only what it touches. */
import { describe, expect, test } from 'vitest';
import { type Command, cloneWorld, type Event, execute, linkKey } from '../../src/sim/index.ts';
import { fingerprint } from '../../src/timeline/index.ts';
import { alike } from '../support/clusters.ts';
import { type Cluster, running } from '../support/world.ts';

const lossy = { lossRate: 0.1, duplicateRate: 0.1 };
const cluster = (seed = 1, options = {}): Cluster =>
  running(alike(5, {}), { seed, options: { ...lossy, ...options } });
const told = ({ seq, time, kind, server, envelope }: Event) =>
  [seq, time, kind, server, envelope?.id].join(' ');

test('the same seed gives the same events and the same world', () => {
  const [a, b] = [cluster().run(5000), cluster().run(5000)];
  expect(a.events.map(told)).toEqual(b.events.map(told));
  expect(fingerprint(a.world)).toBe(fingerprint(b.world));
});

test('another seed gives others', () => {
  expect(fingerprint(cluster(1).run(1000).world)).not.toBe(fingerprint(cluster(2).run(1000).world));
});

test('how time is cut into pieces makes no difference', () => {
  const pieces = cluster();
  for (let count = 0; count < 700; count += 1) pieces.run(7);
  expect(fingerprint(pieces.world)).toBe(fingerprint(cluster().run(4900).world));
});

test('events are numbered without a gap, and time never goes back', () => {
  const { events, setup } = { events: cluster().run(5000).events, setup: 5 };
  events.forEach(({ seq, time }, place) => {
    expect(seq).toBe(place + 2 + setup);
    expect(time).toBeGreaterThanOrEqual(events[place - 1]?.time ?? 0);
  });
});

test('the cause of an event is an event before it', () => {
  for (const { seq, cause } of cluster().run(3000).events)
    if (cause !== null) expect(cause).toBeLessThan(seq);
});

test('a clone goes its own way, and the world it was taken from stays as it was', () => {
  const original = cluster().run(2000);
  const kept = fingerprint(original.world);
  const clone = cloneWorld(original.world);
  const commands: Command[] = [
    { type: 'crash', server: 0 },
    { type: 'pause', server: 1 },
    { type: 'cut', links: [[2, 3]] },
    { type: 'request', client: 'c1', operation: { type: 'incr', key: 'n' }, at: 2 },
    { type: 'timeout', server: 2 },
    { type: 'options', options: { ...original.world.options, lossRate: 0 }, rulesOff: [] },
  ];
  for (const command of commands) expect(execute(clone, command).ok).toBe(true);
  expect(fingerprint(clone)).not.toBe(kept);
  expect(fingerprint(original.world)).toBe(kept);
});

describe('one intervention changes only what it touches', () => {
  /** When each message on a link was sent, how long it took, and whether it was lost. */
  const fates = (of: Cluster, from: number, to: number): string[] => {
    const lost = new Set(
      of.events.flatMap(({ kind, envelope }) => (kind === 'drop' ? [envelope!.id] : [])),
    );
    return of.events
      .flatMap(({ sent }) => sent)
      .filter(({ message }) => message.from === from && message.to === to)
      .map(({ id, sentAt, at }) => `${(at - sentAt).toFixed(3)} ${lost.has(id)}`);
  };
  const steady = (options = {}): Cluster =>
    running(
      { ...alike(5, { currentTerm: 1 }), S1: { role: 'leader', currentTerm: 1 } },
      { options: { lossRate: 0.1, electionTimeoutMs: [90_000, 99_000], ...options } },
    );

  test('the conditions of one link leave the chance of all others alone', () => {
    const plain = steady().run(5000);
    const changed = steady({ links: { [linkKey(0, 1)]: { lossRate: 1 } } }).run(5000);
    for (const to of [2, 3, 4]) {
      expect(fates(changed, 0, to)).toEqual(fates(plain, 0, to));
      expect(fates(changed, to, 0)).toEqual(fates(plain, to, 0));
    }
    expect(fates(changed, 0, 1)).not.toEqual(fates(plain, 0, 1));
  });
  test('a crash leaves the links of the others alone', () => {
    const plain = steady().run(5000);
    const changed = steady().run(1000).crash('S2').run(4000);
    for (const to of [2, 3, 4]) expect(fates(changed, 0, to)).toEqual(fates(plain, 0, to));
  });
  test('loss drawn or not, the latencies are the same', () => {
    const latencies = (of: Cluster) => fates(of, 0, 3).map((fate) => fate.split(' ')[0]);
    expect(latencies(steady({ lossRate: 0 }).run(3000))).toEqual(latencies(steady().run(3000)));
  });
  test('duplication leaves the first copies alone', () => {
    const plain = steady({ lossRate: 0 }).run(3000);
    const doubled = steady({ lossRate: 0, duplicateRate: 0.5 }).run(3000);
    expect(fates(doubled, 0, 3)).toEqual(fates(plain, 0, 3));
  });
  test('a direction has its own chance', () => {
    const plain = steady({ lossRate: 0 }).run(3000);
    expect(fates(plain, 0, 3).slice(0, 20)).not.toEqual(fates(plain, 3, 0).slice(0, 20));
  });
});
