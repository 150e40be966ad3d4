/** Looks for a fault of the tree it is bundled from, by one means after the other; says in one line what found it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { weather } from '../../src/explore/storm/storm.ts';
import { switchNames } from '../../src/raft/index.ts';
import { headlessRuns, loadScenario, runScenario } from '../../src/scenario/index.ts';
import { passRandom, passScenario } from '../oracle/passing.ts';

/** Which means found a fault, and what it said. */
export interface Caught {
  readonly by: string;
  readonly what: string;
}

/** A means: the first thing it finds, or null. */
type Means = (root: string) => string | null;

const randomRuns = 300;
const storms = 60;

/** The first that `look` finds among so many seeds. */
function first(count: number, look: (seed: number) => string | null): string | null {
  for (let seed = 1; seed <= count; seed += 1) {
    const found = look(seed);
    if (found !== null) return found;
  }
  return null;
}

const onRandomRuns: Means = () =>
  first(
    randomRuns,
    (seed) =>
      passRandom(seed)[0] ??
      passRandom(seed + 1000, [switchNames[seed % switchNames.length]!])[0] ??
      null,
  );

const onStorms: Means = () =>
  first(storms, (seed) => {
    const { trouble } = weather({ seed, servers: 3 + (seed % 5), rulesOff: [], acts: 60 });
    return trouble === null ? null : `seed ${seed}, ${trouble.what}`;
  });

function scenariosBelow(root: string): readonly string[] {
  return ['test/scenarios', 'src/lessons'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => join(folder, name)),
  );
}

const onScenarios: Means = (root) => {
  for (const file of scenariosBelow(root)) {
    const loaded = loadScenario(readFileSync(join(root, file), 'utf8'), file);
    if (!loaded.ok) return `${file} does not load`;
    for (const scenario of headlessRuns(loaded.value)) {
      const [failure] = runScenario(scenario).failures;
      if (failure !== undefined) return `${file}, ${failure.path}`;
      const [difference] = passScenario(scenario);
      if (difference !== undefined) return `${file}, ${difference}`;
    }
  }
  return null;
};

const means: Readonly<Record<string, Means>> = {
  oracle: onRandomRuns,
  properties: onStorms,
  scenarios: onScenarios,
};

function caught(root: string): Caught | null {
  for (const [by, look] of Object.entries(means)) {
    try {
      const what = look(root);
      if (what !== null) return { by, what };
    } catch (error) {
      return { by: `${by}, by an error`, what: String(error) };
    }
  }
  return null;
}

/** Prints what was found as JSON, or null. */
export async function main(_argv: readonly string[], root: string): Promise<number> {
  process.stdout.write(`${JSON.stringify(caught(root))}\n`);
  return 0;
}
