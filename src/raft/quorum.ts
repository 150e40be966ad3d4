/** Majorities. A vote has three outcomes, and a picture can draw exactly that: pending, won or lost. */
import type { LogIndex, ServerId } from '../base/index.ts';
import type { Configuration } from './configuration.ts';

export type Outcome = 'pending' | 'won' | 'lost';

/** How many of `size` servers are a majority. */
export const majority = (size: number): number => (size >> 1) + 1;

/** The state of a vote, given who has granted and who has refused; a joint configuration needs both halves (§6). */
export function voteOutcome(
  { voters, outgoing }: Configuration,
  granted: readonly ServerId[],
  refused: readonly ServerId[],
): Outcome {
  const now = halfOutcome(voters, granted, refused);
  if (outgoing === null || now === 'lost') return now;
  const old = halfOutcome(outgoing, granted, refused);
  return old === 'won' ? now : old;
}

function halfOutcome(
  voters: readonly ServerId[],
  granted: readonly ServerId[],
  refused: readonly ServerId[],
): Outcome {
  const needed = majority(voters.length);
  const count = (ids: readonly ServerId[]): number =>
    ids.filter((id) => voters.includes(id)).length;
  if (count(granted) >= needed) return 'won';
  return count(refused) > voters.length - needed ? 'lost' : 'pending';
}

/** Whether a majority of each half holds `index`, `matchOf` giving the highest index known to be on a server. */
export function isReplicated(
  { voters, outgoing }: Configuration,
  index: LogIndex,
  matchOf: (id: ServerId) => LogIndex,
): boolean {
  return (
    halfReplicated(voters, index, matchOf) &&
    (outgoing === null || halfReplicated(outgoing, index, matchOf))
  );
}

function halfReplicated(
  voters: readonly ServerId[],
  index: LogIndex,
  matchOf: (id: ServerId) => LogIndex,
): boolean {
  let missing = majority(voters.length);
  for (const id of voters) {
    if (matchOf(id) < index) continue;
    missing -= 1;
    if (missing === 0) return true;
  }
  return false;
}
