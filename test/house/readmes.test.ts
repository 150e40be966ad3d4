/** Every room says on its door what it is, and names what is there; src/README.md is the map. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesBelow, finding, read, root, type Source } from './source.ts';

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

/** Files that stand for those a reader would add. */
const placeholders = /(^|\/)(x|name)\.ts$|NN-/;

/** Names of files, in backticks, of which there is no file; a part of a path will do, as a reader looks for it. */
function nameFindings(readmes: readonly Source[], files: readonly string[]): string[] {
  return readmes.flatMap((readme) =>
    [...readme.text.matchAll(/`([\w./-]*\w\.(?:tsx?|mjs|css|ya?ml|json|html))`/g)].flatMap(
      (named) => {
        const name = named[1] ?? '';
        const isThere = files.some((path) => path === name || path.endsWith(`/${name}`));
        if (isThere || placeholders.test(name)) return [];
        return [finding(readme, named.index, `there is no ${name}`)];
      },
    ),
  );
}

test('what a README names is there', () => {
  const files = [...filesBelow('src'), ...filesBelow('test'), ...filesBelow('public')];
  const readmes = ['README.md', ...files.filter((path) => path.endsWith('.md'))].map(read);
  const onTop = readdirSync(root);
  expect(nameFindings(readmes, [...files, ...onTop])).toEqual([]);
});

test('a file that is gone is named, with its line', () => {
  const text = 'See `raft/log.ts`.\nThen `raft/gone.ts`; to add one, `raft/x.ts`.\n';
  expect(nameFindings([{ path: 'src/README.md', text }], ['src/raft/log.ts'])).toEqual([
    'src/README.md:2: there is no raft/gone.ts',
  ]);
});
