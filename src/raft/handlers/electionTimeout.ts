/** The election timer has run out: nobody was heard for too long (§5.2). */
import { isVoter } from '../configuration.ts';
import { stand } from '../election.ts';
import { rules } from '../paper.ts';
import { obey, startElectionTimer, type Transition } from '../transition.ts';

export function onElectionTimeout(t: Transition): void {
  const { role, configuration, id, settings } = t.server;
  if (role === 'leader') return;
  if (!isVoter(configuration, id)) {
    startElectionTimer(t);
    return;
  }
  if (role === 'candidate') {
    if (!settings.obeys['candidate.retry']) return;
    // Fig. 2, Can4: the election timeout elapses without an outcome: start a new election.
    obey(t, rules.Can4);
  } else {
    // Fig. 2, Fol2: neither AppendEntries from the current leader nor a vote granted: become candidate.
    obey(t, rules.Fol2);
  }
  stand(t);
}
