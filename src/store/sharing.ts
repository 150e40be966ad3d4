/** Links: the moment in hand as an address, and an address as the moment in hand. */
import { fail, ok, type Result } from '../base/index.ts';
import {
  engineVersion,
  fingerprint,
  type LinkError,
  loadShare,
  momentOf,
  openTimeline,
  playTo,
  type Shared,
  seekMoment,
  type Timeline,
} from '../timeline/index.ts';
import type { SessionState } from './session.ts';
import type { View } from './view.ts';

/** Where in the address a link stands: behind the sign, so that no server ever sees it. */
const mark = '#r=';

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

/** The address of this moment of the run. */
export async function linkTo({ timeline }: SessionState, look: Shared['look']): Promise<Link> {
  const { encodeLink } = await loadShare();
  const at = momentOf(timeline);
  const print = fingerprint(timeline.world);
  const text = encodeLink({ run: timeline.run, at, fingerprint: print, look });
  const address = location.href.replace(/#.*$/, '') + mark + text;
  return { address, isTooLong: address.length > longestLink, fingerprint: print };
}

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
  const place = text.indexOf(mark);
  if (place < 0) return null;
  const { decodeLink } = await loadShare();
  const decoded = decodeLink(text.slice(place + mark.length).trim());
  if (!decoded.ok) return decoded;
  const { run, at, look, fingerprint: shared } = decoded.value;
  const isOlder = run.version < engineVersion;
  try {
    const timeline = openTimeline({ ...run, version: engineVersion });
    goAsFar(timeline, at.time);
    seekMoment(timeline, { seq: Math.min(at.seq, timeline.end.seq), time: at.time });
    const found = fingerprint(timeline.world);
    const { version } = run;
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

/** The link in the page's own address, once: a reload shall find the run in hand, not the link again. */
export function takeAddress(): string | null {
  const { href, hash, pathname, search } = location;
  if (!hash.startsWith(mark)) return null;
  try {
    history.replaceState(null, '', pathname + search);
  } catch {
    // In a frame or a webview that may not touch the address it is remembered instead.
    if (readOpened() === hash) return null;
    noteOpened(hash);
  }
  return href;
}

const openedKey = 'quorate.opened';

function readOpened(): string | null {
  try {
    return sessionStorage.getItem(openedKey);
  } catch {
    return null;
  }
}

function noteOpened(hash: string): void {
  try {
    sessionStorage.setItem(openedKey, hash);
  } catch {}
}

/** What of the look of the page a link carries. */
export function lookOf({ store }: View): Shared['look'] {
  const { selection, panel } = store.getState();
  const look: Record<string, string | number> = {};
  if (panel === 'inspector' || panel === 'conditions') look.panel = panel;
  if (selection?.kind === 'server') look.server = selection.server;
  if (selection?.kind === 'message') look.message = selection.message;
  return look;
}

/** Looks at a run as it was looked at where the link was made. */
export function lookAs({ select, open }: View, look: Shared['look'], servers: number): void {
  const { panel, server, message } = look;
  if (typeof server === 'number' && server >= 0 && server < servers)
    select({ kind: 'server', server });
  else if (typeof message === 'number') select({ kind: 'message', message });
  if (panel === 'inspector' || panel === 'conditions') open(panel);
}
