import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heap, type Timed } from '../../src/base/index.ts';

/** Few times, so that many are equal; ids in the order of adding. */
const times = fc.array(fc.nat(5), { maxLength: 60 });
const inOrder = (items: readonly Timed[]): Timed[] =>
  [...items].sort((a, b) => a.at - b.at || a.id - b.id);

function heapOf(ats: readonly number[]): Timed[] {
  const items: Timed[] = [];
  ats.forEach((at, id) => {
    heap.push(items, { at, id });
  });
  return items;
}

function drained(items: Timed[]): Timed[] {
  const out: Timed[] = [];
  for (let next = heap.pop(items); next !== undefined; next = heap.pop(items)) out.push(next);
  return out;
}

test('the earliest comes first, and of equal times the one added first', () => {
  fc.assert(
    fc.property(times, (ats) => {
      expect(drained(heapOf(ats))).toEqual(inOrder(ats.map((at, id) => ({ at, id }))));
    }),
    { seed: 3 },
  );
});

test('adding and taking may alternate', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat(5)), { maxLength: 80 }), (acts) => {
      const items: Timed[] = [];
      let model: Timed[] = [];
      acts.forEach((at, id) => {
        if (at === null) {
          expect(heap.pop(items)).toEqual(model[0]);
          model = model.slice(1);
        } else {
          heap.push(items, { at, id });
          model = inOrder([...model, { at, id }]);
        }
      });
    }),
    { seed: 4 },
  );
});

test('what is removed comes by id, and the rest stays in order', () => {
  fc.assert(
    fc.property(times, fc.nat(5), (ats, gone) => {
      const items = heapOf(ats);
      const all = ats.map((at, id) => ({ at, id }));
      expect(heap.removeWhere(items, ({ at }) => at === gone)).toEqual(
        all.filter(({ at }) => at === gone),
      );
      expect(drained(items)).toEqual(inOrder(all.filter(({ at }) => at !== gone)));
    }),
    { seed: 5 },
  );
});
