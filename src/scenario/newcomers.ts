/**
 * Servers that join on the way: a name first met in `addServer` or `reconfigure` makes an empty server; any other step
 * may speak of it from there on.
 */
import { mostServers } from '../sim/index.ts';
import { isArray, isObject } from './values.ts';

type Names = readonly string[];

/** Who is there, step by step. Looked at before anything is known to be valid. */
export interface Newcomers {
  /** The servers there are from this step on, those it makes among them; any other value: those there are in the end. */
  readonly namesFrom: (step: unknown) => Names;
}

/** @param tree the file as it was read, its servers being `names` at the start */
export function newcomersIn(tree: unknown, names: Names): Newcomers {
  const from = new Map<unknown, Names>();
  const file = isObject(tree) ? tree : {};
  const note = (steps: unknown, start: Names): Names => {
    let known = start;
    for (const step of isArray(steps) ? steps : []) {
      known = withMade(step, known);
      from.set(step, known);
    }
    return known;
  };
  const afterSteps = note(file.steps, names);
  const { lesson, runs } = file;
  const end = note(isObject(lesson) ? lesson.solution : [], afterSteps);
  for (const run of isObject(runs) ? Object.values(runs) : [])
    note(isObject(run) ? run.steps : [], names);
  return { namesFrom: (step) => from.get(step) ?? end };
}

/** The servers of a run with these steps: those of the file, then those it makes, in their order. */
export const namesInRun = (steps: readonly unknown[], names: Names): Names =>
  steps.reduce((known: Names, step) => withMade(step, known), names);

// The same list where the step makes nobody.
function withMade(step: unknown, known: Names): Names {
  const made = [...new Set(namedBy(step))].filter((name) => !known.includes(name));
  return made.length === 0 ? known : [...known, ...made].slice(0, mostServers);
}

function namedBy(step: unknown): Names {
  if (!isObject(step)) return [];
  const { addServer, reconfigure } = step;
  const named = [addServer ?? [], isArray(reconfigure) ? reconfigure : []].flat();
  return named.filter((name) => ['string', 'number', 'boolean'].includes(typeof name)).map(String);
}
