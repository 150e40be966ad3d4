/** The story of a run as lines of text: what was worth saying, and what repeated itself summed up. */
import { rulesOffIn, tell } from '../../store/index.ts';
import { eventsBetween, momentOf, type Timeline } from '../../timeline/index.ts';
import { transcript as said, words } from '../../words/index.ts';

/** More than this nobody reads at once, and each is replayed. */
const most = 2000;

export interface Story {
  readonly lines: readonly string[];
  /** How many events it tells, and whether there were more before them. */
  readonly events: number;
  readonly isWhole: boolean;
}

/** What happened up to the cursor, a line a sentence. */
export function transcriptOf(timeline: Timeline): Story {
  const { seq } = momentOf(timeline);
  const first = Math.max(1, seq - most + 1);
  const rulesOff = rulesOffIn(timeline.run);
  const lines = rulesOff.length === 0 ? [] : [words.page.modified(rulesOff)];
  let unsaid = 0;
  const sumUp = (): void => {
    if (unsaid > 0) lines.push(said.heartbeats(unsaid));
    unsaid = 0;
  };
  const events = eventsBetween(timeline, first, seq);
  for (const event of events) {
    const told = tell(timeline, event);
    if (told === null || told.weight === 'quiet') {
      unsaid += 1;
      continue;
    }
    sumUp();
    const { text, time, rule } = told.narration;
    const cited = rule === null ? '' : words.citation(rule);
    lines.push(said.line(words.moment(time), text, cited));
  }
  sumUp();
  return { lines, events: events.length, isWhole: first === 1 };
}
