/**
 * An expedition: from one seed, a few schedules, each going on from where an earlier one came to something new, or from
 * the start. The seed is all one needs to see it again.
 */
import type { RuleList } from '../raft/index.ts';
import type { Event } from '../sim/index.ts';
import { below, type Chance, chanceOf, pick } from './chance.ts';
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
  const go = storm.byHand ? byHand : once;
  const found = go(storm, obeyed, false);
  return found.outcome.trouble === null ? found : go(storm, obeyed, true);
}

function once(storm: Storm, obeyed: Set<RuleList>, isWritten: boolean): Expedition {
  const outcome = weather(storm, ({ rules }) => obeyed.add(rules), null, isWritten);
  return { outcome, schedules: 1, events: outcome.events };
}

/** What is remembered from one schedule to the next. Changed in place. */
interface Camp {
  readonly seen: Seen;
  /** Moments at which something was new. */
  readonly kept: Sky[];
  /** So many there were. */
  novel: number;
  readonly chance: Chance;
  /** The schedule under way; null: none has begun. */
  sky: Sky | null;
  /** Whether anybody asks what is new in it, and whether its last act brought something. */
  isLooking: boolean;
  isNews: boolean;
}

function byHand(storm: Storm, obeyed: Set<RuleList>, isWritten: boolean): Expedition {
  // Half of the seeds are curious; the other half get about more, for every schedule begins anew.
  const isCurious = chanceOf(storm.seed, 3)() < 0.5;
  const camp = openCamp(chanceOf(storm.seed, 2));
  const watch = (event: Event): void => {
    obeyed.add(event.rules);
    const { isLooking, sky, seen } = camp;
    if (isLooking && sky !== null && isNovel(seen, sky.world, event)) camp.isNews = true;
  };
  let events = 0;
  const last = isCurious ? rounds - 1 : 0;
  for (let round = 0; ; round += 1) {
    // Nothing goes on from the last schedule, so nobody asks what is new in it.
    camp.isLooking = round < last;
    const from = round > 0 && camp.chance() < 0.7 ? pick(camp.kept, camp.chance) : undefined;
    const sky = from === undefined ? openSky(storm, watch, null, isWritten) : cloneSky(from);
    camp.sky = sky;
    const before = sky.events;
    befall(camp, sky, storm, round, from === undefined ? storm.acts : storm.acts * share);
    events += sky.events - before;
    if (round === last || !isWhole(sky))
      return { outcome: outcomeOf(sky), schedules: round + 1, events };
  }
}

const openCamp = (chance: Chance): Camp => ({
  seen: new Set(),
  kept: [],
  novel: 0,
  chance,
  sky: null,
  isLooking: false,
  isNews: false,
});

/** One schedule, to its last act or to what it finds. */
function befall(camp: Camp, sky: Sky, storm: Storm, round: number, acts: number): void {
  const chance = chanceOf(storm.seed, 16 + round);
  const hand = handOf(storm, chance);
  for (let act = 0; act < acts && isWhole(sky); act += 1) {
    camp.isNews = false;
    const command = nextByHand(hand, sky.world, chance);
    if (command !== null) give(sky, command);
    pass(sky, lullByHand(chance));
    if (camp.isNews && isWhole(sky)) keep(camp, sky);
  }
}

// Each new moment as likely as any other, and only those that are kept are copied.
function keep(camp: Camp, sky: Sky): void {
  const { kept, chance } = camp;
  camp.novel += 1;
  if (kept.length < mostKept) kept.push(cloneSky(sky));
  else if (chance() * camp.novel < mostKept) kept[below(mostKept, chance)] = cloneSky(sky);
}
