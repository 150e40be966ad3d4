/** A message that is made to arrive later: never sooner than it would have, never in the past, and once. */
import { expect, test } from 'vitest';
import { commandJudge, execute, inFlight } from '../../src/sim/index.ts';
import { fresh } from '../support/clusters.ts';
import { type Cluster, running } from '../support/world.ts';

const latency = { options: { latencyMs: [10, 10], heartbeatIntervalMs: 50 } } as const;
/** S1 leads; its heartbeat of 50 ms is on its way and would arrive at 60 ms. */
const sending = (): Cluster =>
  running({ S1: { role: 'leader', currentTerm: 1 }, S2: {}, S3: {} }, latency).run(52);

const arrivals = ({ events }: Cluster, server: number): number[] =>
  events.flatMap((event) =>
    event.kind === 'receive' && event.server === server ? [event.time] : [],
  );

test('it arrives when it is told to, and once; the others are not touched', () => {
  const cluster = sending().delay('S1>S2', 75);
  expect(cluster.last).toMatchObject({
    kind: 'delay',
    server: null,
    time: 52,
    envelope: { at: 75 },
  });
  expect(inFlight(cluster.world).map(({ message, at }) => [message.to, at])).toEqual([
    [1, 75],
    [2, 60],
  ]);
  cluster.run(40);
  expect(arrivals(cluster, 1)).toEqual([75]);
  expect(arrivals(cluster, 2)).toEqual([60]);
});

test.each([
  ['sooner than it would have come', 55],
  ['a moment that is over', 3],
])('%s, it comes when it would have come', (_name, untilMs) => {
  const cluster = sending().delay('S1>S2', untilMs).run(20);
  expect(arrivals(cluster, 1)).toEqual([60]);
});

test('a later message may overtake it', () => {
  const cluster = sending().delay('S1>S2', 115).run(100);
  const sentAt = cluster.events.flatMap(({ kind, server, envelope }) =>
    kind === 'receive' && server === 1 && envelope !== null ? [envelope.sentAt] : [],
  );
  expect(sentAt.slice(0, 2)).toEqual([100, 50]);
});

test('one that was held back is on its way again, and never arrives in the past', () => {
  const cluster = sending().hold('S1>S2').run(100).delay('S1>S2', 70);
  expect(cluster.last.envelope).toMatchObject({ held: false, at: 152 });
  expect(arrivals(cluster.run(1), 1)).toContain(152);
});

test('where messages are delivered by hand it arrives by itself', () => {
  const cluster = fresh(3).timeout('S1').delay('S1>S2', 30).run(40);
  expect(arrivals(cluster, 1)).toEqual([30]);
  expect(arrivals(cluster, 2)).toEqual([]);
});

test('a cut loses it like any other', () => {
  const cluster = sending().delay('S1>S2', 500);
  const { id } = cluster.last.envelope!;
  cluster.cut('S1', 'S2').run(600);
  const fate = cluster.events.filter(
    ({ kind, envelope }) => kind !== 'delay' && envelope?.id === id,
  );
  expect(fate).toMatchObject([{ kind: 'drop', reason: 'cut', time: 52 }]);
});

test('a message that is not on its way cannot be delayed', () => {
  const { world } = sending();
  expect(execute(world, { type: 'delay', message: 999, untilMs: 80 })).toEqual({
    ok: false,
    error: { reason: 'noSuchMessage', server: null },
  });
});

test('what comes from outside is judged: a number of ms, and nothing else', () => {
  const isCommand = commandJudge(3);
  const delay = { type: 'delay', message: 1, untilMs: 12.5 };
  expect(isCommand(delay)).toBe(true);
  for (const untilMs of [-1, Number.NaN, Infinity, '12', undefined])
    expect(isCommand({ ...delay, untilMs })).toBe(false);
  expect(isCommand({ ...delay, message: 0 })).toBe(false);
});
