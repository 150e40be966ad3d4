/** From an event to the sentence that tells it. Its words are many, and come after the page is drawn. */
import type { Violation } from '../check/index.ts';
import type { Event } from '../sim/index.ts';
import {
  recentOf,
  type Telling,
  type Timeline,
  tellingOf,
  violationsOf,
} from '../timeline/index.ts';
import { earlierToo, tellings, violation } from '../words/index.ts';
import type { Narration } from './narrator.ts';

/** More sentences than these nobody takes in at a time. */
const atOnce = 2;

export interface Told {
  readonly weight: Telling['weight'];
  readonly narration: Narration;
}

/** What to say of an event, and how much it matters; null: nothing. */
export function tell(timeline: Timeline, event: Event): Told | null {
  const broken = violationsOf(timeline).find(({ seq }) => seq === event.seq);
  if (broken !== undefined) return { weight: 'loud', narration: violationOf(timeline, broken) };
  const telling = tellingOf(event, timeline.run.setup.names);
  if (telling === null) return null;
  const { seq, time } = event;
  const say = tellings[telling.id] as (params: Telling['params']) => string;
  const text = say(telling.params);
  const narration = { text, rule: telling.cited, seq, time, isViolation: false };
  return { weight: telling.weight, narration };
}

/** The last event that has a sentence; a quiet one only where it is the very last. Null: none has. */
export function standingAt(timeline: Timeline): Narration | null {
  const recent = recentOf(timeline);
  for (let place = recent.length - 1; place >= 0; place -= 1) {
    const told = tell(timeline, recent[place] as Event);
    if (told === null) continue;
    if (told.weight !== 'quiet' || place === recent.length - 1) return told.narration;
  }
  return null;
}

/** The events up to the cursor that came after `seq`. */
export function eventsAfter(timeline: Timeline, seq: number): readonly Event[] {
  const recent = recentOf(timeline);
  let from = recent.length;
  while (from > 0 && (recent[from - 1] as Event).seq > seq) from -= 1;
  return recent.slice(from);
}

/** Several things that happened since the last word, as one. */
export function together(said: readonly Narration[]): Narration {
  const last = said[said.length - 1] as Narration;
  if (said.length === 1) return last;
  const texts = said.slice(-atOnce).map(({ text }) => text);
  const left = said.length - texts.length;
  const text = [...texts, ...(left > 0 ? [earlierToo(left)] : [])].join(' ');
  return { ...last, text, isViolation: said.some(({ isViolation }) => isViolation) };
}

/** Fields of a collision that hold a server's id. */
const serverFields = new Set(['first', 'second', 'server', 'leader', 'committedBy']);

/** The sentence for a broken property, with servers by their names. */
function violationOf(timeline: Timeline, { collision, seq, time }: Violation): Narration {
  const { names } = timeline.run.setup;
  const said = Object.entries(collision).map(([field, value]) => [
    field,
    serverFields.has(field) ? (names[value as number] ?? value) : value,
  ]);
  const text = violation(Object.fromEntries(said));
  return { text, rule: null, seq, time, isViolation: true };
}
