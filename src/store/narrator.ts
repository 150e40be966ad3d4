/**
 * What is worth saying of what happened, not more often than a listener can follow: at most one message in 700 ms
 * while playing. Elections, commits and broken properties are never dropped; they wait and are said together.
 * How much else is said a reader chooses; what repeats itself is summed up.
 */
import type { Event } from '../sim/index.ts';
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
const atOnce = 2;

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
    return teller === null ? silenceOf(timeline) : standingAt(timeline, teller);
  };

  const hear = (timeline: Timeline, { tell, recentOf }: Teller): void => {
    for (const event of eventsAfter(recentOf(timeline), heardSeq)) {
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
    const said = loud.length > 0 ? together(loud) : normal;
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

function eventsAfter(recent: readonly Event[], seq: number): readonly Event[] {
  let from = recent.length;
  while (from > 0 && (recent[from - 1] as Event).seq > seq) from -= 1;
  return recent.slice(from);
}

// The last event that has a sentence; a quiet one only where it is the very last.
function standingAt(timeline: Timeline, { tell, recentOf }: Teller): Narration {
  const recent = recentOf(timeline);
  for (let place = recent.length - 1; place >= 0; place -= 1) {
    const told = tell(timeline, recent[place] as Event);
    if (told === null) continue;
    if (told.weight !== 'quiet' || place === recent.length - 1) return told.narration;
  }
  return silenceOf(timeline);
}

function together(said: readonly Narration[]): Narration {
  const last = said[said.length - 1] as Narration;
  if (said.length === 1) return last;
  const texts = said.slice(-atOnce).map(({ text }) => text);
  const left = said.length - texts.length;
  const text = [...texts, ...(left > 0 ? [words.page.earlierToo(left)] : [])].join(' ');
  return { ...last, text, isViolation: said.some(({ isViolation }) => isViolation) };
}
