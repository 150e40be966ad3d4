/**
 * The file of an exploration: what was asked, then a line for each seed, in their order. It says nothing of parts, threads or
 * times, so the files of all parts put together are the file of one run, byte for byte.
 */
import type { Question, SeedOutcome } from '../explore/index.ts';
import { type RuleId, ruleIds } from '../raft/index.ts';

/** The first line. */
export function headLine({
  question,
  isShrunk,
}: {
  question: Question;
  isShrunk: boolean;
}): string {
  const { shard: _part, isFirstEnough: _end, ...asked } = question;
  return JSON.stringify({ exploration: 1, ...asked, isShrunk });
}

/** Lines of Figure 2 as signs, in its order: a whole list for each seed would be most of the file. */
const signs = (rules: readonly RuleId[]): string =>
  ruleIds.map((id) => (rules.includes(id) ? '1' : '0')).join('');
const rulesFrom = (text: string): readonly RuleId[] =>
  ruleIds.filter((_, place) => text[place] === '1');

/** The line of one seed, without the end of line. */
export const lineOf = ({ rules, ...outcome }: SeedOutcome): string =>
  JSON.stringify({ ...outcome, rules: signs(rules) });

/** What a line of one seed says; `lineOf` wrote it. */
export function outcomeFrom(line: string): SeedOutcome {
  const { rules, ...outcome } = JSON.parse(line) as SeedOutcome & { readonly rules: string };
  return { ...outcome, rules: rulesFrom(rules as unknown as string) };
}

/** A file as it was left: its first line, and those of seeds; what comes after the last line's end is not whole. */
export interface Left {
  readonly head: string;
  readonly lines: readonly string[];
  /** So many bytes are whole. */
  readonly bytes: number;
}

/** Null: it is empty. */
export function leftIn(text: string): Left | null {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const [head, ...lines] = whole.split('\n').slice(0, -1);
  return head === undefined ? null : { head, lines, bytes: Buffer.byteLength(whole) };
}

/** Whether a first line is one of an exploration at all. */
export function isHead(head: string): boolean {
  try {
    return (JSON.parse(head) as { exploration?: unknown }).exploration === 1;
  } catch {
    return false;
  }
}

/** First and last seed, as the first line has them. */
export const seedsIn = (head: string): readonly [number, number] =>
  (JSON.parse(head) as Question).seeds as [number, number];
