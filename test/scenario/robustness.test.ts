/** Whatever stands in a file, reading it gives a scenario or errors, and running it ends; nothing is thrown. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { headlessRuns, loadScenario, runScenario } from '../../src/scenario/index.ts';
import { lessonPaths, scenarioPaths, textOf } from './files.ts';

const odd: readonly unknown[] = [null, true, -1, 0, 2.5, 7, '', 'S1', 'x', [], {}, [1], { S1: 1 }];

type Tree = Record<string, unknown>;
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Runs `visit` for every `stride`th place of a value, each filled with an odd value in turn. */
function forEachPlace(tree: Tree, stride: number, visit: () => void): void {
  let place = 0;
  const walk = (holder: Tree): void => {
    for (const key of Object.keys(holder)) {
      const there = holder[key];
      if (place % stride === 0) {
        holder[key] = odd[place % odd.length];
        visit();
        holder[key] = there;
      }
      place += 1;
      if (isTree(there)) walk(there);
    }
  };
  walk(tree);
}

/** The lessons are long and alike: so many places of each stand for all. */
const placesOfLesson = 30;

function strideIn(path: string, file: Tree): number {
  if (!path.startsWith('src/lessons/')) return 1;
  let places = 0;
  forEachPlace(file, 1, () => {
    places += 1;
  });
  const stride = Math.ceil(places / placesOfLesson);
  // With a factor in common some odd values would never be met.
  return stride % odd.length === 0 ? stride + 1 : stride;
}

test.each([...scenarioPaths, ...lessonPaths].filter((path) => !path.includes('match-point')))(
  '%s with anything anywhere',
  (path) => {
    const file = parse(textOf(path)) as Tree;
    const stride = strideIn(path, file);
    let count = 0;
    forEachPlace(file, stride, () => {
      const loaded = loadScenario(JSON.stringify(file), path);
      if (!loaded.ok) {
        expect(loaded.error.length).toBeGreaterThan(0);
        return;
      }
      for (const scenario of headlessRuns(loaded.value)) runScenario(scenario);
      count += 1;
    });
    // Of a few places none may take the value it is given.
    expect(count).toBeGreaterThan(stride === 1 ? 0 : -1);
  },
);
