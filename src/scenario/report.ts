/** What a headless run found, as plain JSON. */
import type { Outcome } from './run.ts';
import type { Scenario } from './scenario.ts';
import type { Json, JsonMap } from './show.ts';
import { showServer } from './showState.ts';

/** A run fails by what was expected and did not hold, and by what it broke and nobody declared. */
export const hasPassed = ({ failures }: Outcome): boolean => failures.length === 0;

/** One object a run; `state` is what EXPECT could say of each server at the end. */
export function reportOf({ file, run, title }: Scenario, outcome: Outcome): JsonMap {
  const { failures, violations, play } = outcome;
  const { world } = play;
  return {
    file,
    ...(run === null ? {} : { run }),
    title,
    passed: hasPassed(outcome),
    failures: failures.map((failure) => ({ ...failure })),
    violations: violations.map((violation) => ({ ...violation })),
    time: world.time,
    events: play.numbering.last,
    state: Object.fromEntries(
      world.setup.names
        .slice(0, play.servers)
        .map((name, id) => [name, withoutIndexes(showServer(world, id))]),
    ),
  };
}

// A log in EXPECT is a list of entries; their places say their indexes.
const withoutIndexes = (state: JsonMap): JsonMap => ({
  ...state,
  log: (state.log as readonly JsonMap[]).map(({ index: _index, ...entry }): Json => entry),
});
