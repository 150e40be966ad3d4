/** Every room says on its door what it is; src/README.md is the map. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesBelow, read, root, type Source } from './source.ts';

const limit = 60;

function doorFindings(rooms: readonly string[], readmes: readonly Source[]): string[] {
  return rooms.flatMap((room) => {
    const readme = readmes.find(({ path }) => path === `${room}/README.md`);
    if (readme === undefined) return [`${room}/README.md:1: missing`];
    const lines = readme.text.trimEnd().split('\n').length;
    return lines > limit && room !== 'src'
      ? [`${readme.path}:${limit}: ${lines} lines, ${limit} at most`]
      : [];
  });
}

test('every room has a README of one screen, and src has the map', () => {
  const rooms = readdirSync(`${root}src`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `src/${entry.name}`)
    .filter((room) => filesBelow(room).length > 0);
  const readmes = filesBelow('src').filter((path) => path.endsWith('/README.md'));
  expect(doorFindings(['src', ...rooms], readmes.map(read))).toEqual([]);
});

test('a missing README and a long one are named', () => {
  const long = { path: 'src/kv/README.md', text: 'line\n'.repeat(61) };
  expect(doorFindings(['src/raft', 'src/kv'], [long])).toEqual([
    'src/raft/README.md:1: missing',
    'src/kv/README.md:60: 61 lines, 60 at most',
  ]);
});
