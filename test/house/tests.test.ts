/** A test that is skipped tests nothing, and one that sleeps is slow until it fails. */
import type { ESTree } from 'vite';
import { expect, test } from 'vitest';
import { calledName, codeBelow, finding, nameOf, type Source, visit } from './source.ts';

const runners = new Set(['it', 'test', 'describe', 'bench']);
const left = new Set(['skip', 'only', 'todo', 'fixme', 'skipIf', 'runIf']);
const sleeps = /^(setTimeout|setInterval|waitFor(Timeout))$/;

/** The runner at the bottom of a chain: `test` below its `describe` and that one's `only`. */
function ownerOf(node: ESTree.Expression): string {
  return node.type === 'MemberExpression' ? ownerOf(node.object) : nameOf(node);
}

function testFindings(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const found: string[] = [];
    const say = (start: number, sentence: string) => found.push(finding(source, start, sentence));
    visit(source, {
      MemberExpression: ({ start, object, property }) => {
        const name = nameOf(property);
        if (left.has(name) && runners.has(ownerOf(object))) say(start, `.${name} leaves tests out`);
      },
      CallExpression: (node) => {
        const name = calledName(node);
        if (sleeps.test(name)) say(node.start, `${name}: wait for what you expect`);
      },
      ImportDeclaration: ({ source: from, start }) => {
        if (/^(node:)?timers/.test(from.value)) say(start, 'tests do not sleep');
      },
    });
    return found;
  });
}

test('no test is left out, and none sleeps', () => {
  expect(testFindings(codeBelow('test'))).toEqual([]);
});

test('a test left out and a sleep are named', () => {
  const suite = 'describe';
  const wait = ['waitFor', 'Timeout'].join('');
  const text = [
    `${suite}.only('x', f);`,
    `test.${suite}.skip('x', f);`,
    `await page.${wait}(5);`,
    'await new Promise((done) => setTimeout(done, 5));',
    'list.only(1);',
  ].join('\n');
  expect(testFindings([{ path: 'test/sim/bad.ts', text }])).toEqual([
    'test/sim/bad.ts:1: .only leaves tests out',
    'test/sim/bad.ts:2: .skip leaves tests out',
    `test/sim/bad.ts:3: ${wait}: wait for what you expect`,
    'test/sim/bad.ts:4: setTimeout: wait for what you expect',
  ]);
});
