/** Links: the moment in hand as an address, and an address as the moment in hand. */
import { fail, ok, type Result } from '../base/index.ts';
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
import { judgeSession, judgeWhenIdle, openUnjudged } from './judging.ts';
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

/** What a link led to. */
export interface Arrival {
  readonly timeline: Timeline;
  readonly look: Shared['look'];
  /** Whether the state is the one that was shared. */
  readonly isSame: boolean;
  readonly fingerprint: string;
  /** The engine that made the link. */
  readonly version: number;
  readonly isOlder: boolean;
}

/** Opens what an address or a pasted text holds; null: it holds no link. */
export async function arriveAt(text: string): Promise<Result<Arrival, LinkError> | null> {
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
  const isOlder = told.version < engineVersion;
  try {
    // The picture does not wait for a judge: it looks at the whole run from the start, when that stands there.
    const timeline = openUnjudged({ ...told, version: engineVersion });
    goAsFar(timeline, at.time);
    seekMoment(timeline, { seq: Math.min(at.seq, timeline.end.seq), time: at.time });
    const found = fingerprint(timeline.world);
    const { version } = told;
    const isSame = found === shared;
    return ok({ timeline, look, isSame, fingerprint: found, version, isOlder });
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

/** Opens a link that somebody followed or pasted; the run in hand is put aside. False where it is no link. */
export async function follow(session: Session, view: View, text: string): Promise<boolean> {
  const arrived = await arriveAt(text);
  if (arrived === null) return false;
  if (!arrived.ok) {
    session.say(misses[arrived.error]);
    return false;
  }
  session.arrive(arrived.value);
  const { look } = arrived.value;
  // An event is looked up in the annals, which nobody writes before a judge is here.
  if (needsAnnals(look)) await judgeSession(session).catch(() => {});
  else void judgeWhenIdle(session).catch(() => {});
  lookAs(session, view, look);
  // A1: a link to a moment stands still unless it says otherwise, and nothing moves for who asked for stillness.
  if (text.trim().endsWith(playMark) && !isStill(view.store.getState())) session.play();
  return true;
}
