/** Standing for election, counting votes, and taking office (§5.2). */
import type { LogIndex } from '../base/index.ts';
import { type Configuration, configurationIn, isVoter, members } from './configuration.ts';
import { append, lastIndex, lastTerm, noop, truncateAfter } from './log.ts';
import { rules } from './paper.ts';
import { voteOutcome } from './quorum.ts';
import { advanceCommitIndex, broadcast } from './replication.ts';
import { type Candidate, candidateFrom, leaderFrom, type Progress } from './server.ts';
import {
  become,
  obey,
  send,
  startElectionTimer,
  startHeartbeatTimer,
  type Transition,
} from './transition.ts';

/** Begins an election of the next term. */
export function stand(t: Transition): void {
  // Fig. 2, Can1: increment currentTerm, vote for self, reset election timer, ask all other servers.
  obey(t, rules.Can1);
  const { id, currentTerm } = t.server;
  const candidate = become(t, candidateFrom(t.server, [id], []));
  candidate.currentTerm = currentTerm + 1;
  candidate.votedFor = id;
  candidate.leaderId = null;
  startElectionTimer(t);
  for (const to of votersOtherThan(candidate.configuration, id)) {
    send(t, {
      type: 'RequestVoteRequest',
      from: id,
      to,
      term: candidate.currentTerm,
      candidateId: id,
      lastLogIndex: lastIndex(candidate.log),
      lastLogTerm: lastTerm(candidate.log),
    });
  }
  countVotes(t, candidate);
}

const votersOtherThan = (configuration: Configuration, self: number): readonly number[] =>
  members(configuration).filter((id) => id !== self && isVoter(configuration, id));

/** Takes office as soon as a majority has granted. */
export function countVotes(t: Transition, candidate: Candidate): void {
  const { configuration, votesGranted, votesRefused } = candidate;
  // §5.2: a candidate that cannot win any more stays candidate until its timer or a leader ends the election.
  if (voteOutcome(configuration, votesGranted, votesRefused) !== 'won') return;
  // Fig. 2, Can2: votes from a majority of servers make a leader.
  obey(t, rules.Can2);
  takeOffice(t, candidate);
}

function takeOffice(t: Transition, candidate: Candidate): void {
  const { settings } = candidate;
  const { log, configuration } = settings.obeys['leader.appendOnly']
    ? candidate
    : withoutTail(candidate);
  const { id, currentTerm } = candidate;
  const progress = freshProgress({ id, configuration }, lastIndex(log));
  const leader = become(t, leaderFrom(candidate, progress));
  leader.configuration = configuration;
  leader.leaderId = id;
  // §8: a no-op of its own term lets a new leader learn what is committed without waiting for a client.
  leader.log = settings.noop ? append(log, { term: currentTerm, payload: noop }) : log;
  startHeartbeatTimer(t);
  // Fig. 2, Ldr1: upon election, send AppendEntries to each server.
  obey(t, rules.Ldr1);
  broadcast(t, 'heartbeat');
  advanceCommitIndex(t);
}

// §6: with the entries goes a configuration among them.
function withoutTail({
  log,
  commitIndex,
  initialConfiguration,
}: Candidate): Pick<Candidate, 'log' | 'configuration'> {
  const kept = truncateAfter(log, commitIndex);
  return { log: kept, configuration: configurationIn(kept, initialConfiguration) };
}

/** Figure 2, volatile state on leaders: nextIndex starts behind the last entry, matchIndex at 0. */
export function freshProgress(
  { id, configuration }: Pick<Candidate, 'id' | 'configuration'>,
  last: LogIndex,
): (Progress | null)[] {
  const progress: (Progress | null)[] = [];
  for (const member of members(configuration)) {
    while (progress.length < member) progress.push(null);
    progress[member] =
      member === id ? null : { nextIndex: last + 1, matchIndex: 0, inFlight: 0, searchHigh: null };
  }
  return progress;
}
