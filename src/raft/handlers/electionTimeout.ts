/** The election timer has run out: nobody was heard for too long (§5.2). */
import { isVoter, wasEverVoter } from '../configuration.ts';
import { askFirst, stand } from '../election.ts';
import { rules } from '../paper.ts';
import { obey, startElectionTimer, type Transition } from '../transition.ts';

export function onElectionTimeout(t: Transition): void {
  const { role, settings } = t.server;
  if (role === 'leader') return;
  if (!mayStand(t)) {
    startElectionTimer(t);
    return;
  }
  if (role === 'candidate' || role === 'preCandidate') {
    if (!settings.obeys['candidate.retry']) return;
    // Fig. 2, Can4: the election timeout elapses without an outcome: start a new election.
    obey(t, rules.Can4);
  } else {
    // Fig. 2, Fol2: neither AppendEntries from the current leader nor a vote granted: become candidate.
    obey(t, rules.Fol2);
  }
  if (settings.preVote) askFirst(t);
  else stand(t, false);
}

// Thesis §4.2.2: who was a voter stands after its removal too, for the others may need its log until C_new is committed.
function mayStand(t: Transition): boolean {
  const { configuration, configurationIndex, initialConfiguration, log, id } = t.server;
  if (isVoter(configuration, id)) return true;
  if (configurationIndex > 0 && configurationIndex <= t.server.commitIndex) return false;
  return !configuration.learners.includes(id) && wasEverVoter(log, initialConfiguration, id);
}
