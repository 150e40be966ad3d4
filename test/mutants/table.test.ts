/** The list of planted bugs is true: each finds its line in the source, once. */
import { expect, test } from 'vitest';
import { read } from '../house/source.ts';
import { mutants } from './table.ts';

test('there are at least forty, each with a name of its own', () => {
  expect(mutants.length).toBeGreaterThanOrEqual(40);
  expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
});

test('each replaces a text that stands exactly once in its file', () => {
  const places = mutants.map(({ id, file, from, to }) => {
    const count = from === to ? 0 : read(file).text.split(from).length - 1;
    return `${id}: ${count}`;
  });
  expect(places).toEqual(mutants.map(({ id }) => `${id}: 1`));
});
