/** What the project holds at the top, and that nothing in it is bound to one machine or one registry. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesBelow, read, root, type Source } from './source.ts';

const top = new Set([
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'biome.json',
  'index.html',
  'src',
  'public',
  'test',
  'README.md',
  'LICENSE',
]);
/** Made on the spot and ignored. */
const made = new Set(['node_modules', 'dist']);

function strangers(names: readonly string[]): string[] {
  return names.filter((name) => !name.startsWith('.') && !top.has(name) && !made.has(name));
}

const bound: readonly (readonly [RegExp, string])[] = [
  [/(?<![\w.])\/(?:work|root|farm|home)\//, 'a path of one machine'],
  [/\bregistry[.][a-z]/, "a registry's address"],
  [/"resolved"[:]/, "a registry's address"],
];

function boundFindings(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        bound
          .filter(([pattern]) => pattern.test(line))
          .map(([, what]) => `${path}:${index + 1}: ${what}`),
      ),
  );
}

test('the top level holds what every project has, and three folders', () => {
  expect(strangers(readdirSync(root))).toEqual([]);
  expect(strangers(['src', '.gitignore', 'dist', 'docs', 'scripts'])).toEqual(['docs', 'scripts']);
});

test('no file names a path of one machine or the address of a registry', () => {
  const text =
    /\.(ts|tsx|mjs|json|md|css|html|ya?ml|svg|txt|webmanifest)$|^\.(npmrc|ci\/run|git\w+)$/;
  const tops = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  const paths = [...tops, ...['.ci', 'src', 'public', 'test'].flatMap(filesBelow)];
  expect(boundFindings(paths.filter((path) => text.test(path)).map(read))).toEqual([]);
});

test('such a line is named', () => {
  const folder = ['', 'root', 'x'].join('/');
  const host = ['registry', 'example', 'org'].join('.');
  const field = ['"resol', 'ved": "x"'].join('');
  const lines = ['see ./work/x and a/root/x', `see ${folder}`, `https://${host}/`, field].join(
    '\n',
  );
  expect(boundFindings([{ path: 'x.md', text: lines }])).toEqual([
    'x.md:2: a path of one machine',
    "x.md:3: a registry's address",
    "x.md:4: a registry's address",
  ]);
});
