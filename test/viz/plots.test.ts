/** Cumulative curves: where each trial stands, and the figures of the axes. */
import { expect, test } from 'vitest';
import { type CurvesInput, curves } from '../../src/viz/plots/curves.ts';

const input = (over: Partial<CurvesInput>): CurvesInput => ({
  curves: [{ id: 'a', values: [10, 20, 20, 40] }],
  width: 500,
  height: 230,
  isLog: false,
  format: (value) => `${value} ms`,
  share: (value) => `${value * 100} %`,
  ...over,
});

const points = (path: string): readonly (readonly number[])[] =>
  path
    .slice(1)
    .split('L')
    .map((point) => point.split(',').map(Number));

test('a curve rises by one trial at what it came to, and ends at all of them', () => {
  const { lines, left, right, top, bottom } = curves(input({}));
  const at = (value: number): number => left + ((right - left) * value) / 40;
  const path = points(lines[0]?.path ?? '');
  expect(path[0]).toEqual([at(10), bottom]);
  expect(path).toContainEqual([at(20), bottom - (3 / 4) * (bottom - top)]);
  expect(path[path.length - 1]).toEqual([at(40), top]);
});

test('equal factors are equal distances, and the figures are powers with 1, 2 or 5', () => {
  const values = [100, 1000, 10_000, 100_000];
  const { lines, xTicks, left, right } = curves(
    input({ isLog: true, curves: [{ id: 'a', values }] }),
  );
  const xs = points(lines[0]?.path ?? '').map(([x = 0]) => x);
  const third = (right - left) / 3;
  for (const place of [0, 1, 2, 3])
    expect(Math.min(...xs.map((x) => Math.abs(x - left - place * third)))).toBeLessThan(0.1);
  expect(xTicks.map(({ text }) => text)).toEqual(['100 ms', '1000 ms', '10000 ms', '100000 ms']);
});

test('what has no trial yet is not drawn, and keeps its look when it comes', () => {
  const [empty, full] = [
    { id: 'a', values: [] },
    { id: 'b', values: [3, 3] },
  ];
  expect(curves(input({ curves: [empty, full] })).lines).toMatchObject([{ id: 'b', place: 1 }]);
  const nothing = curves(input({ curves: [empty] }));
  expect(nothing.lines).toEqual([]);
  expect(nothing.yTicks.map(({ text }) => text)).toEqual([
    '0 %',
    '20 %',
    '40 %',
    '60 %',
    '80 %',
    '100 %',
  ]);
});

test('a picture without room is still a picture', () => {
  const scene = curves(input({ width: 1, height: 1, isLog: true }));
  for (const { path } of scene.lines) expect(path).not.toContain('NaN');
});

test('what somebody else has found stands where the curve would have to go through', () => {
  const known = [{ value: 80, share: 0.5 }];
  const { points, right, top, bottom } = curves(
    input({ curves: [{ id: 'a', values: [10, 20], known }] }),
  );
  // It is the largest of all, and so at the end of the axis.
  expect(points).toEqual([{ id: 'a', place: 0, x: right, y: (top + bottom) / 2 }]);
});
