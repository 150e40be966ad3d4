import { describe, expect, test } from 'vitest';
import { type Envelope, linkKey, linkOf, type Options, paperOptions } from '../../src/sim/index.ts';
import { alike } from '../support/clusters.ts';
import { type Cluster, running } from '../support/world.ts';

/** A leader's heartbeats and their answers, for a minute. */
function minute(options: Partial<Options>, seed = 1): Cluster {
  const starts = {
    ...alike(3, { currentTerm: 1 }),
    S1: { role: 'leader', currentTerm: 1 } as const,
  };
  return running(starts, { seed, options }).run(60_000);
}

const sentIn = (cluster: Cluster): Envelope[] => cluster.events.flatMap(({ sent }) => sent);
const on = (cluster: Cluster, from: number, to: number): Envelope[] =>
  sentIn(cluster).filter(({ message }) => message.from === from && message.to === to);
const drops = (cluster: Cluster): Envelope[] =>
  cluster.events.flatMap(({ kind, envelope }) => (kind === 'drop' ? [envelope!] : []));
const lost = (cluster: Cluster, from: number, to: number): number =>
  drops(cluster).filter(({ message }) => message.from === from && message.to === to).length;
const latencies = (envelopes: readonly Envelope[]): number[] =>
  envelopes.map(({ at, sentAt }) => at - sentAt);

describe('latency', () => {
  test('is drawn for each message, evenly from the range', () => {
    const drawn = latencies(on(minute({ latencyMs: [5, 15] }), 0, 1));
    expect(drawn.length).toBeGreaterThan(1000);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(5);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(15.001);
    const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
    expect(Math.abs(mean - 10)).toBeLessThan(0.3);
  });
  test('is the same each time where the range is one value', () => {
    expect(new Set(latencies(sentIn(minute({ latencyMs: [10, 10] }))))).toEqual(new Set([10]));
  });
  test('may differ by link and by direction', () => {
    const cluster = minute({
      latencyMs: [10, 10],
      links: { [linkKey(0, 1)]: { latencyMs: [2, 2] } },
    });
    expect(new Set(latencies(on(cluster, 0, 1)))).toEqual(new Set([2]));
    expect(new Set(latencies(on(cluster, 1, 0)))).toEqual(new Set([10]));
    expect(new Set(latencies(on(cluster, 0, 2)))).toEqual(new Set([10]));
  });
  test('keeps to microseconds', () => {
    for (const { at } of sentIn(minute({}))) expect(Math.round(at * 1000) / 1000).toBe(at);
  });
  test('of what is on its way does not change with the options', () => {
    const cluster = running(
      { S1: { role: 'leader' }, S2: {} },
      { options: { latencyMs: [40, 40] } },
    );
    cluster
      .run(55)
      .options({ latencyMs: [1, 1] })
      .run(60);
    const received = cluster.events.filter(
      ({ kind, server }) => kind === 'receive' && server === 1,
    );
    expect(received.map(({ time }) => time)).toEqual([90, 101]);
  });
});

describe('loss', () => {
  test('takes its share of the messages', () => {
    const cluster = minute({ lossRate: 0.1, electionTimeoutMs: [5000, 9000] });
    const share = drops(cluster).length / sentIn(cluster).length;
    expect(Math.abs(share - 0.1)).toBeLessThan(0.02);
  });
  test('rate 1 takes all, rate 0 none', () => {
    const cluster = minute({ lossRate: 1 });
    expect(cluster.events.filter(({ kind }) => kind === 'receive')).toEqual([]);
    expect(drops(minute({}))).toEqual([]);
  });
  test('may differ by link and by direction', () => {
    const cluster = minute({ links: { [linkKey(1, 0)]: { lossRate: 1 } } });
    expect(lost(cluster, 1, 0)).toBe(on(cluster, 1, 0).length);
    expect(lost(cluster, 0, 1) + lost(cluster, 2, 0)).toBe(0);
  });
  test('is told as an event of its own, right after the sending', () => {
    const { events } = minute({ lossRate: 0.5 });
    const place = events.findIndex(({ kind }) => kind === 'drop');
    const drop = events[place]!;
    expect(drop).toMatchObject({ server: null, reason: 'loss', cause: drop.envelope!.sentBy });
    expect(drop.time).toBe(drop.envelope!.sentAt);
  });
});

describe('duplication', () => {
  const cluster = minute({ duplicateRate: 0.2 });
  const copies = cluster.events.flatMap(({ kind, envelope }) =>
    kind === 'duplicate' ? [envelope!] : [],
  );

  test('takes its share of the messages', () => {
    expect(Math.abs(copies.length / sentIn(cluster).length - 0.2)).toBeLessThan(0.02);
  });
  test('gives the copy an identity and a latency of its own', () => {
    const byId = new Map(sentIn(cluster).map((one) => [one.id, one]));
    for (const copy of copies) expect(copy.message).toEqual(byId.get(copy.copyOf!)?.message);
    expect(new Set([...byId.keys(), ...copies.map(({ id }) => id)]).size).toBe(
      byId.size + copies.length,
    );
    expect(copies.filter((copy) => copy.at === byId.get(copy.copyOf!)?.at).length).toBeLessThan(5);
  });
  test('both arrive', () => {
    const ids = cluster.events.flatMap(({ kind, envelope }) =>
      kind === 'receive' ? [envelope!.id] : [],
    );
    const arrived = new Set(ids);
    expect(ids.length).toBe(arrived.size);
    for (const copy of copies.slice(0, -20)) {
      expect(arrived.has(copy.id)).toBe(true);
      expect(arrived.has(copy.copyOf!)).toBe(true);
    }
  });
  test('may differ by link and by direction', () => {
    const oneWay = minute({ links: { [linkKey(0, 2)]: { duplicateRate: 1 } } });
    const links = oneWay.events.flatMap(({ kind, envelope }) =>
      kind === 'duplicate' ? [`${envelope!.message.from}>${envelope!.message.to}`] : [],
    );
    expect(new Set(links)).toEqual(new Set(['0>2']));
    expect(links.length).toBe(on(oneWay, 0, 2).length);
  });
});

test('an answer names the request it answers', () => {
  const cluster = minute({});
  const byId = new Map(sentIn(cluster).map((one) => [one.id, one]));
  for (const { inReplyTo, message } of sentIn(cluster)) {
    const request = inReplyTo === null ? null : byId.get(inReplyTo)!.message;
    expect(request === null).toBe(message.type === 'AppendEntriesRequest');
    if (request !== null) expect([request.from, request.to]).toEqual([message.to, message.from]);
  }
});

test('every message sent is received or lost once, or is still on its way', () => {
  const cluster = minute({ lossRate: 0.1, duplicateRate: 0.1 }, 4);
  const ends = cluster.events.flatMap(({ kind, envelope }) =>
    kind === 'receive' || kind === 'drop' ? [envelope!.id] : [],
  );
  const flying = cluster.world.queue.map(({ id }) => id);
  const ids = [...ends, ...flying].sort((a, b) => a - b);
  expect(ids).toEqual(Array.from({ length: cluster.world.lastMessageId }, (_, place) => place + 1));
});

test('the conditions of a link are its own, and otherwise those of all', () => {
  const options = { ...paperOptions, lossRate: 0.5, links: { [linkKey(0, 1)]: { lossRate: 0 } } };
  expect(linkOf(options, 0, 1)).toEqual({ latencyMs: [5, 15], lossRate: 0, duplicateRate: 0 });
  expect(linkOf(options, 1, 0)).toEqual({ latencyMs: [5, 15], lossRate: 0.5, duplicateRate: 0 });
});
