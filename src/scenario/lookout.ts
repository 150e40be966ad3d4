/** Somebody who waits for an expectation to hold, whatever makes the world go on. */
import { look, openChecks } from '../check/index.ts';
import type { Event, World } from '../sim/index.ts';
import { countedPatterns, mismatches, type View } from './expect.ts';
import type { Expect } from './file.ts';
import { fits } from './patterns.ts';
import { note, openTallies } from './tallies.ts';

/** Shown every event of `world` from time 0 on, says after each whether `expect` holds. */
export function lookoutFor(expect: Expect, world: World): (event: Event) => boolean {
  const patterns = countedPatterns(expect);
  const counted = patterns.map((pattern) => fits(pattern, world.setup.names));
  const view: View = {
    world,
    tallies: openTallies(world, patterns.length),
    checks: openChecks(world),
    counters: new Map(patterns.map((pattern, place) => [pattern, place])),
  };
  return (event) => {
    note(view.tallies, event, counted);
    look(view.checks, world, event);
    return mismatches(expect, view, 'goal').length === 0;
  };
}
