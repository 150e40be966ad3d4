import { expect, test } from 'vitest';
import { assert, extended, fail, ok, unreachable } from '../../src/base/index.ts';

test('a free slot is taken in the same buffer', () => {
  const buffer = [1, 2];
  expect(extended(buffer, 2, 3, Object.is)).toBe(buffer);
  expect(buffer).toEqual([1, 2, 3]);
});

test('a slot that holds an equal item is taken again, and what lies behind it stays for who holds it', () => {
  const buffer = [1, 2, 3];
  expect(extended(buffer, 1, 2, Object.is)).toBe(buffer);
  expect(buffer).toEqual([1, 2, 3]);
});

test('two versions that go different ways part, and the first keeps its buffer', () => {
  const buffer = [1, 2, 3];
  const other = extended(buffer, 1, 9, Object.is);
  expect(other).toEqual([1, 9]);
  expect(buffer).toEqual([1, 2, 3]);
});

test('a programmer’s error stops where it happens, with a sentence', () => {
  expect(() => assert(false, 'the log has a hole')).toThrow(
    'Quorate stopped itself: the log has a hole',
  );
  expect(() => assert(0, 'zero is not so')).toThrow('zero is not so');
  expect(() => assert(true, '')).not.toThrow();
  expect(() => unreachable('x' as never)).toThrow('unexpected "x"');
});

test('a result carries a value or an error', () => {
  expect(ok(1)).toEqual({ ok: true, value: 1 });
  expect(fail('no')).toEqual({ ok: false, error: 'no' });
});
