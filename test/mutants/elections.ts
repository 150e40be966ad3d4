/** Planted bugs of elections and terms (§5.1, §5.2, §5.4.1; dissertation 3.10, 4.2.3, 6.2, 9.6). */
import { type Mutant, of } from './mutant.ts';

export const elections: readonly Mutant[] = [
  ...of('src/raft/voting.ts', {
    'vote-without-log-check': [
      "if (!settings.obeys['vote.upToDate']) return true;",
      'return true;',
      '§5.4.1: the log of a candidate is at least as up to date',
    ],
    'longer-log-wins': [
      'request.lastLogTerm > ownTerm ||',
      'request.lastLogIndex > lastIndex(log) ||',
      '§5.4.1: the later last term comes first, then the length (M4)',
    ],
    'equal-log-loses': [
      'request.lastLogIndex >= lastIndex(log))',
      'request.lastLogIndex > lastIndex(log))',
      '§5.4.1: at least as up to date is enough',
    ],
    'vote-twice': [
      'return votedFor === null || votedFor === candidateId ||',
      'return votedFor !== -1 ||',
      '§5.2: one vote a term',
    ],
    'vote-not-repeated': [
      'return votedFor === null || votedFor === candidateId ||',
      'return votedFor === null ||',
      'Figure 2, RequestVote 2: votedFor is null or candidateId',
    ],
    'doubled-vote-counts-twice': [
      'if (votesGranted.includes(from)) return asking;',
      '',
      '§5.2: each server gives one vote',
    ],
    'refusal-outweighs-vote': [
      'if (isKnown && !voteGranted) return asking;',
      'if (isKnown) return asking;',
      'Figure 2, candidates: votes from a majority make a leader, also after refusals of an older question',
    ],
    'refusal-counts-as-vote': [
      'if (voteGranted) changed',
      'if (voteGranted || true) changed',
      '§5.2: votes from a majority',
    ],
    'stickiness-never-ends': [
      'clock.now - clock.leaderHeardAt < settings.electionTimeoutMinMs;',
      'clock.leaderHeardAt > -Infinity;',
      'dissertation 4.2.3: within the minimum election timeout',
    ],
    'leader-does-not-hear-itself': [
      "return role === 'leader' || clock.now",
      'return clock.now',
      'dissertation 4.2.3: a leader that is heard includes oneself',
    ],
    'learner-stands': [
      'if (isVoter(configuration, id)) return true;',
      'if (isVoter(configuration, id) || configuration.learners.includes(id)) return true;',
      'dissertation 4.2.1: non-voting members do not stand',
    ],
  }),
  ...of('src/raft/handlers/requestVote.ts', {
    'timer-reset-on-refused-vote': [
      '  const voteGranted = mayGrant(t, request);\n',
      '  const voteGranted = mayGrant(t, request);\n  startElectionTimer(t);\n',
      'Figure 2, followers: only a granted vote restarts the timer (M9)',
    ],
    'vote-not-noted': [
      'own(t).votedFor = request.candidateId;',
      '',
      '§5.2: one vote a term needs the vote to be noted',
    ],
    'vote-in-an-old-term': [
      'if (request.term < t.server.currentTerm) return false;',
      '',
      'Figure 2, RequestVote 1: false if term < currentTerm',
    ],
    'transfer-does-not-pass-stickiness': [
      'leaderStickiness && request.leadershipTransfer !== true',
      'leaderStickiness',
      'dissertation 4.2.3: an election by TimeoutNow passes',
    ],
    'sticky-server-adopts-the-term': [
      'if (hearsLeader(t)) return;',
      'if (hearsLeader(t)) return adoptFromRequest(t, request.term);',
      'dissertation 4.2.3: no change of term',
    ],
  }),
  ...of('src/raft/handlers/requestVoteResponse.ts', {
    'followers-count-votes': [
      "|| t.server.role !== 'candidate') return;",
      "|| t.server.role === 'leader') return;",
      '§5.2: only a candidate counts votes',
    ],
  }),
  ...of('src/raft/term.ts', {
    'vote-kept-in-a-new-term': [
      'follower.votedFor = null;',
      '',
      'Figure 2: votedFor is null in a new term',
    ],
    'votes-of-an-old-term-count': [
      "return term === currentTerm || !settings.obeys['reply.sameTerm'];",
      'return true;',
      '§5.1: answers of an older term are stale',
    ],
    'deposed-leader-has-no-timer': [
      'if (wasLeader) startElectionTimer(t);',
      '',
      'Figure 2, followers: an election timeout without a leader makes a candidate',
    ],
    'term-not-adopted': [
      "if (term > t.server.currentTerm && t.server.settings.obeys['term.adoptHigher']) adopt(t, term);",
      "if (term > t.server.currentTerm + 1 && t.server.settings.obeys['term.adoptHigher']) adopt(t, term);",
      'Figure 2, all servers: a higher term is adopted',
    ],
    'answer-does-not-depose': [
      "if (settings.obeys['term.stepDownOnReply']) adopt(t, term);",
      '',
      'Figure 2, all servers: in an RPC request or response',
    ],
  }),
  ...of('src/raft/quorum.ts', {
    'half-is-a-majority': ['(size >> 1) + 1;', '(size + 1) >> 1;', '§5.2: more than half'],
    'majority-and-one': ['(size >> 1) + 1;', '(size >> 1) + 2;', '§5.2: more than half is enough'],
    'joint-is-one-majority-votes': [
      "return old === 'won' ? now : old;",
      'return now;',
      '§6: majorities of both the old and the new configuration',
    ],
    'joint-is-one-majority-entries': [
      'halfReplicated(voters, index, matchOf) &&\n    (outgoing === null || halfReplicated(outgoing, index, matchOf))',
      'halfReplicated([...new Set([...voters, ...(outgoing ?? [])])], index, matchOf)',
      '§6: not a majority of the union',
    ],
    'learners-vote': [
      'ids.filter((id) => voters.includes(id)).length;',
      'ids.length;',
      'dissertation 4.2.1: non-voting members are not counted',
    ],
  }),
  ...of('src/raft/election.ts', {
    'candidate-keeps-its-term': [
      'candidate.currentTerm = currentTerm + 1;',
      'candidate.currentTerm = Math.max(1, currentTerm);',
      'Figure 2, candidates: increment currentTerm',
    ],
    'candidate-does-not-vote': [
      'candidate.votedFor = id;',
      'candidate.votedFor = null;',
      'Figure 2, candidates: vote for self',
    ],
    'candidate-keeps-its-timer': [
      "startElectionTimer(t);\n  askForVotes(t, 'RequestVoteRequest'",
      "askForVotes(t, 'RequestVoteRequest'",
      'Figure 2, candidates: reset election timer',
    ],
    'own-vote-before-it-is-written': [
      'if (!t.server.settings.isDiskSlow) countVotes(t, candidate);',
      'countVotes(t, candidate);',
      'Figure 2: on stable storage first',
    ],
    'noop-of-an-old-term': [
      'term: currentTerm, payload: noop',
      'term: currentTerm - 1, payload: noop',
      '§8: an entry of its own term',
    ],
    'new-leader-keeps-silent': [
      "  broadcast(t, 'heartbeat');\n",
      '',
      'Figure 2, leaders: upon election, to each server',
    ],
    'pre-vote-raises-the-term': [
      "askForVotes(t, 'PreVoteRequest', currentTerm + 1, false);",
      "t.server = { ...asking, currentTerm: currentTerm + 1 };\n  askForVotes(t, 'PreVoteRequest', currentTerm + 1, false);",
      'dissertation 9.6: the term is raised after a majority has agreed',
    ],
  }),
  ...of('src/raft/handlers/preVote.ts', {
    'pre-vote-ignores-the-leader': [
      'return !hearsLeader(t);',
      'return true;',
      'dissertation 9.6: no leader lately heard',
    ],
    'pre-vote-without-log-check': [
      'if (!isUpToDate(server, request)) return false;',
      '',
      'dissertation 9.6: what RequestVote would say',
    ],
    'pre-vote-request-is-adopted': [
      '  const voteGranted = wouldGrant(t, request);\n',
      '  const voteGranted = wouldGrant(t, request);\n  t.server = { ...t.server, currentTerm: Math.max(currentTerm, request.term) };\n',
      'dissertation 9.6: nobody adopts the term',
    ],
  }),
  ...of('src/raft/handlers/electionTimeout.ts', {
    'pre-vote-skipped-by-candidates': [
      'if (settings.preVote) askFirst(t);',
      "if (settings.preVote && role !== 'candidate') askFirst(t);",
      'dissertation 9.6: before every election',
    ],
  }),
  ...of('src/raft/handlers/heartbeat.ts', {
    'cut-off-leader-stays': [
      '!reachesMajority(t, t.server)',
      '!(reachesMajority(t, t.server) || t.clock.now >= 0)',
      'dissertation 6.2: a leader that reaches no majority steps down',
    ],
  }),
  ...of('src/raft/transfer.ts', {
    'transfer-before-the-log-is-there': [
      'if (known.matchIndex < lastIndex(leader.log)) {',
      'if (known.matchIndex < leader.commitIndex) {',
      'dissertation 3.10: after the target has the whole log',
    ],
    'transfer-asks-again-and-again': [
      'if (transfer === null || transfer.isAsked || transfer.target !== from) return;',
      'if (transfer === null || transfer.target !== from) return;',
      'dissertation 3.10: TimeoutNow is sent once',
    ],
    'transfer-never-given-up': [
      'ownLeader(t).transfer = null;',
      '',
      'dissertation 3.10: aborted after an election timeout',
    ],
  }),
  ...of('src/raft/handlers/timeoutNow.ts', {
    'timeout-now-of-an-old-leader': [
      "if (request.term < currentTerm || role === 'leader' ||",
      "if (role === 'leader' ||",
      '§5.1: a request with a stale term is rejected',
    ],
    'timeout-now-says-no-transfer': [
      'stand(t, true);',
      'stand(t, false);',
      'dissertation 4.2.3: the election says that the leader wished it',
    ],
  }),
];
