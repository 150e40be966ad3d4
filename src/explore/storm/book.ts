/** What the clients of a storm were promised, kept apart from the servers that promised it. */
import { sortedMap } from '../../base/index.ts';
import type { Command, Event, World } from '../../sim/index.ts';

/** The key that every INCR counts on. */
export const counter = 'count';

/** Changed in place as the storm goes on. */
export interface Book {
  increments: number;
  /** What the INCRs were answered. */
  readonly counted: Set<string>;
  /** Values by key of the SETs that were acknowledged; no key is set twice. */
  readonly acknowledged: Map<string, string>;
  complaint: string | null;
}

/** A book in which nobody was promised anything. */
export const bookOf = (): Book => ({
  increments: 0,
  counted: new Set(),
  acknowledged: new Map(),
  complaint: null,
});

/** A book that goes its own way from here. */
export const cloneBook = (book: Book): Book => ({
  ...book,
  counted: new Set(book.counted),
  acknowledged: new Map(book.acknowledged),
});

/** Notes what a client asks for. */
export function noteAsked(book: Book, command: Command): void {
  if (command.type === 'request' && command.operation.type === 'incr') book.increments += 1;
}

/** Notes what clients were promised by an event, and complains where one promise breaks another. */
export function noteAnswers(book: Book, { clients }: Event): void {
  for (const { what, operation, answer } of clients) {
    if (what !== 'answered' || answer === null || !answer.ok) continue;
    if (operation.type === 'set') book.acknowledged.set(operation.key, operation.value);
    if (operation.type !== 'incr' || !('value' in answer)) continue;
    const value = answer.value ?? '';
    if (book.counted.has(value)) book.complaint ??= `two INCRs were answered ${value}`;
    book.counted.add(value);
  }
}

/** A promise not kept: what a client was told or may expect to read, and what is so instead. */
export interface Broken {
  readonly facts: string;
  readonly key: string;
  /** What a read of it should give. */
  readonly value: string;
}

/** What the servers have not kept of it, once everything is answered. */
export function brokenPromise(book: Book, world: World): Broken | null {
  const expected = String(book.increments);
  if (book.complaint !== null) return { facts: book.complaint, key: counter, value: expected };
  const { data } = furthest(world);
  for (const [key, value] of book.acknowledged) {
    const held = sortedMap.get(data, key);
    if (held !== value)
      return { facts: `SET ${key} ${value} was acknowledged, and ${key} is ${held}`, key, value };
  }
  const count = sortedMap.get(data, counter) ?? '0';
  if (count === expected) return null;
  return { facts: `${book.increments} INCRs made ${count}`, key: counter, value: expected };
}

/** The state machine that has applied most. */
function furthest({ servers, machines }: World): World['machines'][number] {
  const most = servers.reduce((a, b) => (b.lastApplied > a.lastApplied ? b : a));
  return machines[most.id] as World['machines'][number];
}
