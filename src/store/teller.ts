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
import { tellings, violation } from '../words/index.ts';
import type { Narration } from './narrator.ts';

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

// To look back one must replay, which is not needed before there is something to tell.
export { recentOf };

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
