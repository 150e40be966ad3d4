/** Every scenario file and lesson holds, and would fail if what it expects were not so. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Failure, headlessRuns, loadScenario, runScenario } from '../../src/scenario/index.ts';
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

/** Runs `change` for every value that the expectations of a file name, once each. */
function forEachExpected(file: Tree, change: (holder: Tree, key: string) => void): void {
  const walk = (holder: unknown): void => {
    if (!isTree(holder)) return;
    for (const key of Object.keys(holder)) {
      if (loose.has(key)) continue;
      if (isTree(holder[key])) walk(holder[key]);
      else change(holder, key);
    }
  };
  for (const step of (file.steps ?? []) as Tree[]) if (step.expect !== undefined) walk(step.expect);
}

// A value that makes the file itself invalid is seen, too.
const isUnseen = (text: string, path: string): boolean =>
  loadScenario(text, path).ok && failuresOf(text, path).length === 0;

test.each(all)('%s would fail with any other value', (path) => {
  const file = parse(textOf(path)) as Tree;
  const names = namesOf(file);
  const unseen: string[] = [];
  forEachExpected(file, (holder, key) => {
    const leaf = holder[key];
    holder[key] = otherThan(leaf, names);
    if (isUnseen(JSON.stringify(file), path)) unseen.push(`${key}: ${JSON.stringify(leaf)}`);
    holder[key] = leaf;
  });
  expect(unseen).toEqual([]);
});

test.each(scenarioPaths.filter((path) => path.includes('/off/')))(
  '%s breaks nothing while the rules hold',
  (path) => {
    const { rulesOff, ...file } = parse(textOf(path)) as Tree;
    expect(rulesOff).toHaveLength(1);
    expect(path).toContain(`/${String(rulesOff)}.yaml`);
    const broken = headlessRuns(load(JSON.stringify(file), path)).flatMap(
      (scenario) => runScenario(scenario).violations,
    );
    expect(broken).toEqual([]);
  },
);

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
