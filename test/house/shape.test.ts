/** Names that can be searched for, and data that can be compared: no default exports, enums or stray classes. */
import { expect, test } from 'vitest';
import { codeBelow, finding, pureRooms, roomOf, type Source, visit } from './source.ts';

function shapeFindings(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const found: string[] = [];
    const say = (start: number, sentence: string) => found.push(finding(source, start, sentence));
    if (/(^|\/)(utils?|helpers?)(\.|\/)/i.test(source.path)) {
      say(0, 'name the file after what it does');
    }
    const refuseClass = ({ start }: { start: number }) => {
      if (pureRooms.has(roomOf(source.path))) say(start, 'a pure room has values, not classes');
    };
    visit(source, {
      ExportDefaultDeclaration: ({ start }) => say(start, 'export it by name'),
      ExportSpecifier: ({ start, exported }) => {
        if ('name' in exported && exported.name === 'default') say(start, 'export it by name');
      },
      TSEnumDeclaration: ({ start }) => say(start, 'write a union of literals, not an enum'),
      ClassDeclaration: refuseClass,
      ClassExpression: refuseClass,
    });
    return found;
  });
}

test('src exports by name, has no enum, and no class in a pure room', () => {
  expect(shapeFindings(codeBelow('src'))).toEqual([]);
});

test('each of these is named where it stands', () => {
  const text = 'enum Role { a }\nclass Server {}\nexport default 1;\nexport { x as default };\n';
  expect(shapeFindings([{ path: 'src/raft/utils.ts', text }])).toEqual([
    'src/raft/utils.ts:1: name the file after what it does',
    'src/raft/utils.ts:1: write a union of literals, not an enum',
    'src/raft/utils.ts:2: a pure room has values, not classes',
    'src/raft/utils.ts:3: export it by name',
    'src/raft/utils.ts:4: export it by name',
  ]);
  expect(shapeFindings([{ path: 'src/ui/Boundary.tsx', text: 'class Boundary {}' }])).toEqual([]);
});
