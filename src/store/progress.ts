/**
 * What a learner has answered and reached. Kept in the browser's database and nowhere else, given out as a file, and
 * erased when they say so. Where the browser refuses storage it lasts as long as the page.
 */
import { del, get, set } from 'idb-keyval';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { inDatabase } from './keptPlace.ts';

/** One answer to one question. */
export interface Attempt {
  /** The slug of a lesson of the house, or the name of a file. */
  readonly lesson: string;
  /** Its run, where it has several; empty: the only one. */
  readonly run: string;
  /** Where the question stands in the file. */
  readonly path: string;
  readonly question: string;
  /** What was chosen, by its text. */
  readonly answer: string;
  readonly isRight: boolean;
  readonly misconception: string | null;
  /** When, as ISO 8601 in UTC. */
  readonly at: string;
}

/** How far somebody has come in a lesson. */
export interface Reached {
  /** Whether its last stop was seen. */
  readonly isDone: boolean;
  /** The fewest acts with which its goal was met; null: not yet. */
  readonly acts: number | null;
}

export interface ProgressState {
  readonly attempts: readonly Attempt[];
  readonly reached: Readonly<Record<string, Reached>>;
}

export interface Progress {
  readonly store: StoreApi<ProgressState>;
  noteAttempt(attempt: Attempt): void;
  noteDone(lesson: string): void;
  noteGoal(lesson: string, acts: number): void;
  /** Forgets everything. */
  erase(): void;
  /** What was erased is there again. */
  restore(erased: ProgressState): void;
}

const nothing: ProgressState = { attempts: [], reached: {} };
const place = 'quorate.progress';
const unreached: Reached = { isDone: false, acts: null };
/** So many of the last attempts are kept. */
const mostAttempts = 5000;

/** What was kept at earlier visits, and is kept from now on. */
export async function openProgress(): Promise<Progress> {
  const kept = await inDatabase<unknown>(() => get(place));
  const store = createStore<ProgressState>()(() => soundProgress(kept));
  const keep = (change: (state: ProgressState) => Partial<ProgressState>): void => {
    store.setState(change);
    void inDatabase(() => set(place, store.getState()));
  };
  const reach = (lesson: string, now: (before: Reached) => Reached): void =>
    keep(({ reached }) => ({
      reached: { ...reached, [lesson]: now(reached[lesson] ?? unreached) },
    }));
  return {
    store,
    noteAttempt: (attempt) =>
      keep(({ attempts }) => ({ attempts: [...attempts, attempt].slice(-mostAttempts) })),
    noteDone: (lesson) => reach(lesson, (before) => ({ ...before, isDone: true })),
    noteGoal: (lesson, acts) =>
      reach(lesson, (before) => ({ ...before, acts: Math.min(acts, before.acts ?? acts) })),
    restore: (erased) => keep(() => erased),
    erase: () => {
      store.setState(nothing);
      void inDatabase(() => del(place));
    },
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isText = (value: unknown): boolean => typeof value === 'string';

/** What was kept may be of another version: what is not understood is left out. */
export function soundProgress(kept: unknown): ProgressState {
  if (!isRecord(kept)) return nothing;
  const attempts = Array.isArray(kept.attempts) ? kept.attempts.filter(isAttempt) : [];
  const reached = Object.entries(isRecord(kept.reached) ? kept.reached : {}).filter(
    (entry): entry is [string, Reached] => isReached(entry[1]),
  );
  return { attempts, reached: Object.fromEntries(reached) };
}

function isAttempt(value: unknown): value is Attempt {
  if (!isRecord(value)) return false;
  const { lesson, run, path, question, answer, isRight, misconception, at } = value;
  return (
    [lesson, run, path, question, answer, at].every(isText) &&
    typeof isRight === 'boolean' &&
    (misconception === null || isText(misconception))
  );
}

const isReached = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value.isDone === 'boolean' &&
  (value.acts === null || Number.isInteger(value.acts));

const columns = [
  'at',
  'lesson',
  'run',
  'path',
  'question',
  'answer',
  'isRight',
  'misconception',
] as const satisfies readonly (keyof Attempt)[];

/** All attempts as CSV (RFC 4180), one a line, the names of the columns first. */
export const attemptsAsCsv = ({ attempts }: ProgressState): string =>
  [columns, ...attempts.map((attempt) => columns.map((column) => attempt[column]))]
    .map((line) => line.map(cellOf).join(','))
    .join('\r\n')
    .concat('\r\n');

// A sheet would take a text that begins like a formula for one.
function cellOf(value: string | boolean | null): string {
  const text = String(value ?? '').replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** All that is kept, as JSON. */
export const progressAsJson = (state: ProgressState): string => JSON.stringify(state, null, 1);
