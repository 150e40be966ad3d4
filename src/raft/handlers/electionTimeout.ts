/** The election timer has run out: nobody was heard for too long (§5.2). */
import { askFirst, stand } from '../election.ts';
import { rules } from '../paper.ts';
import { obey, startElectionTimer, type Transition } from '../transition.ts';
import { mayStand } from '../voting.ts';

export function onElectionTimeout(t: Transition): void {
  const { role, settings } = t.server;
  if (role === 'leader') return;
  if (!mayStand(t.server)) {
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
