/** Who there is in a scenario, step by step: servers that join are there from the step that first names them. */
import type { FileStep, ScenarioFile } from '../../scenario/index.ts';

/** The names at the start. */
const firstNames = ({ servers = 0 }: ScenarioFile): readonly string[] =>
  typeof servers === 'number'
    ? Array.from({ length: servers }, (_, place) => `S${place + 1}`)
    : servers;

const madeBy = ({ addServer, reconfigure = [] }: FileStep): readonly string[] =>
  addServer === undefined ? reconfigure : [addServer];

const named = (step: FileStep): readonly string[] =>
  [...JSON.stringify(step).matchAll(/"(S\d+)"/g)].map(([, name]) => name as string);

/** The steps that speak of nobody who is not there yet. */
export function sensibleSteps(file: ScenarioFile): readonly FileStep[] {
  const known = new Set(firstNames(file));
  return (file.steps ?? []).filter((step) => {
    const made = madeBy(step);
    const isSensible = named(step).every((name) => known.has(name) || made.includes(name));
    if (isSensible) for (const name of made) known.add(name);
    return isSensible;
  });
}

/** Everybody there is in the end. */
export const allNames = (file: ScenarioFile): readonly string[] => [
  ...new Set([...firstNames(file), ...(file.steps ?? []).flatMap(madeBy)]),
];
