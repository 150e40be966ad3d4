/** The score seen nearer: what is pointed at stays, nothing beyond the run is shown, and the playhead is not lost. */
import { expect, test } from 'vitest';
import { stretched } from '../../src/ui/transport/scoreFingers.ts';
import { panned, type Stretch, withHead, zoomed } from '../../src/ui/transport/scoreZoom.ts';

const whole: Stretch = [0, 1000];

test('nearer keeps the moment pointed at in its place, and further ends with the whole run', () => {
  const near = zoomed(whole, whole, 250, 1) as Stretch;
  expect(near[1] - near[0]).toBe(800);
  expect((250 - near[0]) / 800).toBeCloseTo(0.25, 9);
  expect(zoomed(near, whole, 250, -1)).toBeNull();
});

test('no nearer than anything can be told apart', () => {
  let view: Stretch = whole;
  for (let turn = 0; turn < 60; turn += 1) view = zoomed(view, whole, 500, 1) as Stretch;
  expect(view[1] - view[0]).toBeCloseTo(5, 9);
});

test('what lies under two fingers stays under them', () => {
  const placeAt = ([from, to]: Stretch, share: number): number => from + share * (to - from);
  const near = stretched([200, 600], [0.25, 0.5], [0.2, 0.8]);
  expect(placeAt(near, 0.2)).toBeCloseTo(300, 9);
  expect(placeAt(near, 0.8)).toBeCloseTo(400, 9);
  const along = stretched([200, 600], [0.25, 0.5], [0.5, 0.75]);
  expect(along).toEqual([100, 500]);
});

test('two fingers side by side, or crossed, move the stretch and leave it as long as it is', () => {
  for (const to of [
    [0.5, 0.51],
    [0.8, 0.4],
  ] as const) {
    const [from, end] = stretched([200, 600], [0.25, 0.5], to);
    expect(end - from).toBe(400);
  }
  const least = stretched([0, 10], [0.3, 0.4], [0, 1]);
  expect(least[1] - least[0]).toBe(5);
});

test('along the run up to its ends, without being made longer', () => {
  expect(panned([100, 200], whole, 1)).toEqual([115, 215]);
  expect(panned([5, 105], whole, -1)).toEqual([0, 100]);
  expect(panned([890, 990], whole, 1)).toEqual([900, 1000]);
});

test('a playhead that leaves takes the stretch along, one that is in it leaves it alone', () => {
  expect(withHead([100, 200], 150, whole)).toEqual([100, 200]);
  expect(withHead([100, 200], 250, whole)).toEqual([160, 260]);
  expect(withHead([100, 200], 50, whole)).toEqual([40, 140]);
});
