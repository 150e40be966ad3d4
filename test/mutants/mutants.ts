/**
 * `npm run mutants -- [ID…]`: plants one bug after the other in copies of the project, and says what catches each:
 * the oracle over random runs, the properties over storms, the scenario files, or, where these are silent, the unit
 * tests.
 */
import { availableParallelism } from 'node:os';
import type { Caught } from './catcher.ts';
import type { Mutant } from './mutant.ts';
import { mutants } from './table.ts';
import {
  copyTree,
  failingTests,
  removeTree,
  runCatcher,
  settingPatience,
  withMutant,
} from './tree.ts';

const usage = `npm run mutants -- [ID…]
  ID    of a planted bug in test/mutants; all where none is named
`;

/** @returns 0 when every mutant is caught, 1 when one survives, 2 when nothing can be told */
export async function main(argv: readonly string[]): Promise<number> {
  const chosen = argv.length === 0 ? mutants : mutants.filter(({ id }) => argv.includes(id));
  if (chosen.length < argv.length) {
    process.stderr.write(usage);
    return 2;
  }
  const trees = Array.from({ length: Math.min(4, availableParallelism()) }, () =>
    copyTree(process.cwd()),
  );
  try {
    return await hunt(trees, chosen);
  } finally {
    trees.forEach(removeTree);
  }
}

async function hunt(trees: readonly string[], chosen: readonly Mutant[]): Promise<number> {
  const [first = ''] = trees;
  const known = await settingPatience(async () => {
    const before = await runCatcher(first);
    if (before === null) return await failingTests(first);
    process.stderr.write(`Without a mutant, ${before.by} finds: ${before.what}\n`);
    return null;
  });
  if (known === null) return 2;
  const results = new Map<Mutant, Caught | null>();
  const left = [...chosen];
  const tell = inOrder(chosen, results);
  await Promise.all(
    trees.map(async (tree) => {
      for (let mutant = left.shift(); mutant !== undefined; mutant = left.shift()) {
        results.set(mutant, await caught(tree, mutant, known));
        tell();
      }
    }),
  );
  const survived = chosen.filter((mutant) => results.get(mutant) === null).length;
  process.stdout.write(`${chosen.length - survived} caught, ${survived} survived\n`);
  return survived === 0 ? 0 : 1;
}

const caught = (tree: string, mutant: Mutant, known: ReadonlySet<string>): Promise<Caught | null> =>
  withMutant(tree, mutant, async () => {
    const found = await runCatcher(tree);
    if (found !== null) return found;
    const fresh = [...(await failingTests(tree))].filter((name) => !known.has(name));
    return fresh[0] === undefined ? null : { by: 'unit tests', what: fresh[0] };
  });

/** Prints results in the order of the list, each as soon as all before it are there. */
function inOrder(chosen: readonly Mutant[], results: ReadonlyMap<Mutant, Caught | null>) {
  let told = 0;
  return (): void => {
    for (let next = chosen[told]; next !== undefined && results.has(next); next = chosen[told]) {
      process.stdout.write(`${lineOf(next, results.get(next) ?? null)}\n`);
      told += 1;
    }
  };
}

function lineOf({ id, violates }: Mutant, found: Caught | null): string {
  if (found === null) return `${id} … SURVIVED (${violates})`;
  return `${id} … caught by ${found.by}: ${found.what.slice(0, 160)}`;
}
