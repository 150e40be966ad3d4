import { expect, test } from 'vitest';
import { draw } from '../../src/base/index.ts';

const many = (seed: number, stream: number, count = 20_000): number[] =>
  Array.from({ length: count }, (_, counter) => draw(seed, stream, counter));

test('these very numbers, on every machine: runs that people keep depend on them', () => {
  const drawn = [
    [0, 0, 0],
    [1, 0, 0],
    [1, 0, 1],
    [1, 1, 0],
    [42, 65_536, 7],
    [-1, 3, 1_000_000],
    [2_147_483_647, 131, 2],
  ].map(([seed, stream, counter]) => draw(seed!, stream!, counter!) * 2 ** 32);
  expect(drawn).toMatchInlineSnapshot(`
    [
      1139092466,
      1231784003,
      1531862209,
      2381793846,
      911179934,
      4226236812,
      1571180110,
    ]
  `);
});

test('the same seed, stream and counter give the same number', () => {
  expect(many(7, 3, 50)).toEqual(many(7, 3, 50));
});

test('the numbers spread evenly over [0, 1)', () => {
  for (const [seed, stream] of [
    [1, 0],
    [1, 65_537],
    [99, 4],
  ] as const) {
    const buckets = new Array<number>(20).fill(0);
    for (const value of many(seed, stream)) buckets[Math.floor(value * 20)]! += 1;
    expect(buckets).toHaveLength(20);
    for (const count of buckets) expect(Math.abs(count - 1000)).toBeLessThan(150);
  }
});

/** Between -1 and 1; near 0 for numbers that know nothing of each other. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const centred = a.map((value, place) => (value - 0.5) * (b[place]! - 0.5));
  return (12 * centred.reduce((sum, value) => sum + value, 0)) / a.length;
}

test('neighbouring streams, seeds and counters know nothing of each other', () => {
  const base = many(1, 4);
  expect(Math.abs(correlation(base, many(1, 5)))).toBeLessThan(0.03);
  expect(Math.abs(correlation(base, many(1, 8)))).toBeLessThan(0.03);
  expect(Math.abs(correlation(base, many(2, 4)))).toBeLessThan(0.03);
  expect(Math.abs(correlation(base, [...base.slice(1), 0.5]))).toBeLessThan(0.03);
});
