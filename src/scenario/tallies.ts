/** What EXPECT asks about the past: who led, who voted for whom, how much was sent. Kept from the stream of events. */
import type { ServerId, Term } from '../base/index.ts';
import type { Event, World } from '../sim/index.ts';
import type { Fits } from './patterns.ts';

export interface Tallies {
  /** Every server that ever led a term. */
  readonly leaders: Map<Term, Set<ServerId>>;
  /** By term and candidate: who granted. */
  readonly votes: Map<Term, Map<ServerId, Set<ServerId>>>;
  /** Messages sent so far, by the place of the pattern that counts them. */
  readonly sent: number[];
  /** Elections won. */
  leaderChanges: number;
  /** How many of them an `expect` step has counted already. */
  countedChanges: number;
}

/** Tallies of a world at time 0: initial leaders led, initial candidates have their votes. */
export function openTallies({ servers, conditions }: World, counters: number): Tallies {
  const tallies: Tallies = {
    leaders: new Map(),
    votes: new Map(),
    sent: Array.from({ length: counters }, () => 0),
    leaderChanges: 0,
    countedChanges: 0,
  };
  for (const server of servers) {
    if (conditions[server.id] === 'crashed') continue;
    if (server.role === 'leader') noteLeader(tallies, server.currentTerm, server.id);
    if (server.role === 'candidate')
      for (const voter of server.votesGranted)
        noteVote(tallies, server.currentTerm, server.id, voter);
  }
  return tallies;
}

export const cloneTallies = (tallies: Tallies): Tallies => ({
  ...tallies,
  leaders: new Map([...tallies.leaders].map(([term, ids]) => [term, new Set(ids)])),
  votes: new Map(
    [...tallies.votes].map(([term, votes]) => [
      term,
      new Map([...votes].map(([candidate, voters]) => [candidate, new Set(voters)])),
    ]),
  ),
  sent: [...tallies.sent],
});

/** Takes one event into account. */
export function note(tallies: Tallies, event: Event, counters: readonly Fits[]): void {
  noteElection(tallies, event);
  noteGrant(tallies, event);
  if (counters.length === 0) return;
  // A forged message counts as sent, a copy does not.
  const forged = event.kind === 'inject' && event.envelope !== null ? [event.envelope] : [];
  for (const envelope of [...event.sent, ...forged])
    for (const [place, fits] of counters.entries())
      if (fits(envelope)) tallies.sent[place] = (tallies.sent[place] ?? 0) + 1;
}

function noteElection(tallies: Tallies, { before, after }: Event): void {
  if (before === null || after === null || before === after) return;
  const isNewTerm = after.currentTerm > before.currentTerm;
  if (after.role === 'leader' && (before.role !== 'leader' || isNewTerm)) {
    noteLeader(tallies, after.currentTerm, after.id);
    tallies.leaderChanges += 1;
  }
  // Whoever stands grants itself the vote, also where that is all it needs to lead.
  if (isNewTerm && after.role !== 'follower' && after.votedFor === after.id)
    noteVote(tallies, after.currentTerm, after.id, after.id);
}

// A grant counts when it is sent: with a slow disk, once it is durable.
function noteGrant(tallies: Tallies, { envelope, sent, server }: Event): void {
  if (server === null) return;
  for (const { message } of sent) {
    if (message.type !== 'RequestVoteResponse' || !message.voteGranted) continue;
    const asked = envelope?.message;
    const isAsked = asked?.type === 'RequestVoteRequest';
    noteVote(tallies, message.term, isAsked ? asked.candidateId : message.to, server);
  }
}

function noteLeader({ leaders }: Tallies, term: Term, id: ServerId): void {
  const known = leaders.get(term) ?? new Set();
  leaders.set(term, known.add(id));
}

function noteVote({ votes }: Tallies, term: Term, candidate: ServerId, voter: ServerId): void {
  const byCandidate = votes.get(term) ?? new Map<ServerId, Set<ServerId>>();
  const voters = byCandidate.get(candidate) ?? new Set();
  votes.set(term, byCandidate.set(candidate, voters.add(voter)));
}
