/** The judge of the page comes when the first picture is drawn, and looks at everything from the start. */
import { beginToJudge, judgeFromStart, type Timeline } from '../timeline/index.ts';
import { judgeOfPage } from './beginning.ts';
import { idle } from './idle.ts';
import type { Session } from './session.ts';

/** Has all that is in hand looked at, from the start and from now on, before anything else happens. */
export async function judgeSession(session: Session): Promise<void> {
  const judge = await judgeOfPage();
  for (const one of inHand(session)) judgeFromStart(one, judge);
  published(session);
}

/** So long it may look without anybody's feeling it, ms. */
const bitMs = 8;
/** A run that plays as fast as it can is not caught up with bit by bit: after so long, ms, the rest is looked at at once. */
const patienceMs = 10_000;

const looking = new WeakMap<Session, Promise<void>>();

/** The same bit by bit, whenever there is nothing to draw; on failure the page says that nobody looks. */
export function judgeWhenIdle(session: Session): Promise<void> {
  // Whoever looks already comes to every run that is in hand by then.
  const begun =
    looking.get(session) ?? judgeBitByBit(session).finally(() => looking.delete(session));
  looking.set(session, begun);
  return begun;
}

async function judgeBitByBit(session: Session): Promise<void> {
  const judge = await judgeOfPage();
  for (let next = unjudged(session); next !== undefined; next = unjudged(session)) {
    const goOn = beginToJudge(next, judge);
    const hastyMs = performance.now() + patienceMs;
    do await idle();
    while (!goOn(performance.now() < hastyMs ? forMs(bitMs) : () => true));
    published(session);
  }
}

/** Every run that is shown or could be gone back to, what is shown first. */
function inHand({ store }: Session): Timeline[] {
  const { timeline, comparison, aside } = store.getState();
  const others = comparison === null ? [] : [comparison.timeline];
  return [timeline, ...others, ...aside.map((one) => one.timeline)];
}

// A run that was put aside, or opened, while another was looked at has its turn as well.
const unjudged = (session: Session): Timeline | undefined =>
  inHand(session).find((one) => one.judge === null);

function forMs(ms: number): () => boolean {
  const untilMs = performance.now() + ms;
  return () => performance.now() < untilMs;
}

const published = ({ store }: Session): void =>
  store.setState(({ version }) => ({ version: version + 1 }));
