/** Errors made while the page is loaded cost next to nothing, and are errors; later ones are as ever. */
import { expect, test } from 'vitest';

test('until all is loaded an error notes no place, and is one all the same', async () => {
  const usual = Error;
  const { notePlaces } = await import('../../src/ui/quickStart.ts');
  try {
    for (const early of [Error('early'), new Error('early')]) {
      expect(early).toBeInstanceOf(usual);
      expect(early.message).toBe('early');
      expect(Object.hasOwn(early, 'stack')).toBe(false);
    }
  } finally {
    notePlaces();
  }
  expect(Error).toBe(usual);
  expect(Object.hasOwn(new Error('late'), 'stack')).toBe(true);
});
