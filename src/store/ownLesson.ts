/** The text of the reader's own lesson that was opened last, so that a reload finds its words again. */
import { get, set } from 'idb-keyval';
import { inDatabase } from './keptPlace.ts';

const place = 'quorate.lesson';

/** Keeps the text of a lesson under the name by which it was opened. */
export async function keepOwnLesson(name: string, text: string): Promise<void> {
  await inDatabase(() => set(place, { name, text }));
}

/** The text that was kept under that name; null: none is. */
export async function ownLesson(name: string): Promise<string | null> {
  const kept = await inDatabase<{ name?: unknown; text?: unknown } | undefined>(() => get(place));
  return kept?.name === name && typeof kept.text === 'string' ? kept.text : null;
}

const draftPlace = 'quorate.draft';

/** Keeps the lesson that is being written. */
export async function keepDraft(text: string): Promise<void> {
  await inDatabase(() => set(draftPlace, text));
}

/** The lesson that was being written; null: none was. */
export async function draft(): Promise<string | null> {
  const kept = await inDatabase<unknown>(() => get(draftPlace));
  return typeof kept === 'string' ? kept : null;
}
