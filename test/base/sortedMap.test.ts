import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SortedMap, sortedMap } from '../../src/base/index.ts';

const key = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäöü0123456789'.split(''));
const acts = fc.array(fc.record({ key, value: fc.option(fc.nat(99)) }), { maxLength: 120 });
const byKey = (a: [string, unknown], b: [string, unknown]): number => (a[0] < b[0] ? -1 : 1);

function apply(
  map: SortedMap<number>,
  model: Map<string, number>,
  act: { key: string; value: number | null },
) {
  if (act.value === null) model.delete(act.key);
  else model.set(act.key, act.value);
  return act.value === null
    ? sortedMap.remove(map, act.key)
    : sortedMap.set(map, act.key, act.value);
}

test('it is a Map in the order of its keys', () => {
  fc.assert(
    fc.property(acts, (list) => {
      const model = new Map<string, number>();
      let map: SortedMap<number> = null;
      for (const act of list) map = apply(map, model, act);
      expect(sortedMap.entries(map)).toEqual([...model].sort(byKey));
      for (const { key: one } of list) expect(sortedMap.get(map, one)).toBe(model.get(one));
    }),
    { seed: 6 },
  );
});

test('a changed map leaves the old one as it was', () => {
  fc.assert(
    fc.property(acts, (list) => {
      const model = new Map<string, number>();
      let map: SortedMap<number> = null;
      const versions = list.map((act) => {
        map = apply(map, model, act);
        return [map, [...model].sort(byKey)] as const;
      });
      for (const [version, entries] of versions)
        expect(sortedMap.entries(version)).toEqual(entries);
    }),
    { seed: 7, numRuns: 30 },
  );
});

const depth = (map: SortedMap<number>): number =>
  map === null ? 0 : 1 + Math.max(depth(map.left), depth(map.right));

test('it stays balanced, whatever the order: 1000 keys, no branch longer than 2.5 times the shortest possible', () => {
  let rising: SortedMap<number> = null;
  for (let i = 0; i < 1000; i += 1) rising = sortedMap.set(rising, String(i).padStart(4, '0'), i);
  expect(depth(rising)).toBeLessThanOrEqual(25);
  for (let i = 0; i < 900; i += 1) rising = sortedMap.remove(rising, String(i).padStart(4, '0'));
  expect(depth(rising)).toBeLessThanOrEqual(17);
});

test('a change shares all but a few nodes', () => {
  let map: SortedMap<number> = null;
  for (let i = 0; i < 512; i += 1) map = sortedMap.set(map, `k${i}`, i);
  const before = nodesOf(map);
  const after = nodesOf(sortedMap.set(map, 'k77', -1));
  expect([...after].filter((node) => !before.has(node)).length).toBeLessThanOrEqual(depth(map));
});

function nodesOf(map: SortedMap<number>): Set<unknown> {
  return map === null ? new Set() : new Set([map, ...nodesOf(map.left), ...nodesOf(map.right)]);
}

test('removing what is not there gives the same map', () => {
  const map = sortedMap.set(null, 'a', 1);
  expect(sortedMap.remove(map, 'b')).toBe(map);
});

test('from a plain record', () => {
  expect(sortedMap.entries(sortedMap.fromRecord({ b: 2, a: 1 }))).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
});
