/** Finding acts by what was typed: each word of it must be somewhere in the name, in whatever order. */
import type { Action } from './actions.ts';

/** 0: every word begins one; 1: every word is somewhere in it; 2: the letters of every word are in one, in their order; null: no. */
type Rank = 0 | 1 | 2 | null;

const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function rankOf(text: string, typed: readonly string[]): Rank {
  const words = wordsOf(text);
  if (typed.every((one) => words.some((word) => word.startsWith(one)))) return 0;
  const whole = words.join(' ');
  if (typed.every((one) => whole.includes(one))) return 1;
  return typed.every((one) => words.some((word) => hasInOrder(word, one))) ? 2 : null;
}

function hasInOrder(text: string, letters: string): boolean {
  let place = 0;
  for (const letter of text) if (letter === letters[place]) place += 1;
  return place === letters.length;
}

/** What `typed` finds, the best first, else in their order; with nothing typed, all. */
export function found(all: readonly Action[], typed: string): readonly Action[] {
  const asked = wordsOf(typed);
  if (asked.length === 0) return typed.trim() === '' ? all : [];
  const ranked: Action[][] = [[], [], []];
  for (const one of all) {
    const rank = rankOf(one.text, asked);
    if (rank !== null) ranked[rank]?.push(one);
  }
  // Letters in their order find a lot; they are for a word mistyped, where nothing else was found.
  const [best = [], inside = [], loose = []] = ranked;
  return best.length + inside.length > 0 ? [...best, ...inside] : loose;
}

export interface Shown {
  readonly group: Action['group'];
  readonly actions: readonly Action[];
  /** So many more of the group were found. */
  readonly more: number;
}

/** So many of a group are drawn: with hundreds of messages on their way the list must not wait for each key typed. */
const most = 24;

/** What was found by groups, that of the best first. */
export function shownOf(hits: readonly Action[]): readonly Shown[] {
  const groups = [...new Set(hits.map(({ group }) => group))];
  return groups.map((group) => {
    const own = hits.filter((hit) => hit.group === group);
    return { group, actions: own.slice(0, most), more: Math.max(0, own.length - most) };
  });
}
