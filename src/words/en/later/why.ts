/** Why, and why not: what an answer is about. Names, numbers, reasons, active verbs. */
import { duration } from '../numbers.ts';
import { whyCauses } from './whyCauses.ts';
import { whyExtended } from './whyExtended.ts';
import {
  type Asking,
  type Current,
  type Index,
  type Led,
  type Ms,
  message,
  type Needs,
  type Pair,
  type Sent,
  type Share,
  servers,
  type Term,
  type Vote,
  type Who,
} from './whyFacts.ts';
import { whyHad, whyNone, whyWould } from './whyOtherwise.ts';

const losses = {
  loss: () => 'the link loses some',
  cut: ({ from, to }: Sent) => `nothing passes from ${from} to ${to}`,
  crashed: ({ to }: Sent) => `${to} was down`,
  command: () => 'you dropped it',
};

/** An event that no other sentence speaks of; `server` is empty where none acts. */
const happenings = {
  options: () => 'The conditions of the run changed.',
  start: () => 'The run began.',
  receive: (server: string) => `${server} received a message.`,
  electionTimeout: (server: string) => `${server}’s timer ran out, and it did not stand.`,
  heartbeat: (server: string) => `${server} had no heartbeat to send.`,
  client: (server: string) =>
    server === '' ? 'A client’s command went out.' : `A client’s command came to ${server}.`,
  crash: (server: string) => `${server} crashed.`,
  restart: (server: string) => `${server} restarted.`,
  pause: (server: string) => `The process of ${server} stopped.`,
  resume: (server: string) => `The process of ${server} went on.`,
  inject: () => 'A forged message came onto its way.',
  hold: () => 'A message stopped on its way.',
  release: () => 'A message that had stopped went on.',
  drop: () => 'A message was lost.',
  duplicate: () => 'A message became two.',
  cut: () => 'Links stopped working.',
  heal: () => 'Links work again.',
  apply: (server: string) => `${server} applied an entry.`,
  persist: (server: string) => `What ${server} wrote reached its disk.`,
  snapshot: (server: string) => `${server} took a snapshot.`,
  reconfigure: (server: string) => `Somebody asked ${server} to change who votes.`,
  transfer: (server: string) => `Somebody asked ${server} to hand over its office.`,
  delay: () => 'A message takes longer than it would have.',
};

const whyWhat = {
  roleDown: ({ server }: Who) => `${server} is down: it neither hears nor votes.`,
  rolePaused: ({ server }: Who) => `The process of ${server} stands still.`,
  roleLeads: ({ server, term, have, of }: Who & Term & Share) =>
    have === 0
      ? `${server} leads term ${term}.`
      : `${server} leads term ${term}: ${have} of ${servers(of)} voted for it.`,
  roleStands: ({ server, term, have, needed }: Who & Term & Needs) =>
    `${server} stands in term ${term} with ${have} of the ${needed} votes it needs.`,
  roleAsksFirst: ({ server, term, have, needed }: Who & Term & Needs) =>
    `${server} asks before it stands in term ${term}: ${have} of the ${needed} it needs have agreed.`,
  roleFollows: ({ server, leader, term }: Who & Led & Term) =>
    `${server} follows ${leader} in term ${term}.`,
  roleWaits: ({ server, term }: Who & Term) =>
    `${server} waits in term ${term} and knows of no leader.`,
  notLeaderStopped: ({ server }: Who) => `${server} cannot lead: it does not run.`,
  notLeaderNoVote: ({ server }: Who) => `${server} cannot lead: it has no vote.`,
  notLeaderWaits: ({ server, term }: Who & Term) =>
    `${server} does not lead: in term ${term} it has not stood yet.`,
  notLeaderFollows: ({ server, leader, term }: Who & Led & Term) =>
    `${server} does not lead: ${leader} leads term ${term}.`,
  standsNotStopped: ({ server }: Who) => `${server} does not stand: it does not run.`,
  standsNotNoVote: ({ server }: Who) => `${server} does not stand: it has no vote.`,
  standsNotLeads: ({ server, term }: Who & Term) =>
    `${server} does not stand: it leads term ${term} already.`,
  standsAlready: ({ server, term }: Who & Term) => `${server} does stand, in term ${term}.`,
  standsNotByHand: ({ server }: Who) =>
    `${server} does not stand: its timer runs out only when you say so.`,
  standsNotYet: ({ server, ms }: Who & Ms) =>
    `${server} does not stand: its timer has ${duration(ms)} left.`,
  noElectionLed: ({ leader, term }: Led & Term) =>
    `Nobody stands: ${leader} leads term ${term}, and the others hear it.`,
  noElectionYet: ({ server }: Who) =>
    `Nobody stands yet: no timer has run out. ${server}’s comes first.`,
  noElectionNobody: ({ many }: { many: number }) => `Nobody stands: ${servers(many)} do not run.`,
  voteGranted: ({ voter, candidate, term }: Vote) =>
    `${voter} voted for ${candidate} in term ${term}.`,
  votePassedOver: ({ voter, candidate }: Vote) =>
    `${voter} passed over ${candidate}’s request: it had just heard its leader.`,
  preVoteRefused: ({ voter, candidate, term }: Vote) =>
    `${voter} would not vote for ${candidate} in term ${term}: it had just heard its leader.`,
  voteTermOver: ({ voter, candidate, term, current }: Vote & Current) =>
    `${voter} refused ${candidate}: term ${term} is over, ${voter} is in term ${current}.`,
  voteGivenAway: ({ voter, candidate, term }: Vote & { votedFor: string }) =>
    `${voter} refused ${candidate}: its one vote of term ${term} was gone.`,
  voteLogBehind: ({ voter, candidate, term }: Vote) =>
    `${voter} refused ${candidate} in term ${term}: its own log is more up to date.`,
  commitUnknown: ({ server, index, by }: Who & Index & { by: string }) =>
    `${server} does not know yet that entry ${index} is committed; ${by} does.`,
  commitOlderTerm: ({ leader, index, term, current }: Led & Index & Term & Current) =>
    `${leader} may not commit entry ${index} by counting: it is of term ${term}, and ${leader} leads term ${current}.`,
  commitTooFew: ({ leader, index, have, of, needed }: Led & Index & Needs) =>
    `${leader} cannot commit entry ${index}: it knows of ${have} of ${of} copies and needs ${needed}.`,
  commitLeftBehind: ({ server, index, leader, current }: Who & Index & Term & Led & Current) =>
    `Entry ${index} of ${server} is not in the log of ${leader}, which leads term ${current}.`,
  commitLeaderless: ({ server, index }: Who & Index & Term) =>
    `Nobody leads who holds entry ${index} of ${server}, and only a leader commits.`,
  committedByCount: ({ leader, index, have, of }: Led & Index & Share) =>
    `${leader} committed entry ${index}: it knew of ${have} copies on ${servers(of)}.`,
  committedWith: ({
    leader,
    index,
    term,
    by,
    current,
  }: Led & Index & Term & Current & { by: number }) =>
    `${leader} committed entry ${index} of term ${term} together with entry ${by} of its own term ${current}.`,
  committedByHearing: ({ server, leader, index }: Who & Led & Index) =>
    `${server} heard from ${leader} that entry ${index} is committed.`,
  committedFromStart: ({ server, index }: Who & Index) =>
    `${server} knew from the start that entry ${index} is committed.`,
  overwritten: ({
    server,
    index,
    term,
    leader,
    theirs,
  }: Who & Index & Term & Led & { theirs: number }) =>
    `${server} dropped entry ${index} of term ${term} for ${leader}’s of term ${theirs}.`,
  countNoVote: ({ asker, server }: Pair) => `${asker} cannot count ${server}: it has no vote.`,
  countsIt: ({ asker, server, index }: Pair & Index) =>
    `${asker} does count ${server}: it knows of its copies up to entry ${index}.`,
  countsNot: ({ asker, server, index, match }: Pair & Index & { match: number }) =>
    `${asker} cannot count ${server} for entry ${index}: it knows of its log up to ${match}.`,
  countsVote: ({ asker, server, term }: Pair & Term) =>
    `${asker} does count ${server}’s vote in term ${term}.`,
  countsNotVote: ({ asker, server, term }: Pair & Term) =>
    `${asker} has no vote of ${server} in term ${term}.`,
  waitsUnheard: ({ client, command, server }: Asking & Who) =>
    `${client} waits: ${server}, which it asked for ${command}, does not answer.`,
  waitsRefused: ({ client, command, server }: Asking & Who) =>
    `${client} waits with ${command}: ${server} did not lead and knew nobody who did.`,
  waitsForCommit: ({ client, command, server, index }: Asking & Who & Index) =>
    `${client} waits: ${server} answers ${command} only once entry ${index} is committed and applied.`,
  waitsOrphaned: ({ client, command, server }: Asking & Who) =>
    `${client} waits: ${server} took ${command}, and leads no more.`,
  waitsUnderWay: ({ client, command, server }: Asking & Who) =>
    `${client} waits: ${command} is under way with ${server}.`,
  readBeforeCommit: ({ client, command, leader, term }: Asking & Led & Term) =>
    `${client} waits with ${command}: ${leader} has committed nothing of its term ${term}.`,
  readUnconfirmed: ({ client, command, leader, have, needed }: Asking & Led & Needs) =>
    `${client} waits with ${command}: ${leader} must hear from ${needed} servers that it still leads, and has ${have}.`,
  sentAway: ({ client, command, server }: Asking & Who) =>
    `${server} sent ${client} away with ${command}: it does not lead.`,
  steppedDown: ({ server, from, term, old }: Who & Term & { from: string; old: number }) =>
    `${server} gave up term ${old}: ${from} is in term ${term}.`,
  adoptedTerm: ({ server, from, term, old }: Who & Term & { from: string; old: number }) =>
    `${server} went from term ${old} to ${term}: ${from} is there.`,
  stood: ({ server, term, ms }: Who & Term & Ms) =>
    `${server} stood in term ${term}: it had heard nobody for ${duration(ms)}.`,
  stoodAgain: ({ server, term, ms }: Who & Term & Ms) =>
    `${server} stood again, in term ${term}: no majority in ${duration(ms)}.`,
  stoodByHand: ({ server, term }: Who & Term) =>
    `${server} stood in term ${term}: you, or the scenario, made its timer run out.`,
  gaveWay: ({ server, leader, term }: Who & Led & Term) =>
    `${server} gave up standing: ${leader} leads its term ${term} already.`,
  startedTimer: ({ server, leader, term }: Who & Led & Term) =>
    `${server} started its timer afresh: ${leader}, which leads its term ${term}, spoke.`,
  steppedBack: ({
    server,
    from,
    refused,
    next,
  }: Who & { from: string; refused: number; next: number }) =>
    `${server} tries ${from} again from entry ${next}: their logs do not meet at ${refused}.`,
  notedCopy: ({ server, from, index }: Who & Index & { from: string }) =>
    `${server} noted that ${from} holds its log up to entry ${index}.`,
  knewCopy: ({ server, from, index }: Who & Index & { from: string }) =>
    `${server} heard again that ${from} holds its log up to entry ${index}.`,
  countedVote: ({ server, from, have, needed }: Who & Needs & { from: string }) =>
    `${server} counted the vote of ${from}: ${have} of the ${needed} it needs.`,
  countedRefusal: ({ server, from, have, needed }: Who & Needs & { from: string }) =>
    `${server} noted the refusal of ${from}: it has ${have} of the ${needed} votes it needs.`,
  tookEntries: ({ server, leader, index }: Who & Led & Index) =>
    `${server} took what ${leader} sent, up to entry ${index}.`,
  refusedOldTerm: ({ server, leader, term, current }: Who & Led & Term & Current) =>
    `${server} refused ${leader}’s entries: term ${term} is over, ${server} is in term ${current}.`,
  refusedGap: ({
    server,
    leader,
    index,
    term,
    own,
    end,
  }: Who & Led & Index & Term & { own: number; end: number }) =>
    index > end
      ? `${server} refused: ${leader} builds on entry ${index}, and ${server}’s log ends at ${end}.`
      : `${server} refused: its entry ${index} is of term ${own}, ${leader}’s of term ${term}.`,
  lost: ({ reason, ...sent }: Sent & { reason: keyof typeof losses }) =>
    `${message(sent)} was lost: ${losses[reason](sent)}.`,
  applied: ({ server, index }: Who & Index) =>
    `${server} applied entry ${index}: it knew that it is committed.`,
  beat: ({ leader, term }: Led & Term) =>
    `${leader} sent heartbeats: it leads term ${term}, and the others wait to hear it.`,
  lostQuorum: ({ leader }: Led & Term) =>
    `${leader} gave up: no majority had answered it for an election timeout.`,
  arrived: (sent: Sent) => `${message(sent)} arrived.`,
  happened: ({ server, kind }: Who & { kind: keyof typeof happenings }) => happenings[kind](server),
};

/** The sentences of answers, by id. */
export const whySaid = {
  ...whyWhat,
  ...whyExtended,
  ...whyCauses,
  ...whyHad,
  ...whyWould,
  ...whyNone,
};
