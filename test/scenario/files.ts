/** The scenario files of the house, and loading them as the command line does. */

import { loadScenario, type Scenario } from '../../src/scenario/index.ts';
import { filesBelow, read } from '../house/source.ts';

const isScenario = (path: string): boolean => path.endsWith('.yaml');

export const scenarioPaths = filesBelow('test/scenarios').filter(isScenario);
export const lessonPaths = filesBelow('src/lessons').filter((path) =>
  path.endsWith('/lesson.yaml'),
);

export const textOf = (path: string): string => read(path).text;

/** @throws Error with the first problem, where the text is no scenario */
export function load(text: string, name = 'test.yaml'): Scenario {
  const loaded = loadScenario(text, name);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error[0]));
  return loaded.value;
}
