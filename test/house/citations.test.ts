/** What the code cites exists: lines of Figure 2 in the catalogue, sections in the paper and the thesis. */
import { expect, test } from 'vitest';
import { codeBelow, commentsOf, finding, type Source } from './source.ts';

/** Highest subsection of each section that has any; a section named alone always exists. */
const paper = {
  sections: 11,
  parts: { '5': 6, '5.4': 3, '9': 3 },
};
const thesis = {
  sections: 12,
  parts: {
    '3': 11,
    '3.6': 3,
    '4': 5,
    '4.2': 4,
    '5': 5,
    '5.1': 3,
    '5.3': 3,
    '5.4': 2,
    '6': 5,
    '6.4': 1,
    '8': 4,
    '9': 7,
    '10': 4,
    '10.1': 1,
    '10.2': 2,
  },
};

interface Contents {
  readonly sections: number;
  readonly parts: Readonly<Record<string, number>>;
}

function exists(section: string, { sections, parts }: Contents): boolean {
  const numbers = section.split('.').map(Number);
  return numbers.every((number, depth) => {
    const limit = depth === 0 ? sections : parts[numbers.slice(0, depth).join('.')];
    return number >= 1 && limit !== undefined && number <= limit;
  });
}

function citationFindings(sources: readonly Source[], rules: ReadonlySet<string>): string[] {
  return sources.flatMap((source) =>
    commentsOf(source).flatMap(({ value, start }) => {
      const found: string[] = [];
      const say = (index: number, sentence: string) =>
        found.push(finding(source, start + 2 + index, sentence)); // 2: the comment's own sign.
      for (const cited of value.matchAll(
        /Fig\. 2, ((?:[A-Za-z]+\d+(?:, (?=[A-Z][A-Za-z]*\d))?)+)/g,
      )) {
        for (const id of cited[1]?.split(', ') ?? []) {
          if (!rules.has(id)) say(cited.index, `Figure 2 has no ${id}`);
        }
      }
      for (const cited of value.matchAll(/(Thesis )?§(\d+(?:\.\d+)*)/g)) {
        const [whole, inThesis, section = ''] = cited;
        if (!exists(section, inThesis ? thesis : paper)) say(cited.index, `there is no ${whole}`);
      }
      return found;
    }),
  );
}

/** The ids of src/raft/paper.ts; undefined while there is none. */
async function catalogue(): Promise<ReadonlySet<string> | undefined> {
  const [path] = Object.entries(import.meta.glob<{ rules?: object }>('../../src/raft/paper.ts'));
  const rules = (await path?.[1]())?.rules;
  return rules === undefined ? undefined : new Set(Object.keys(rules));
}

test('every citation names a rule or a section that exists', async () => {
  const rules = await catalogue();
  if (rules === undefined) return;
  expect(rules).toContain('AE1');
  expect(citationFindings(codeBelow('src'), rules)).toEqual([]);
});

test('a citation of nothing is named', () => {
  const text = [
    '// Fig. 2, AE3: the entries that follow go too. §5.4.2. Thesis §4.2.3: and so on',
    '// Fig. 2, AE3, AE9: one of these is not there',
    '/** One line,',
    ' *  then §5.7 and §5.4.4; Thesis §13, Thesis §3.10 */',
  ].join('\n');
  expect(citationFindings([{ path: 'src/raft/bad.ts', text }], new Set(['AE3']))).toEqual([
    'src/raft/bad.ts:2: Figure 2 has no AE9',
    'src/raft/bad.ts:4: there is no §5.7',
    'src/raft/bad.ts:4: there is no §5.4.4',
    'src/raft/bad.ts:4: there is no Thesis §13',
  ]);
});
