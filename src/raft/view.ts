/** Whose majority counts: that of the configuration, or, where the rule is off, of those lately heard. */
import type { ServerId } from '../base/index.ts';
import { isRecent } from './clock.ts';
import type { Configuration } from './configuration.ts';
import type { Transition } from './transition.ts';

/** The configuration in which a majority is asked for. */
export function quorumView(t: Transition): Configuration {
  const { configuration, settings, id } = t.server;
  if (settings.obeys['commit.majorityOfAll']) return configuration;
  // §5.3 asks for a majority of the cluster; whoever counts only those it hears may count without the rest.
  const isInView = (other: ServerId): boolean =>
    other === id || isRecent(t.clock, t.clock.heardAt, other, settings.electionTimeoutMinMs);
  return {
    ...configuration,
    voters: configuration.voters.filter(isInView),
    outgoing: configuration.outgoing?.filter(isInView) ?? null,
  };
}
