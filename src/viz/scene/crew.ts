/** Who takes part, as the pictures tell it; the panels ask here too, so that nobody counts differently. */
import type { ServerId } from '../../base/index.ts';
import {
  type Configuration,
  isLearner,
  isVoter,
  log as logs,
  majority,
  nobody,
} from '../../raft/index.ts';
import { leaderOf, serverAt, type World } from '../../sim/index.ts';

/** What a server is to the cluster. `outside`: the configuration does not name it. */
export type Part = 'voter' | 'learner' | 'outside';

/** One body of voters: all of them, or one half of a joint configuration. */
export interface Half {
  readonly half: 'all' | 'old' | 'new';
  readonly voters: readonly ServerId[];
}

/** How many of one body of voters, and how many would be a majority of it. */
export interface Tally {
  readonly half: Half['half'];
  readonly have: number;
  readonly of: number;
  readonly needed: number;
}

/** The configuration that counts: the leader's, else that of the log that is most up to date (§5.4.1). */
export function crewOf(world: World): Configuration {
  const leader = leaderOf(world);
  if (leader !== null) return serverAt(world, leader).configuration;
  const [first, ...others] = world.servers.filter(({ configuration }) => hasVoters(configuration));
  if (first === undefined) return nobody;
  const isLater = (a: typeof first, b: typeof first): boolean => {
    const terms = logs.lastTerm(a.log) - logs.lastTerm(b.log);
    return terms > 0 || (terms === 0 && logs.lastIndex(a.log) > logs.lastIndex(b.log));
  };
  return others.reduce((best, other) => (isLater(other, best) ? other : best), first).configuration;
}

const hasVoters = ({ voters }: Configuration): boolean => voters.length > 0;

export function partOf(crew: Configuration, id: ServerId): Part {
  if (isVoter(crew, id)) return 'voter';
  return isLearner(crew, id) ? 'learner' : 'outside';
}

/** The bodies that must each agree (§6): the old half first. */
export const halvesOf = ({ voters, outgoing }: Configuration): readonly Half[] =>
  outgoing === null
    ? [{ half: 'all', voters }]
    : [
        { half: 'old', voters: outgoing },
        { half: 'new', voters },
      ];

/** How many of each body are among `ids`. */
export const tallies = (configuration: Configuration, ids: readonly ServerId[]): readonly Tally[] =>
  halvesOf(configuration).map(({ half, voters }) => ({
    half,
    have: voters.filter((id) => ids.includes(id)).length,
    of: voters.length,
    needed: majority(voters.length),
  }));

/** Whether `ids` hold a majority of each body. */
export const isQuorum = (configuration: Configuration, ids: readonly ServerId[]): boolean =>
  tallies(configuration, ids).every(({ have, needed }) => have >= needed);
