/** What made it so: the causes in an answer, one short sentence each. */
import { count, duration, list } from '../numbers.ts';
import {
  type Candidate,
  type Current,
  type Index,
  type LastEntries,
  type Led,
  last,
  type Ms,
  message,
  type Pair,
  type Sent,
  type Share,
  servers,
  type Term,
  type Vote,
  type Voter,
  type Who,
} from './whyFacts.ts';

export const whyCauses = {
  soFromStart: () => 'The run began so.',
  crashedByHand: ({ server }: Who) => `You, or the scenario, crashed ${server}.`,
  pausedByHand: ({ server }: Who) => `You, or the scenario, paused ${server}.`,
  keeps: ({ server, term, entries }: Who & Term & { entries: number }) =>
    `${server} keeps term ${term}, its vote and ${count(entries, 'entry', 'entries')}.`,
  isDown: ({ server }: Who) => `${server} is down.`,
  standsStill: ({ server }: Who) => `The process of ${server} stands still.`,
  linkCut: ({ from, to }: { from: string; to: string }) => `The link ${from}–${to} is cut.`,
  linkCutOneWay: ({ from, to }: { from: string; to: string }) =>
    `Nothing passes from ${from} to ${to}.`,
  onItsWay: ({ ms, ...sent }: Sent & Ms) => `${message(sent)} arrives in ${duration(ms)}.`,
  heldBack: (sent: Sent) => `${message(sent)} waits for you to deliver it.`,
  wasLost: (sent: Sent) => `${message(sent)} got lost.`,
  wasSent: ({ from, to, type }: Sent) => `${from} sent ${to} the ${type}.`,
  saidNo: ({ server }: Pair) => `${server} has not voted for it.`,
  refusedIt: ({ server }: Pair) => `${server} refused it.`,
  passedOver: ({ server }: Pair) => `${server} passed it over, as it hears a leader.`,
  writesAnswer: ({ server }: Who) => `${server} says nothing before what it writes is on its disk.`,
  notSentYet: ({ asker, server, next }: Pair & { next: number }) =>
    `${asker} sends ${server} entries from ${next} on with its next heartbeat.`,
  heardNobody: ({ server }: Who) => `${server} has heard nobody since the start.`,
  restartedAt: ({ server }: Who) => `${server} restarted, and its timer with it.`,
  timedOutAt: ({ server }: Who) => `${server}’s timer ran out and began again.`,
  votedAt: ({ server, candidate }: Who & Candidate) => `${server} voted for ${candidate}.`,
  heardLeader: ({ server, leader }: Who & Led) =>
    `${server} heard ${leader} and started its timer afresh.`,
  timerStands: ({ server }: Who) => `${server}’s timer does not run.`,
  timerRuns: ({ server, ms }: Who & Ms) => `${server}’s timer runs out in ${duration(ms)}.`,
  toldToStand: ({ server }: Who) => `You, or the scenario, made ${server}’s timer run out.`,
  timerRanOut: ({ server, ms }: Who & Ms) => `${server} stood after ${duration(ms)} of silence.`,
  silentFor: ({ server, ms }: Who & Ms) => `${server} had heard nobody for ${duration(ms)}.`,
  agreedFirst: ({ server }: Who) => `A majority would vote for ${server}.`,
  agreedWith: ({ server, candidate }: Who & Candidate) => `${server} would vote for ${candidate}.`,
  handedTo: ({ server, leader }: Who & Led) => `${leader} told ${server} to stand at once.`,
  votedFor: ({ server, candidate }: Who & Candidate) => `${server} voted for ${candidate}.`,
  hasNoVote: ({ server, of }: Who & { of: number }) => `${server} is none of the ${of} that vote.`,
  wonElection: ({ leader, term }: Led & Term) => `${leader} won term ${term}.`,
  logIsBehind: ({
    server,
    index,
    term,
    ahead,
    of,
  }: Who & Index & Term & { ahead: number; of: number }) =>
    `${ahead} of ${of} logs are ahead of ${server}’s ${last(index, term)}.`,
  beats: ({ leader, every, least }: Led & { every: number; least: number }) =>
    `${leader} beats every ${duration(every)}; no timer is shorter than ${duration(least)}.`,
  termWasNew: ({ voter, term }: Voter & Term) =>
    `Term ${term} was new to ${voter}, so its vote was free.`,
  voteWasFree: ({ voter, term }: Voter & Term) => `${voter} still had its vote of term ${term}.`,
  votedBefore: ({ voter, candidate, term }: Vote) =>
    `${voter} had voted for ${candidate} in term ${term} before, and says so again.`,
  heardNoLeader: ({ voter, least }: Voter & { least: number }) =>
    `${voter} had heard no leader within the last ${duration(least)}.`,
  logIsNewer: ({ candidate, index, term, voter, own, ownTerm }: LastEntries) =>
    `${candidate}’s last entry ${last(index, term)} is newer than ${voter}’s ${last(own, ownTerm)}.`,
  logIsAsNew: ({ candidate, index, term, voter, own, ownTerm }: LastEntries) =>
    `${candidate}’s last entry ${last(index, term)} is as new as ${voter}’s ${last(own, ownTerm)}.`,
  logsCompare: ({ candidate, index, term, voter, own, ownTerm }: LastEntries) =>
    `${candidate}’s last entry ${last(index, term)} is older than ${voter}’s ${last(own, ownTerm)}.`,
  withinLeast: ({ least }: Voter & { least: number }) =>
    `That is less than ${duration(least)} ago.`,
  cameToTerm: ({ server, term }: Who & Term) => `${server} came to term ${term}.`,
  stoodIn: ({ candidate, term }: Candidate & Term) => `${candidate} stood in term ${term}.`,
  votedForItself: ({ voter, term }: Voter & Term) => `${voter} stood itself in term ${term}.`,
  oneVoteATerm: ({ candidate, term }: Candidate & Term) =>
    `${candidate}’s request, also for term ${term}, came later.`,
  holdsLast: ({ server, index, term }: Who & Index & Term) =>
    `${server} has held entry ${index} of term ${term} since then.`,
  committedIt: ({ server, index }: Who & Index) => `${server} committed entry ${index}.`,
  toldIt: ({ server, leader }: Who & Led & Index) => `${leader} told ${server}.`,
  copiesEnough: ({ leader, have, of }: Led & Index & Share) =>
    `${leader} knows of ${have} copies on ${servers(of)}: enough.`,
  entryIsOf: ({ leader, index, term }: Led & Index & Term) =>
    `${leader} has held entry ${index} of term ${term} since then.`,
  diskIsSlow: ({ server, index }: Who & Index) => `${server} is still writing entry ${index}.`,
  andOfOlderTerm: ({ term, current }: Led & Index & Term & Current) =>
    `It is of term ${term} besides, and the leader’s is ${current}.`,
  cameBy: ({ server, index, term }: Who & Index & Term) =>
    `${server} took entry ${index} in term ${term}.`,
  leadsWithout: ({ leader, term, index, theirs }: Led & Term & Index & { theirs: number }) =>
    theirs === 0
      ? `${leader} won term ${term} without an entry ${index}.`
      : `${leader} won term ${term}; its entry ${index} is of term ${theirs}.`,
  acknowledged: ({ server, index }: Who & Index) => `${server} acknowledged entry ${index}.`,
  onlyOn: ({ index, have, of }: Index & Share) =>
    `Only ${have} of ${servers(of)} held entry ${index} just before.`,
  neverAnswered: ({ server, asker }: Pair) => `${server} has never answered ${asker}.`,
  lastAnswered: ({ server, asker }: Pair) => `${server} last answered ${asker} then.`,
  asksAgainByHand: ({ client }: { client: string }) => `${client} asks again only when you say so.`,
  asksAgain: ({ client, ms }: { client: string } & Ms) =>
    `${client} asks again in ${duration(ms)}.`,
  knewNoLeader: ({ server }: Who) => `${server} knew of no leader then.`,
  handsOver: ({ server, leader }: Who & Led) => `${leader} began to hand its office to ${server}.`,
  appliedIt: ({ server, index }: Who & Index) => `${server} applied entry ${index}.`,
  leadsNoMore: ({ server, term }: Who & Term) => `${server} gave up the office of term ${term}.`,
  mailArrives: ({ server, ms }: Who & Ms) => `It is ${duration(ms)} from ${server}.`,
  commitsUpTo: ({ leader, index, term }: Led & Index & Term) =>
    index === 0
      ? `${leader} knows of no committed entry.`
      : `${leader} knows of committed entries up to ${index}, of term ${term}.`,
  follows: ({ server, leader }: Who & Led) => `${server} follows ${leader}.`,
  termInMessage: ({ server, from, term }: Who & Term & { from: string }) =>
    `${from} wrote to ${server} in term ${term}.`,
  sentEntries: ({ server, leader }: Who & Led & Index) => `${leader} sent them to ${server}.`,
  sentIn: ({ leader, term }: Led & Term) => `${leader} sent it in term ${term}.`,
  logsMeet: ({ server, index, term }: Who & Index & Term) =>
    index === 0
      ? `They begin at the beginning, so ${server}’s log fits.`
      : `They build on ${last(index, term)}, which ${server} holds.`,
  logDiffers: ({ server, index, term }: Who & Index & Term) =>
    `${server}’s entry ${index} was of term ${term}, so all its log went.`,
  logEnded: ({ server, index, term }: Who & Index & Term) =>
    `${server}’s log ended at ${last(index, term)}.`,
  notToldOfVote: ({ server }: Who) => `${server} does not hold the configuration that names it.`,
  needsBoth: ({ old, next }: { old: readonly string[]; next: readonly string[] }) =>
    `Joint consensus needs a majority of ${list(old)}, and one of ${list(next)}.`,
  givenByHand: ({ command }: { command: string }) =>
    `You, or the scenario, asked for it: ${command}.`,
};
