/** Links: the moment in hand as an address, and an address as the moment in hand. */
import { fail, ok, type Result } from '../base/index.ts';
import { cloneWorld, type World } from '../sim/index.ts';
import {
  engineVersion,
  fingerprint,
  type LinkError,
  loadShare,
  momentOf,
  playTo,
  type Shared,
  seekMoment,
  type Timeline,
} from '../timeline/index.ts';
import { misses } from '../words/index.ts';
import { openUnjudged } from './beginning.ts';
import { idle } from './idle.ts';
import { judgeSession, judgeWhenIdle } from './judging.ts';
import { embedMark, linkMark, playMark } from './linkMark.ts';
import type { Session, SessionState } from './session.ts';
import { lookAs, needsAnnals } from './sharingLook.ts';
import { isStill, type View } from './view.ts';

/** A longer address is cut off by what people paste it into. */
export const longestLink = 2000;

/** A run that takes longer to play than this is opened where it was by then. */
const longestReplayMs = 2000;

export interface Link {
  readonly address: string;
  readonly isTooLong: boolean;
  /** Of the state that whoever opens it must find. */
  readonly fingerprint: string;
}

/** The address of this moment of the run; where it `plays`, it does not stand still when it is opened. */
export async function linkTo(
  { timeline }: Pick<SessionState, 'timeline'>,
  look: Shared['look'],
  plays = false,
): Promise<Link> {
  const { encodeLink } = await loadShare();
  const at = momentOf(timeline);
  const print = fingerprint(timeline.world);
  const text = encodeLink({ run: timeline.run, at, fingerprint: print, look });
  const address = location.href.replace(/#.*$/, '') + linkMark + text + (plays ? playMark : '');
  return { address, isTooLong: address.length > longestLink, fingerprint: print };
}

/** The same moment, for a frame in the page of somebody else. */
export const embedOf = (address: string): string =>
  address.replace(/(?:&play=1)?$/, (plays) => embedMark + plays);

/** What a page says of the link that it was opened by. */
export interface Arrival {
  /** The engine that made the link. */
  readonly version: number;
  readonly isOlder: boolean;
  /** The fingerprint of the state that was shared. */
  readonly shared: string;
  /** That of the state which was found; null: nobody has looked yet. */
  readonly found: string | null;
}

/** Whether another state was found than the one that was shared. */
export const isOtherState = ({ found, shared }: Arrival): boolean =>
  found !== null && found !== shared;

/** What a link led to. */
export interface Arrived extends Arrival {
  readonly timeline: Timeline;
  readonly look: Shared['look'];
}

/** Opens what an address or a pasted text holds; null: it holds no link. */
export async function arriveAt(text: string): Promise<Result<Arrived, LinkError> | null> {
  const place = text.indexOf(linkMark);
  if (place < 0) return null;
  const { decodeLink } = await loadShare();
  const [run = ''] = text
    .slice(place + linkMark.length)
    .trim()
    .split('&');
  const decoded = decodeLink(run);
  if (!decoded.ok) return decoded;
  // From here on somebody waits for the picture (test/bench/linked.ts).
  performance.mark('link-parsed');
  const { run: told, at, look, fingerprint: shared } = decoded.value;
  const { version } = told;
  try {
    // The picture does not wait for a judge: it looks at the whole run from the start, when that stands there.
    const timeline = openUnjudged({ ...told, version: engineVersion });
    goAsFar(timeline, at.time);
    seekMoment(timeline, { seq: Math.min(at.seq, timeline.end.seq), time: at.time });
    return ok({ timeline, look, version, isOlder: version < engineVersion, shared, found: null });
  } catch {
    // The commands are sound one by one, and cannot be given in this run.
    return fail('notALink');
  }
}

function goAsFar(timeline: Timeline, time: number): void {
  const startedMs = performance.now();
  const mayGoOn = (): boolean => performance.now() - startedMs < longestReplayMs;
  while (playTo(timeline, time, mayGoOn).broken !== null && mayGoOn());
}

/** Tells the state that was found from the one that was shared, when the picture of it stands. */
async function verify({ store }: Session, world: World): Promise<void> {
  const { arrival } = store.getState();
  await idle();
  if (arrival === null || store.getState().arrival !== arrival) return;
  store.setState({ arrival: { ...arrival, found: fingerprint(world) } });
}

/** Opens a link that somebody followed or pasted; the run in hand is put aside. False where it is no link. */
export async function follow(session: Session, view: View, text: string): Promise<boolean> {
  const arrived = await arriveAt(text);
  if (arrived === null) return false;
  if (!arrived.ok) {
    session.say(misses[arrived.error]);
    return false;
  }
  const { look, timeline } = arrived.value;
  // A copy: whoever is there may go on before anybody looks.
  const world = cloneWorld(timeline.world);
  session.arrive(arrived.value);
  void verify(session, world);
  // An event is looked up in the annals, which nobody writes before a judge is here.
  if (needsAnnals(look)) await judgeSession(session).catch(() => {});
  else void judgeWhenIdle(session).catch(() => {});
  lookAs(session, view, look);
  // A1: a link to a moment stands still unless it says otherwise, and nothing moves for who asked for stillness.
  if (text.trim().endsWith(playMark) && !isStill(view.store.getState())) session.play();
  return true;
}
