/** Every scenario file and lesson holds, and would fail if what it expects were not so. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { switches, switchNames } from '../../src/raft/index.ts';
import {
  type Failure,
  headlessRuns,
  loadScenario,
  runScenario,
  type Scenario,
} from '../../src/scenario/index.ts';
import { lessonPaths, load, scenarioPaths, textOf } from './files.ts';

const failuresOf = (text: string, path: string): readonly Failure[] =>
  headlessRuns(load(text, path)).flatMap((scenario) => runScenario(scenario).failures);

const all = [...scenarioPaths, ...lessonPaths];

test.each(all)('%s holds', (path) => {
  expect(failuresOf(textOf(path), path)).toEqual([]);
});

type Tree = Record<string, unknown>;
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Another value of the same kind. */
function otherThan(leaf: unknown, names: readonly string[]): unknown {
  if (typeof leaf === 'number') return leaf + 1;
  if (typeof leaf === 'boolean') return !leaf;
  if (typeof leaf === 'string' && names.includes(leaf)) return names.find((name) => name !== leaf);
  const role = ['leader', 'follower', 'candidate'];
  if (typeof leaf === 'string' && role.includes(leaf)) return role.find((name) => name !== leaf);
  return typeof leaf === 'string' ? `${leaf}0` : names[0];
}

const namesOf = ({ names, servers }: Tree): readonly string[] =>
  Array.isArray(names)
    ? names.map(String)
    : Array.from({ length: Number(servers) }, (_, place) => `S${place + 1}`);

/** Where a changed value need not be seen: bounds, what must not hold, alternatives, and what is counted. */
const loose = new Set([
  'atLeast',
  'atMost',
  'not',
  'oneOf',
  'violations',
  'type',
  'messages',
  'leaderChanges',
]);

/** Of a long list the ends stand for all. */
const longest = 8;

/** Runs `change` for the values that the expectations among these steps name, once each. */
function forEachExpected(steps: readonly Tree[], change: (holder: Tree, key: string) => void) {
  const walk = (holder: Tree): void => {
    const keys = Object.keys(holder);
    const isLong = Array.isArray(holder) && keys.length > longest;
    for (const key of isLong ? [keys[0] as string, keys.at(-1) as string] : keys) {
      const value = holder[key];
      if (loose.has(key)) continue;
      if (isTree(value)) walk(value);
      else change(holder, key);
    }
  };
  for (const { expect: expected } of steps) if (isTree(expected)) walk(expected);
}

/** A file with steps of its own, and each of its runs as such a file. */
function filesIn({ runs = {}, ...file }: Tree): readonly Tree[] {
  const each = Object.values(runs as Record<string, Tree>).map((own) => ({
    ...file,
    ...own,
    options: { ...(file.options as Tree), ...(own.options as Tree) },
    initial: { ...(file.initial as Tree), ...(own.initial as Tree) },
  }));
  // What the YAML shares between places is written out, so that one place can change alone.
  return [...(file.steps === undefined ? [] : [file]), ...each].map(
    (one) => JSON.parse(JSON.stringify(one)) as Tree,
  );
}

// A value that makes the file itself invalid is seen, too.
const isUnseen = (text: string, path: string): boolean =>
  loadScenario(text, path).ok && failuresOf(text, path).length === 0;

test.each(all)('%s would fail with any other value', (path) => {
  const unseen: string[] = [];
  for (const file of filesIn(parse(textOf(path)) as Tree))
    forEachExpected((file.steps ?? []) as Tree[], (holder, key) => {
      const leaf = holder[key];
      holder[key] = otherThan(leaf, namesOf(file));
      if (isUnseen(JSON.stringify(file), path)) unseen.push(`${key}: ${JSON.stringify(leaf)}`);
      holder[key] = leaf;
    });
  expect(unseen).toEqual([]);
});

test.each(switchNames)('%s: what it protects breaks without it, and holds with it', (rule) => {
  const [without, obeyed, ...more] = headlessRuns(load(textOf(`test/scenarios/off/${rule}.yaml`)));
  expect(without?.setup.rulesOff).toEqual([rule]);
  expect({ run: obeyed?.run, rulesOff: obeyed?.setup.rulesOff, more }).toEqual({
    run: 'obeyed',
    rulesOff: [],
    more: [],
  });
  const brokenIn = (scenario: Scenario | undefined): readonly string[] =>
    scenario === undefined ? [] : runScenario(scenario).violations.map(({ property }) => property);
  const { protects } = switches[rule];
  expect(brokenIn(without)).toEqual(protects === null ? [] : expect.arrayContaining([protects]));
  expect(brokenIn(obeyed)).toEqual([]);
});

test('every file about a switch is about one there is', () => {
  const about = scenarioPaths.filter((path) => path.includes('/off/'));
  expect(about).toHaveLength(switchNames.length);
});

test.each(lessonPaths)('%s is not done by doing nothing, and is done by its solution', (path) => {
  const { lesson, steps, ...file } = parse(textOf(path)) as Tree;
  const { goal, solution } = lesson as Tree;
  const goalIsMet = (before: unknown): boolean =>
    failuresOf(JSON.stringify({ ...file, steps: [before, { expect: goal }].flat() }), path)
      .length === 0;
  expect(steps).not.toEqual([]);
  expect(goalIsMet({ run: 60_000 })).toBe(false);
  expect(goalIsMet(solution)).toBe(true);
});
