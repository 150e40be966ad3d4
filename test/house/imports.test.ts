/** Which room may import which room and which package; a room is entered by its index.ts only. */
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { codeBelow, finding, roomOf, type Source, visit } from './source.ts';

interface Allowed {
  readonly rooms: readonly string[];
  /** Of these, types only. */
  readonly types?: readonly string[];
  /** A name, a family as `@scope/*`, or `node:*`. */
  readonly packages: readonly string[];
}

const pure = ['base', 'raft', 'kv', 'sim', 'check', 'timeline', 'scenario', 'explore'];
const frame = ['react', 'react-dom', '@fontsource-variable/*'];

const table: Readonly<Record<string, Allowed>> = {
  base: { rooms: [], packages: [] },
  words: { rooms: [], packages: [] },
  raft: { rooms: ['base'], packages: [] },
  kv: { rooms: ['base', 'raft'], packages: [] },
  sim: { rooms: ['base', 'raft', 'kv'], packages: [] },
  check: { rooms: ['base', 'raft', 'kv', 'sim'], packages: [] },
  timeline: { rooms: ['base', 'raft', 'kv', 'sim', 'check'], packages: ['fflate'] },
  scenario: {
    rooms: ['base', 'raft', 'kv', 'sim', 'check', 'timeline'],
    packages: ['yaml', 'valibot', '@valibot/to-json-schema'],
  },
  explore: {
    rooms: ['base', 'raft', 'kv', 'sim', 'check', 'timeline', 'scenario'],
    packages: [],
  },
  lessons: { rooms: ['scenario'], types: ['scenario'], packages: [] },
  store: { rooms: [...pure, 'words'], packages: ['zustand', 'idb-keyval'] },
  viz: { rooms: ['base', 'raft', 'sim', 'check', 'timeline', 'words'], packages: ['d3'] },
  ui: {
    rooms: [...pure, 'words', 'lessons', 'store', 'viz'],
    packages: [
      ...frame,
      'zustand',
      '@radix-ui/*',
      '@codemirror/*',
      '@lezer/*',
      'cmdk',
      'lucide',
      'tinykeys',
    ],
  },
  // Words and lessons too: a command line speaks the same sentences, and checks lessons.
  cli: { rooms: [...pure, 'words', 'lessons'], packages: ['node:*'] },
  'main.tsx': { rooms: ['ui', 'store'], packages: frame },
};

/** What runs before or around the build, and so knows the tools. */
const drivers: Allowed = { rooms: [], packages: ['node:*', 'vite', '@playwright/test'] };

interface Import {
  readonly name: string;
  readonly start: number;
  readonly typeOnly: boolean;
}

function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  const add = (from: { value?: unknown } | null, start: number, typeOnly: boolean) => {
    if (typeof from?.value === 'string') found.push({ name: from.value, start, typeOnly });
  };
  visit(source, {
    ImportDeclaration: (node) => add(node.source, node.start, node.importKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source, node.start, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => add(node.source, node.start, node.exportKind === 'type'),
    ImportExpression: (node) => add('value' in node.source ? node.source : null, node.start, false),
    TSImportType: (node) => add(node.source, node.start, true),
  });
  return found;
}

function packageAllowed(name: string, packages: readonly string[]): boolean {
  if (name.startsWith('node:')) return packages.includes('node:*');
  return packages.some((allowed) =>
    allowed.endsWith('/*')
      ? name.startsWith(allowed.slice(0, -1))
      : name === allowed || name.startsWith(`${allowed}/`),
  );
}

/** What is wrong with one import, if anything. */
function complaint(path: string, { name, typeOnly }: Import, allowed: Allowed): string | undefined {
  const here = roomOf(path);
  if (builtinModules.includes(name)) return `write 'node:${name}'`;
  if (!name.startsWith('.')) {
    return packageAllowed(name, allowed.packages) ? undefined : `${here} may not import ${name}`;
  }
  const target = posix.join(posix.dirname(path), name.replace(/\?.*$/, ''));
  if (!target.startsWith('src/')) return `${name} lies outside src`;
  const room = roomOf(target);
  if (room === here) return undefined;
  if (!allowed.rooms.includes(room)) return `${here} may not import ${room}`;
  if (allowed.types?.includes(room) && !typeOnly) return `${here} may import only types of ${room}`;
  if (target !== `src/${room}/index.ts`) return `${room} is entered by its index.ts`;
  return undefined;
}

function importFindings(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const allowed = source.path.endsWith('.mjs') ? drivers : table[roomOf(source.path)];
    if (allowed === undefined) return [`${source.path}:1: this room is not in the table`];
    return importsOf(source).flatMap((one) => {
      const wrong = complaint(source.path, one, allowed);
      return wrong === undefined ? [] : [finding(source, one.start, wrong)];
    });
  });
}

test('every import is one the table of rooms allows', () => {
  expect(importFindings(codeBelow('src'))).toEqual([]);
});

test('an import against the table is named by file and line', () => {
  const text = [
    "import { x } from './log.ts';",
    "import { ok } from '../base/index.ts';",
    "import { heap } from '../base/heap.ts'; // §: not one byte a letter",
    "import type { World } from '../sim/index.ts';",
    "export * from 'd3';",
    "const later = import('fs');",
    "type Far = import('../../test/house/source.ts').Source;",
  ].join('\n');
  expect(importFindings([{ path: 'src/raft/bad.ts', text }])).toEqual([
    'src/raft/bad.ts:3: base is entered by its index.ts',
    'src/raft/bad.ts:4: raft may not import sim',
    'src/raft/bad.ts:5: raft may not import d3',
    "src/raft/bad.ts:6: write 'node:fs'",
    'src/raft/bad.ts:7: ../../test/house/source.ts lies outside src',
  ]);
});

test('lessons know scenarios as a type only, and an unknown room is refused', () => {
  const lesson = {
    path: 'src/lessons/index.ts',
    text: "import { run, type S } from '../scenario/index.ts';\nimport type { T } from '../scenario/index.ts';",
  };
  expect(importFindings([lesson, { path: 'src/attic/index.ts', text: '' }])).toEqual([
    'src/lessons/index.ts:1: lessons may import only types of scenario',
    'src/attic/index.ts:1: this room is not in the table',
  ]);
});
