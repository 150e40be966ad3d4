/**
 * A run is a value: pure rooms read no clock, page or locale, and throw no dice of their own. And the
 * page keeps what its security policy promises: no markup from strings, no code from strings.
 */
import type { ESTree } from 'vite';
import { expect, test } from 'vitest';
import {
  calledName,
  codeBelow,
  finding,
  nameOf,
  pureRooms,
  roomOf,
  type Source,
  visit,
} from './source.ts';

/** Objects that a pure room may not ask anything, and functions it may not call. */
const outside = new Set(['Date', 'performance', 'document', 'window', 'globalThis', 'navigator']);
const calls = new Set(['Date', 'setTimeout', 'setInterval', 'queueMicrotask', 'fetch']);
/** Methods whose answer depends on the host's language. */
const local = /^(localeCompare|toLocale\w+)$/;

/** Functions of Math whose last digit differs from one browser's engine to another's. */
const inexact = /^(a?(sin|cos|tan)h?|atan2|exp|expm1|log|log1p|log2|log10|pow|cbrt|hypot)$/;

/** Names a file declares itself, such as a parsed `document`, are its own and not the page's. */
function declaredIn(source: Source): Set<string> {
  const names = new Set<string>();
  const add = (pattern: object) => names.add(nameOf(pattern));
  visit(source, {
    VariableDeclarator: ({ id }) => add(id),
    FunctionDeclaration: ({ params }) => params.forEach(add),
    ArrowFunctionExpression: ({ params }) => params.forEach(add),
  });
  return names;
}

function impurities(source: Source): string[] {
  const found: string[] = [];
  const own = declaredIn(source);
  const say = (start: number, what: string) =>
    found.push(finding(source, start, `a pure room has no ${what}`));
  const refuseCall = ({ start, callee }: ESTree.CallExpression | ESTree.NewExpression) => {
    const name = nameOf(callee);
    if (calls.has(name) && !own.has(name)) say(start, name);
  };
  visit(source, {
    CallExpression: refuseCall,
    NewExpression: refuseCall,
    MemberExpression: ({ start, object, property }) => {
      const owner = nameOf(object);
      const member = nameOf(property);
      if (local.test(member)) say(start, member);
      if (owner === 'Math' && (member === 'random' || inexact.test(member))) {
        say(start, `Math.${member}`);
      }
      if (outside.has(owner) && !own.has(owner)) say(start, owner);
    },
  });
  return found;
}

function impureRooms(sources: readonly Source[]): string[] {
  return sources.filter(({ path }) => pureRooms.has(roomOf(path))).flatMap(impurities);
}

const markup = new Set([
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'dangerouslySetInnerHTML',
  'srcdoc',
]);

function unsafeFindings(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const found: string[] = [];
    const say = (start: number, what: string) =>
      found.push(finding(source, start, `${what} is refused`));
    const refuseMarkup = ({ start, name }: { start: number; name: string }) => {
      if (markup.has(name)) say(start, name);
    };
    const refuseCall = (node: ESTree.CallExpression | ESTree.NewExpression) => {
      const name = calledName(node);
      const first = node.arguments[0];
      if (name === 'eval' || name === 'Function') say(node.start, name);
      if (name === 'html') say(node.start, '.html()');
      // The policy refuses a style attribute; .style() sets the same property by name.
      const styles = first?.type === 'Literal' && first.value === 'style';
      if (styles && /^(attr|setAttribute)$/.test(name)) say(node.start, 'attr style');
    };
    visit(source, {
      Identifier: refuseMarkup,
      JSXIdentifier: refuseMarkup,
      NewExpression: refuseCall,
      CallExpression: refuseCall,
    });
    return found;
  });
}

function frameCalls(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const found: string[] = [];
    visit(source, {
      CallExpression: (node) => {
        if (calledName(node) === 'requestAnimationFrame') {
          found.push(finding(source, node.start, 'asks for a frame'));
        }
      },
    });
    return found;
  });
}

test('pure rooms depend on nothing but what they are given', () => {
  expect(impureRooms(codeBelow('src'))).toEqual([]);
});

test('only the playback asks for frames, and the desk while it is put together', () => {
  const askers = frameCalls(codeBelow('src')).map((found) => found.replace(/:.*/, ''));
  expect(askers).toEqual(['src/store/playback.ts', 'src/ui/turns.tsx']);
});

test('no markup, style or code is made from strings', () => {
  expect(unsafeFindings(codeBelow('src'))).toEqual([]);
});

test('an impurity is named, but not a local name or a comment', () => {
  const text = [
    '// Date.now() and window.open() in a comment',
    'const a = Math.random();',
    'const b = new Date();',
    'const c = performance.now();',
    'setTimeout(a, b);',
    'const d = document.title;',
    'names.sort((x, y) => x.localeCompare(y));',
    'const e = Math.floor(Math.exp(2));',
  ].join('\n');
  const found = impureRooms([{ path: 'src/sim/bad.ts', text }]);
  expect(found.map((one) => one.replace(': a pure room has no', ''))).toEqual([
    'src/sim/bad.ts:2 Math.random',
    'src/sim/bad.ts:3 Date',
    'src/sim/bad.ts:4 performance',
    'src/sim/bad.ts:5 setTimeout',
    'src/sim/bad.ts:6 document',
    'src/sim/bad.ts:7 localeCompare',
    'src/sim/bad.ts:8 Math.exp',
  ]);
  const own = 'const document = parse(text); document.errors.map(String);';
  expect(impureRooms([{ path: 'src/scenario/fine.ts', text: own }])).toEqual([]);
  expect(impureRooms([{ path: 'src/ui/fine.ts', text }])).toEqual([]);
});

test('a string made into markup, style or code is named, and so is a second frame', () => {
  const text = [
    'a.innerHTML = b;',
    'const c = <p dangerouslySetInnerHTML={d} />;',
    'eval(a);',
    'select(a).html(b);',
    "select(a).attr('style', b);",
    'requestAnimationFrame(c); window.requestAnimationFrame(d);',
  ].join('\n');
  const source = { path: 'src/viz/bad.tsx', text };
  expect(unsafeFindings([source])).toEqual([
    'src/viz/bad.tsx:1: innerHTML is refused',
    'src/viz/bad.tsx:2: dangerouslySetInnerHTML is refused',
    'src/viz/bad.tsx:3: eval is refused',
    'src/viz/bad.tsx:4: .html() is refused',
    'src/viz/bad.tsx:5: attr style is refused',
  ]);
  expect(frameCalls([source])).toHaveLength(2);
});
