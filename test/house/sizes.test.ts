/** A file, and a function, that one can read at a sitting. */
import { expect, test } from 'vitest';
import { codeBelow, filesBelow, finding, lineAt, read, type Source, visit } from './source.ts';

const fileLines = 300;
const functionLines = 60;
const mainLines = 40;

function countLines(text: string): number {
  return text.replace(/\n$/, '').split('\n').length;
}

function longFiles(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const limit = source.path === 'src/main.tsx' ? mainLines : fileLines;
    const lines = countLines(source.text);
    return lines > limit ? [`${source.path}:${limit}: ${lines} lines, ${limit} at most`] : [];
  });
}

function longFunctions(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const found: string[] = [];
    const measure = ({ start, end }: { start: number; end: number }) => {
      const lines = lineAt(source, end) - lineAt(source, start) + 1;
      if (lines > functionLines) {
        found.push(finding(source, start, `${lines} lines, ${functionLines} at most`));
      }
    };
    visit(source, {
      FunctionDeclaration: measure,
      FunctionExpression: measure,
      ArrowFunctionExpression: measure,
    });
    return found;
  });
}

test('files stay short', () => {
  const styles = filesBelow('src').filter((path) => path.endsWith('.css'));
  expect(longFiles([...codeBelow('src'), ...styles.map(read)])).toEqual([]);
});

test('functions stay short', () => {
  expect(longFunctions(codeBelow('src'))).toEqual([]);
});

test('a long file and a long function are named', () => {
  const body = '  step();\n'.repeat(59);
  const source = { path: 'src/sim/long.ts', text: `// §\nconst f = () => {\n${body}};\n` };
  expect(longFunctions([source])).toEqual(['src/sim/long.ts:2: 61 lines, 60 at most']);
  expect(longFiles([{ path: 'src/sim/long.ts', text: '\n'.repeat(301) }])).toEqual([
    'src/sim/long.ts:300: 301 lines, 300 at most',
  ]);
  expect(longFiles([{ path: 'src/main.tsx', text: '\n'.repeat(40) }])).toEqual([]);
  expect(longFiles([{ path: 'src/main.tsx', text: '\n'.repeat(41) }])).toHaveLength(1);
});
