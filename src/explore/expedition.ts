/**
 * An expedition: from one seed, a few schedules, each going on from where an earlier one came to something new, or from
 * the start. The seed is all one needs to see it again.
 */
import type { RuleList } from '../raft/index.ts';
import type { Event } from '../sim/index.ts';
import { type Chance, chanceOf, pick } from './chance.ts';
import { isNovel, type Seen } from './novelty.ts';
import { handOf, lullByHand, nextByHand } from './storm/hand.ts';
import { cloneSky, give, isWhole, openSky, pass, type Sky } from './storm/sky.ts';
import { type Outcome, outcomeOf, type Storm, weather } from './storm/storm.ts';

/** What came of it: the outcome of the schedule that found something, else of the last. */
export interface Expedition {
  readonly outcome: Outcome;
  readonly schedules: number;
  readonly events: number;
}

/** So many schedules from one seed. */
const rounds = 6;
/** Going on from a moment takes so much of the acts of a whole schedule. */
const share = 0.5;
/** So many moments are kept to go on from. */
const mostKept = 24;

/**
 * Runs one. A storm in the weather is one schedule: it has no moments to go on from, but a calm that ends it. What finds
 * nothing is not written down; what finds something is run again for its steps.
 */
export function expedition(storm: Storm, obeyed: Set<RuleList>): Expedition {
  if (!storm.byHand) {
    const outcome = weather(storm, ({ rules }) => obeyed.add(rules));
    return { outcome, schedules: 1, events: outcome.events };
  }
  const found = byHand(storm, obeyed, false);
  return found.outcome.trouble === null ? found : byHand(storm, obeyed, true);
}

interface Camp {
  readonly seen: Seen;
  /** Moments at which something was new. */
  readonly kept: Sky[];
  readonly chance: Chance;
}

function byHand(storm: Storm, obeyed: Set<RuleList>, isWritten: boolean): Expedition {
  // Half of the seeds are curious; the other half get about more, for every schedule begins anew.
  const isCurious = chanceOf(storm.seed, 3)() < 0.5;
  const camp: Camp = { seen: new Set(), kept: [], chance: chanceOf(storm.seed, 2) };
  let novel = false;
  let sky: Sky | null = null;
  const watch = (event: Event): void => {
    obeyed.add(event.rules);
    if (isCurious && sky !== null && isNovel(camp.seen, sky.world, event)) novel = true;
  };
  let events = 0;
  let schedules = 0;
  for (let round = 0; round < (isCurious ? rounds : 1); round += 1) {
    const from = round > 0 && camp.chance() < 0.7 ? pick(camp.kept, camp.chance) : undefined;
    sky = from === undefined ? openSky(storm, watch, null, isWritten) : cloneSky(from);
    const before = sky.events;
    const chance = chanceOf(storm.seed, 16 + round);
    const hand = handOf(storm, chance);
    const acts = from === undefined ? storm.acts : storm.acts * share;
    for (let act = 0; act < acts && isWhole(sky); act += 1) {
      novel = false;
      const command = nextByHand(hand, sky.world, chance);
      if (command !== null) give(sky, command);
      pass(sky, lullByHand(chance));
      if (novel && isWhole(sky)) keep(camp, sky);
    }
    events += sky.events - before;
    schedules += 1;
    if (!isWhole(sky)) break;
  }
  return { outcome: outcomeOf(sky as Sky), schedules, events };
}

function keep({ kept, chance }: Camp, sky: Sky): void {
  const one = cloneSky(sky);
  if (kept.length < mostKept) kept.push(one);
  else kept[Math.floor(chance() * mostKept)] = one;
}
