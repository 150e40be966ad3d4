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
  return (file.steps ?? []).flatMap((asked) => {
    const step = among(known, asked);
    const made = madeBy(step);
    const isSensible = named(step).every((name) => known.has(name) || made.includes(name));
    if (isSensible) for (const name of made) known.add(name);
    return isSensible ? [step] : [];
  });
}

/** A step about groups of servers, as far as these are there. */
function among(known: ReadonlySet<string>, step: FileStep): FileStep {
  const those = (names: readonly string[]): readonly string[] =>
    names.filter((name) => known.has(name));
  if (Array.isArray(step.settle)) return { ...step, settle: those(step.settle) };
  if (step.partition === undefined) return step;
  const partition = step.partition.map(those).filter(({ length }) => length > 0);
  return { ...step, partition };
}

/** Everybody there is in the end. */
export const allNames = (file: ScenarioFile): readonly string[] => [
  ...new Set([...firstNames(file), ...(file.steps ?? []).flatMap(madeBy)]),
];

/** Circles of two servers up to a bare majority, by each server in them. */
export function circlesOf(
  file: ScenarioFile,
): readonly (readonly [name: string, circles: readonly (readonly string[])[]])[] {
  const names = allNames(file).slice(0, 7);
  const most = (names.length >> 1) + 1;
  const circles = circlesAmong(names).filter(({ length }) => length <= most);
  return names.map((name) => [name, circles.filter((circle) => circle.includes(name))]);
}

/** Every circle of at least two of these that is not all of them. */
export const circlesAmong = (names: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: 2 ** names.length }, (_, bits) =>
    names.filter((_name, place) => (bits >> place) & 1),
  ).filter(({ length }) => length >= 2 && length < names.length);
