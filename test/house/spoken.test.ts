/** Whatever people read or hear comes from `words`: no sentence stands in the code of the page. */
import type { ESTree } from 'vite';
import { expect, test } from 'vitest';
import { calledName, codeBelow, finding, nameOf, type Source, visit } from './source.ts';

const rooms = ['src/ui', 'src/viz', 'src/store'];

/** What is read out or shown, as an attribute, a property or a setter of either. */
const heard =
  /^(aria-(label|description|valuetext|roledescription)|title|alt|placeholder|label|text|textContent|innerText)$/;

/** Signs that mean the same everywhere, and the units of time. */
const isSign = (text: string): boolean => /^([\s·…+−×→↑↓›]|m?s$)*$/.test(text);

const textOf = (node: object): string => {
  if ('value' in node && typeof node.value === 'string') return node.value;
  if (!('quasis' in node)) return '';
  return (node as ESTree.TemplateLiteral).quasis.map(({ value }) => value.raw).join('');
};

function spokenFindings(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const found: string[] = [];
    const look = (node: object & { start: number }): void => {
      const text = textOf(node);
      if (!isSign(text))
        found.push(finding(source, node.start, `“${text.trim()}” is not of words`));
    };
    const isText = (node: object | null | undefined): node is ESTree.Expression =>
      node != null && 'type' in node && /^(Literal|TemplateLiteral)$/.test(String(node.type));
    visit(source, {
      JSXText: look,
      JSXElement: ({ children }) => {
        for (const child of children)
          if (child.type === 'JSXExpressionContainer' && isText(child.expression))
            look(child.expression);
      },
      JSXAttribute: ({ name, value }) => {
        if (!heard.test(nameOf(name))) return;
        if (value?.type === 'Literal') look(value);
        if (value?.type === 'JSXExpressionContainer' && isText(value.expression))
          look(value.expression);
      },
      Property: ({ key, value }) => {
        if (heard.test(nameOf(key)) && isText(value)) look(value);
      },
      AssignmentExpression: ({ left, right }) => {
        if (left.type === 'MemberExpression' && heard.test(nameOf(left.property)) && isText(right))
          look(right);
      },
      CallExpression: (node) => {
        const [first, second] = node.arguments;
        const name = calledName(node);
        if (name === 'text' && isText(first)) look(first);
        const isHeard = first?.type === 'Literal' && heard.test(String(first.value));
        if (/^(attr|setAttribute)$/.test(name) && isHeard && isText(second)) look(second);
      },
    });
    return found;
  });
}

test('the page says nothing that is not of words', () => {
  expect(rooms.flatMap((room) => spokenFindings(codeBelow(room)))).toEqual([]);
});

test('a sentence in the code is named, but no class, id or sign', () => {
  const text = [
    'const a = <p className="hint">Hello</p>;',
    'const b = <button aria-label="Close" title={`Close it`} id="x">{"Shut"}</button>;',
    'const c = <p>{words.hint} · <b>{`, `}</b></p>;',
    "node.textContent = 'none'; group.text('idle'); line.attr('aria-label', 'a line');",
    "const verb = { id: 'crash', text: 'Crash' };",
    "line.attr('class', 'link'); node.id = 'y'; group.text(words.idle); group.text('·');",
  ].join('\n');
  expect(spokenFindings([{ path: 'src/ui/bad.tsx', text }])).toEqual([
    'src/ui/bad.tsx:1: “Hello” is not of words',
    'src/ui/bad.tsx:2: “Shut” is not of words',
    'src/ui/bad.tsx:2: “Close” is not of words',
    'src/ui/bad.tsx:2: “Close it” is not of words',
    'src/ui/bad.tsx:3: “,” is not of words',
    'src/ui/bad.tsx:4: “none” is not of words',
    'src/ui/bad.tsx:4: “idle” is not of words',
    'src/ui/bad.tsx:4: “a line” is not of words',
    'src/ui/bad.tsx:5: “Crash” is not of words',
  ]);
});
