/** That the bench measures the same thing on both sides; how fast they are is for the bench to say. */
import { expect, test, vi } from 'vitest';
import { main } from './bench.ts';
import { search } from './lab.ts';
import { house, yardstick } from './loads.ts';
import { inTurns, median, quantile } from './measure.ts';

test.each([5, 9])(
  '%i servers idle: both deliver a heartbeat and an answer a peer every 75 ms',
  (servers) => {
    const perSecond = (2 * (servers - 1)) / 0.075;
    for (const pace of [house(servers, 'idle', 0.05), yardstick(servers, 'idle', 0.05)]) {
      const ratio = pace.messages / pace.simulated / perSecond;
      expect(Math.abs(ratio - 1)).toBeLessThan(0.02);
      expect(pace.commits).toBe(0);
    }
  },
);

test('one command at a time: both commit one a round trip of 20 ms', () => {
  for (const pace of [house(5, 'commit', 0.05), yardstick(5, 'commit', 0.05)])
    expect(Math.abs(pace.commits / pace.simulated / 50 - 1)).toBeLessThan(0.05);
});

test('64 commands out, one to a message: both commit one a round trip', () => {
  for (const pace of [house(5, 'burst', 0.05), yardstick(5, 'burst', 0.05)])
    expect(Math.abs(pace.commits / pace.simulated / 50 - 1)).toBeLessThan(0.05);
});

test.each(['snapshot', 'joint'] as const)(
  '%s: as many commands are committed as without, and it is still going on',
  (load) => {
    const { commits, simulated } = house(5, load, 0.05);
    expect(commits / simulated).toBeGreaterThan(0.95 * 50);
  },
);

test.each(['weather', 'hand'] as const)('a search in the %s way delivers messages', (way) => {
  const { messages, events } = search(way, 0.05);
  expect(messages).toBeGreaterThan(0.2 * events);
  expect(messages).toBeLessThan(0.6 * events);
});

test('medians and quantiles', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(quantile([5, 1, 4, 2, 3], 0)).toBe(1);
  expect(quantile([5, 1, 4, 2, 3], 0.99)).toBe(5);
});

test('works take turns, and the first round only warms up', () => {
  const order: string[] = [];
  const work = (name: string, values: number[]) => () => {
    order.push(name);
    return values.shift() ?? 0;
  };
  const works = { a: work('a', [99, 1, 2, 3]), b: work('b', [-99, 5, 4, 6]) };
  expect(inTurns(works, 3)).toEqual({ a: 2, b: 5 });
  expect(order.join('')).toBe('abababab');
});

test('an option there is not is refused', async () => {
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await main(['--fast'])).toBe(2);
  expect(stderr.mock.lastCall?.[0]).toContain('npm run bench -- [--quick]');
  stderr.mockRestore();
});
