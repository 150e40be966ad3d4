/**
 * What is worth saying of what happened, not more often than a listener can follow: at most one message in 700 ms
 * while playing. Elections, commits and broken properties are never dropped; they wait and are said together.
 * How much else is said a reader chooses; what repeats itself is summed up.
 */
import type { Timeline } from '../timeline/index.ts';
import { words } from '../words/index.ts';

/** `low`: what changes the course of the run. `medium`: what is new. `high`: everything. */
export type Verbosity = 'low' | 'medium' | 'high';

/** What is never dropped, and what may be: only the last of it is said. */
const ears: Readonly<Record<Verbosity, Readonly<Record<Told['weight'], 'all' | 'last' | 'none'>>>> =
  {
    low: { loud: 'all', normal: 'none', quiet: 'none' },
    medium: { loud: 'all', normal: 'last', quiet: 'none' },
    high: { loud: 'all', normal: 'all', quiet: 'all' },
  };

const leastMs = 700;

export interface Narration {
  readonly text: string;
  /** The line of the paper to cite, by id. */
  readonly rule: string | null;
  readonly seq: number;
  readonly time: number;
  readonly isViolation: boolean;
}

/** What to say before anything has happened. */
function silenceOf({ world }: Timeline): Narration {
  const isFresh = world.servers.every(({ role, currentTerm }) => {
    return role === 'follower' && currentTerm === 0;
  });
  const text = isFresh ? words.page.allWait : words.page.nothingYet;
  return { text, rule: null, seq: 0, time: 0, isViolation: false };
}

/** The code that knows all the sentences. */
type Told = import('./teller.ts').Told;
export type Teller = typeof import('./teller.ts');

export interface Narrator {
  /** From now on events can be told; until then there is nothing to say of them. */
  learn(teller: Teller): void;
  /** What to say of the moment the cursor stands at, whatever was said before. */
  standing(timeline: Timeline): Narration;
  /** What to say while playing; null: nothing new, or not yet. */
  following(timeline: Timeline, nowMs: number): Narration | null;
}

/** A narrator that has said nothing; without a teller it waits for one. */
export function createNarrator(
  given: Teller | null = null,
  verbosity: () => Verbosity = () => 'medium',
): Narrator {
  let teller = given;
  let heardSeq = 0;
  let spokenAt = -Infinity;
  let loud: Narration[] = [];
  let normal: Narration | null = null;

  const standing = (timeline: Timeline): Narration => {
    heardSeq = timeline.world.seq;
    loud = [];
    normal = null;
    return teller?.standingAt(timeline) ?? silenceOf(timeline);
  };

  const hear = (timeline: Timeline, { eventsAfter, tell }: Teller): void => {
    for (const event of eventsAfter(timeline, heardSeq)) {
      const told = tell(timeline, event);
      if (told === null) continue;
      const heard = ears[verbosity()][told.weight];
      if (heard === 'all') loud.push(told.narration);
      else if (heard === 'last') normal = told.narration;
    }
    heardSeq = timeline.world.seq;
  };

  const following = (timeline: Timeline, nowMs: number): Narration | null => {
    if (timeline.world.seq < heardSeq) return standing(timeline);
    if (teller === null) return null;
    hear(timeline, teller);
    if (nowMs - spokenAt < leastMs) return null;
    const said = loud.length > 0 ? teller.together(loud) : normal;
    if (said === null) return null;
    spokenAt = nowMs;
    loud = [];
    normal = null;
    return said;
  };

  const learn = (known: Teller): void => {
    teller = known;
  };

  return { learn, standing, following };
}
