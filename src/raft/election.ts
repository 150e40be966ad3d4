/** Standing for election, counting votes, and taking office (§5.2). */
import { advanceCommitIndex } from './commit.ts';
import { isVoter, latestConfiguration, members } from './configuration.ts';
import { append, lastIndex, lastTerm, noop, truncateAfter } from './log.ts';
import { completeChange } from './membership.ts';
import type { PreVoteRequest, RequestVoteRequest } from './messages.ts';
import { rules } from './paper.ts';
import { freshProgress } from './progress.ts';
import { countedConfiguration, voteOutcome } from './quorum.ts';
import { broadcast } from './replication.ts';
import { askingFrom, type Candidate, leaderFrom, type PreCandidate } from './server.ts';
import {
  become,
  obey,
  send,
  startElectionTimer,
  startHeartbeatTimer,
  type Transition,
} from './transition.ts';

/** Asks the others whether they would vote for it, before it disturbs anybody with a higher term. */
export function askFirst(t: Transition): void {
  // Thesis §9.6: a server stands only once a majority has said that it would grant its vote.
  obey(t, rules.PV1);
  const { id, currentTerm } = t.server;
  const asking = become(t, askingFrom<PreCandidate>(t.server, 'preCandidate', [id], []));
  asking.leaderId = null;
  startElectionTimer(t);
  askForVotes(t, 'PreVoteRequest', currentTerm + 1, false);
  countPreVotes(t, asking);
}

/** Stands in earnest as soon as a majority would grant. */
export function countPreVotes(t: Transition, { votesGranted, votesRefused }: PreCandidate): void {
  if (voteOutcome(countedConfiguration(t), votesGranted, votesRefused) === 'won') stand(t, false);
}

/** Begins an election of the next term. */
export function stand(t: Transition, isTransfer: boolean): void {
  // Fig. 2, Can1: increment currentTerm, vote for self, reset election timer, ask all other servers.
  obey(t, rules.Can1);
  const { id, currentTerm } = t.server;
  const candidate = become(t, askingFrom<Candidate>(t.server, 'candidate', [id], []));
  candidate.currentTerm = currentTerm + 1;
  candidate.votedFor = id;
  candidate.leaderId = null;
  startElectionTimer(t);
  askForVotes(t, 'RequestVoteRequest', candidate.currentTerm, isTransfer);
  // Thesis §10.2.1: its own vote counts once it is durable, which for others' votes it always is by then.
  if (!t.server.settings.isDiskSlow) countVotes(t, candidate);
}

function askForVotes(
  t: Transition,
  type: 'RequestVoteRequest' | 'PreVoteRequest',
  term: number,
  isTransfer: boolean,
): void {
  const { id, log, configuration } = t.server;
  const lastLogIndex = lastIndex(log);
  const lastLogTerm = lastTerm(log);
  for (const to of members(configuration)) {
    if (to === id || !isVoter(configuration, to)) continue;
    // Field by field: a spread takes longer than all the rest of asking, and makes messages of one more shape.
    const question: { -readonly [Field in keyof RequestVoteRequest]: unknown } = {
      type,
      from: id,
      term,
      candidateId: id,
      lastLogIndex,
      lastLogTerm,
      to,
    };
    if (isTransfer) question.leadershipTransfer = true;
    send(t, question as RequestVoteRequest | PreVoteRequest);
  }
}

/** Takes office as soon as a majority has granted. */
export function countVotes(t: Transition, candidate: Candidate): void {
  const { votesGranted, votesRefused } = candidate;
  // §5.2: a candidate that cannot win any more stays candidate until its timer or a leader ends the election.
  if (voteOutcome(countedConfiguration(t), votesGranted, votesRefused) !== 'won') return;
  // Fig. 2, Can2: votes from a majority of servers make a leader.
  obey(t, rules.Can2);
  takeOffice(t, candidate);
}

function takeOffice(t: Transition, candidate: Candidate): void {
  const { settings } = candidate;
  const kept = settings.obeys['leader.appendOnly'] ? candidate : withoutTail(candidate);
  const { log, configuration, configurationIndex } = kept;
  const { id, currentTerm } = candidate;
  const leader = become(
    t,
    leaderFrom(candidate, {
      progress: freshProgress({ id, configuration }, lastIndex(log)),
      transfer: null,
      hasAskedToStand: false,
      reads: null,
      // What it stood with was durable before anybody was asked for a vote.
      durableIndex: settings.isDiskSlow ? lastIndex(log) : null,
    }),
  );
  leader.configuration = configuration;
  leader.configurationIndex = configurationIndex;
  leader.leaderId = id;
  // §8: a no-op of its own term lets a new leader learn what is committed without waiting for a client.
  leader.log = settings.noop ? append(log, { term: currentTerm, payload: noop }) : log;
  startHeartbeatTimer(t);
  // Fig. 2, Ldr1: upon election, send AppendEntries to each server.
  obey(t, rules.Ldr1);
  broadcast(t, 'heartbeat');
  // §6: it goes on with a change that is known to be committed; one that has removed it ends its office at once.
  completeChange(t);
  advanceCommitIndex(t);
}

// §6: with the entries goes a configuration among them.
function withoutTail(
  candidate: Candidate,
): Pick<Candidate, 'log' | 'configuration' | 'configurationIndex'> {
  const log = truncateAfter(candidate.log, candidate.commitIndex);
  return { log, ...latestConfiguration(log, candidate.initialConfiguration) };
}
