/** From what was kept to the session it was: only for whoever comes back. */
import { fail, ok, type Result } from '../base/index.ts';
import {
  loadCodec,
  momentOf,
  playTo,
  type RunError,
  seekSeq,
  seekTime,
  type Timeline,
} from '../timeline/index.ts';
import { openBranches, openRun } from './beginning.ts';
import type { SessionState } from './session.ts';
import type { Source } from './sources.ts';
import { placeOfSpeed, speeds } from './speeds.ts';

/** A run that was left playing for hours takes long to replay; the page must not wait for its end. */
const longestReplayMs = 2000;

export interface Kept {
  /** All branches, the current one among them. */
  readonly tree?: string;
  readonly run: string;
  readonly origin: string;
  readonly seq: number;
  readonly time: number;
  readonly endTime: number;
  readonly speed: number;
  readonly isPlaying: boolean;
  readonly source: Source;
  /** Places along the run; absent in what an earlier version kept. */
  readonly bookmarks?: readonly number[];
}

/** The state a session had when the page was last left. */
export async function revive(kept: unknown): Promise<Result<Partial<SessionState>, RunError>> {
  if (!isKept(kept)) return fail('notARun');
  const { decodeRun, decodeTree } = await loadCodec();
  const run = decodeRun(kept.run);
  if (!run.ok) return run;
  const origin = decodeRun(kept.origin);
  if (!origin.ok) return origin;
  const { speed, isPlaying, source } = kept;
  try {
    const tree = decodeTree(kept.tree ?? '');
    const timeline = tree === null ? openRun(run.value) : openBranches(tree);
    standAt(timeline, kept);
    const nearest = speeds[placeOfSpeed(speed)] ?? speed;
    const bookmarks = placesIn(kept.bookmarks).map((place) => ({ origin: origin.value, place }));
    return ok({ timeline, origin: origin.value, speed: nearest, isPlaying, source, bookmarks });
  } catch {
    // What was read looks like a run, but its commands cannot be given.
    return fail('notARun');
  }
}

function standAt(timeline: Timeline, { seq, time, endTime }: Kept): void {
  replay(timeline, endTime);
  const { end } = timeline;
  seekSeq(timeline, Math.min(seq, end.seq));
  // Time may have gone on since that event, with nothing happening.
  if (time > momentOf(timeline).time) seekTime(timeline, Math.min(time, end.time));
}

/** To the furthest moment reached, or as far towards it as there is time for: the rest can be played again. */
function replay(timeline: Timeline, endTime: number): void {
  const startedMs = performance.now();
  const mayGoOn = (): boolean => performance.now() - startedMs < longestReplayMs;
  // A property that breaks stops the playing, and not the replay.
  while (playTo(timeline, endTime, mayGoOn).broken !== null && mayGoOn());
}

/** What is no place is left out: a bookmark is no reason to lose a run. */
const placesIn = (value: unknown): readonly number[] =>
  Array.isArray(value) ? value.filter(isNumber).filter((place) => place >= 0) : [];

const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => Number.isFinite(value);

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { run, origin, seq, time, endTime, speed, source } = value as Record<string, unknown>;
  const hasTexts = [run, origin].every(isText);
  const hasNumbers = [seq, time, endTime, speed].every(isNumber) && Number(speed) > 0;
  return hasTexts && hasNumbers && isSource(source);
}

const kinds = new Set<unknown>(['sandbox', 'lesson', 'file', 'link'] satisfies Source['kind'][]);

function isSource(value: unknown): value is Source {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, name } = value as Record<string, unknown>;
  return kinds.has(kind) && isText(name);
}
