/** Passing runs through the oracle. */
import type { Switch } from '../../src/raft/index.ts';
import { runScenario, type Scenario } from '../../src/scenario/index.ts';
import type { Event } from '../../src/sim/index.ts';
import { cloneOracle, type Oracle, observe, openOracle } from './oracle.ts';
import { randomRun, randomWorld } from './randomRuns.ts';

type Watch = NonNullable<Parameters<typeof runScenario>[1]>;

/** Kinds of event and message, and how often each was judged. */
export type Seen = Map<string, number>;

function tally(seen: Seen, { kind, server, envelope }: Event): void {
  if (server === null) return;
  for (const name of kind === 'receive' ? [kind, envelope?.message.type ?? ''] : [kind])
    seen.set(name, (seen.get(name) ?? 0) + 1);
}

/** The first differences of a random run; none when all is as it should be. */
export function passRandom(
  seed: number,
  rulesOff: readonly Switch[] = [],
  seen: Seen = new Map(),
): readonly string[] {
  const world = randomWorld(seed, rulesOff);
  const oracle = openOracle(world);
  let found: readonly string[] = [];
  randomRun(world, 60, (event) => {
    tally(seen, event);
    const differences = observe(oracle, world, event);
    if (found.length === 0) found = differences.map((one) => `seed ${seed}, ${one}`);
    return found.length === 0;
  });
  return found;
}

/** A watch that shows every event of a scenario to an oracle, which goes back where the scenario does. */
function watching(found: string[]): Watch {
  let oracle: Oracle;
  const kept = new Map<string, Oracle>();
  return {
    start: (world) => {
      oracle = openOracle(world);
    },
    event: (world, event) => found.push(...observe(oracle, world, event)),
    mark: (_world, what, name) => {
      if (what === 'mark') kept.set(name, cloneOracle(oracle));
      else oracle = cloneOracle(kept.get(name) as Oracle);
    },
    joined: () => {},
  };
}

/** All differences of a scenario. */
export function passScenario(scenario: Scenario): readonly string[] {
  const found: string[] = [];
  runScenario(scenario, watching(found));
  return found;
}
