/** Elections (§5.2, §5.4.1; dissertation 3.10, 4.2.2, 4.2.3, 9.6): who stands, who votes, who wins. */
import type { LogIndex, ServerId, Term } from '../../src/base/index.ts';
import type { Message } from '../../src/raft/index.ts';
import {
  afterRequest,
  type Given,
  hearsLeader,
  holds,
  type MessageOf,
  weightOf,
  wins,
} from './given.ts';
import { type Judged, takesOffice } from './leading.ts';
import { followerIn, type Picture, pictureOf, unmoved } from './picture.ts';
import { lastOf, lastTermOf, mayStand, otherVoters } from './reading.ts';

interface Question {
  readonly candidateId: ServerId;
  readonly lastLogIndex: LogIndex;
  readonly lastLogTerm: Term;
}

/** §5.4.1: the later last term, and with equal terms the longer log, is at least as up to date. */
function isAsUpToDate(given: Given, { lastLogIndex, lastLogTerm }: Question): boolean {
  const { log } = given.before;
  const term = lastTermOf(log);
  const isAtLeast = lastLogTerm === term ? lastLogIndex >= lastOf(log) : lastLogTerm > term;
  return isAtLeast || !holds(given, 'vote.upToDate');
}

/** §5.2: one vote a term; to the same candidate as often as it asks. */
const isVoteLeft = (given: Given, { candidateId }: Question): boolean =>
  [null, candidateId].includes(given.before.votedFor) || !holds(given, 'vote.onePerTerm');

/** RequestVote RPC, receiver. */
export function judgeRequestVote(given: Given, message: MessageOf<'RequestVoteRequest'>): Judged {
  const { before } = given;
  const isPassedOver = before.settings.leaderStickiness && message.leadershipTransfer !== true;
  if (isPassedOver && hearsLeader(given)) return unmoved(given);
  const { isNewer, term, replyTerm } = afterRequest(given, message.term);
  const base = isNewer ? followerIn(pictureOf(before), term) : pictureOf(before);
  const voteGranted =
    message.term >= term && (isNewer || isVoteLeft(given, message)) && isAsUpToDate(given, message);
  const picture = voteGranted ? { ...base, votedFor: message.candidateId } : base;
  return {
    picture,
    messages: [
      {
        type: 'RequestVoteResponse',
        from: before.id,
        to: message.from,
        term: replyTerm,
        voteGranted,
      },
    ],
    timer: (voteGranted && picture.role !== 'leader') || (isNewer && before.role === 'leader'),
  };
}

/** Dissertation 9.6: nothing changes at whoever is asked; a leader lately heard is reason enough to refuse. */
export function judgePreVote(given: Given, message: MessageOf<'PreVoteRequest'>): Judged {
  const { id, currentTerm } = given.before;
  const isTermOpen =
    message.term > currentTerm || (message.term === currentTerm && isVoteLeft(given, message));
  const voteGranted = isTermOpen && isAsUpToDate(given, message) && !hearsLeader(given);
  return {
    ...unmoved(given),
    messages: [
      { type: 'PreVoteResponse', from: id, to: message.from, term: currentTerm, voteGranted },
    ],
  };
}

/** A higher term in any answer makes a follower of whoever reads it. */
export function deposed(given: Given, term: Term): Judged {
  const { before } = given;
  return {
    picture: followerIn(pictureOf(before), term),
    messages: [],
    timer: before.role === 'leader',
  };
}

/** A vote counts once, whatever else its voter has said: a refusal may have answered an older question. */
function counted(
  given: Given,
  { from, voteGranted }: { readonly from: ServerId; readonly voteGranted: boolean },
): Picture {
  const picture = pictureOf(given.before);
  return voteGranted
    ? { ...picture, granted: new Set([...(picture.granted ?? []), from]) }
    : picture;
}

const hasWon = (given: Given, { granted }: Picture): boolean =>
  wins(given, given.before.configuration, (id) => granted?.has(id) ?? false);

export function judgeVote(given: Given, message: MessageOf<'RequestVoteResponse'>): Judged {
  const weight = weightOf(given, message.term);
  if (weight === 'deposes') return deposed(given, message.term);
  if (weight === 'nothing' || given.before.role !== 'candidate') return unmoved(given);
  const picture = counted(given, message);
  if (!hasWon(given, picture)) return { picture, messages: [], timer: false };
  return { ...takesOffice(given, picture), messages: [] };
}

export function judgePreVoteAnswer(given: Given, message: MessageOf<'PreVoteResponse'>): Judged {
  const { currentTerm, role } = given.before;
  if (message.term > currentTerm)
    return weightOf(given, message.term) === 'deposes'
      ? deposed(given, message.term)
      : unmoved(given);
  if (role !== 'preCandidate') return unmoved(given);
  const picture = counted(given, message);
  return hasWon(given, picture)
    ? stands(given, picture, false)
    : { picture, messages: [], timer: false };
}

/** The same question to everybody else who votes. */
function questions(
  given: Given,
  type: 'RequestVoteRequest' | 'PreVoteRequest',
  term: Term,
  isTransfer: boolean,
): Message[] {
  const { id, log, configuration } = given.before;
  return otherVoters(configuration, id).map((to) => ({
    type,
    from: id,
    to,
    term,
    candidateId: id,
    lastLogIndex: lastOf(log),
    lastLogTerm: lastTermOf(log),
    ...(isTransfer ? { leadershipTransfer: true as const } : {}),
  }));
}

/** Figure 2, candidates: a new term, a vote for itself, the timer afresh, and a request to all others. */
function stands(given: Given, from: Picture, isTransfer: boolean): Judged {
  const { id } = given.before;
  const currentTerm = from.currentTerm + 1;
  const picture: Picture = {
    ...from,
    role: 'candidate',
    currentTerm,
    votedFor: id,
    leaderId: null,
    granted: new Set([id]),
  };
  const messages = questions(given, 'RequestVoteRequest', currentTerm, isTransfer);
  // Dissertation 10.2.1: on a slow disk its own vote counts only once it is written.
  if (given.before.settings.isDiskSlow || !hasWon(given, picture))
    return { picture, messages, timer: true };
  return { ...takesOffice(given, picture), messages };
}

/** The election timer runs out. */
export function judgeTimeout(given: Given): Judged {
  const { before } = given;
  if (before.role === 'leader') return unmoved(given);
  if (!mayStand(before)) return { ...unmoved(given), timer: null };
  if (before.role !== 'follower' && !holds(given, 'candidate.retry')) return unmoved(given);
  if (!before.settings.preVote) return stands(given, pictureOf(before), false);
  const asking: Picture = {
    ...pictureOf(before),
    role: 'preCandidate',
    leaderId: null,
    granted: new Set([before.id]),
  };
  const asked = questions(given, 'PreVoteRequest', before.currentTerm + 1, false);
  if (!hasWon(given, asking)) return { picture: asking, messages: asked, timer: true };
  const stood = stands(given, asking, false);
  return { ...stood, messages: [...asked, ...stood.messages] };
}

/** What a candidate has written counts: its own vote may have been the one that was missing. */
export function judgeOwnVote(given: Given): Judged {
  const { before, durableAfter } = given;
  const isWritten = (durableAfter ?? before).currentTerm === before.currentTerm;
  const picture = pictureOf(before);
  return isWritten && hasWon(given, picture) ? takesOffice(given, picture) : unmoved(given);
}

/** Dissertation 3.10: it stands at once, and says that the leader wished it. */
export function judgeTimeoutNow(given: Given, message: MessageOf<'TimeoutNowRequest'>): Judged {
  const { before } = given;
  const { isNewer, term } = afterRequest(given, message.term);
  const base = isNewer ? followerIn(pictureOf(before), term) : pictureOf(before);
  const mayTry = otherVoters(before.configuration, -1).includes(before.id);
  if (message.term < term || base.role === 'leader' || !mayTry)
    return { picture: base, messages: [], timer: isNewer && before.role === 'leader' };
  return stands(given, base, true);
}
