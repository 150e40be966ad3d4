/** Majorities: of whom, and when one is reached. A vote has three outcomes, and a picture can draw exactly that. */
import type { LogIndex, ServerId } from '../base/index.ts';
import { isRecent } from './clock.ts';
import type { Configuration } from './configuration.ts';
import type { Transition } from './transition.ts';

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

/** The configuration in which a server asks for a majority: its own, or, where that rule is off, whom of it it hears. */
export function countedConfiguration(t: Transition): Configuration {
  const { configuration, settings, id } = t.server;
  if (settings.obeys['commit.majorityOfAll']) return configuration;
  // §5.3 asks for a majority of the cluster; whoever counts only those it hears may count without the rest.
  const isCounted = (other: ServerId): boolean =>
    other === id || isRecent(t.clock, t.clock.heardAt, other, settings.electionTimeoutMinMs);
  return {
    ...configuration,
    voters: configuration.voters.filter(isCounted),
    outgoing: configuration.outgoing?.filter(isCounted) ?? null,
  };
}
