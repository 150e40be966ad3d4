/** What would have made it otherwise: `Had the link worked`, and what would have come of it: `S1 would lead.` */
import { list } from '../numbers.ts';
import {
  type Asking,
  type Candidate,
  type Index,
  type Led,
  last,
  message,
  type Pair,
  type Reached,
  type Sent,
  type Term,
  type Voter,
  type Who,
} from './whyFacts.ts';

type Mending = 'whole' | 'lossless' | 'up';

export const whyHad = {
  hadArrived: ({ asker, servers: names }: Reached) =>
    `Had what is on its way between ${asker} and ${list(names)} arrived at once`,
  hadBeenSentAgain: ({ asker, servers: names }: Reached) =>
    `Had ${asker} sent ${list(names)} the next heartbeat at once`,
  hadLinkWorked: ({ asker, servers: names }: Reached) =>
    `Had the link from ${asker} to ${list(names)} worked`,
  hadGoneOn: ({ servers: names }: Reached) => `Had the process of ${list(names)} gone on`,
  hadRestarted: ({ servers: names }: Reached) => `Had ${list(names)} restarted`,
  hadReached: ({ asker, servers: names }: Reached) => `Had ${asker} reached ${list(names)}`,
  hadReachedAndTaken: ({ asker, servers: names }: Reached) =>
    `Had ${asker} reached ${list(names)} and taken a command of its own term`,
  hadVoteBeenLost: ({ voter, server }: Voter & Who) => `Had ${voter}’s vote for ${server} got lost`,
  hadBeenCutOff: ({ server }: Who) => `Had ${server} lost all its links just before`,
  hadCrashed: ({ server }: Who) => `Had ${server} crashed just before`,
  hadTimedOut: ({ server }: Who) => `Had ${server}’s timer run out first`,
  hadRunAndTimedOut: ({ server }: Who) => `Had ${server} run, and its timer run out`,
  hadBeenAdded: ({ server }: Who) => `Had the leader given ${server} a vote`,
  hadHandedOver: ({ leader, server }: Led & Who) => `Had ${leader} handed its office to ${server}`,
  hadRunAndBeenHanded: ({ leader, server }: Led & Who) =>
    `Had ${server} run, and ${leader} handed its office to it`,
  hadFallenSilent: ({ leader }: Led) => `Had ${leader} crashed`,
  hadStoodIn: ({ candidate, term }: Candidate & Term) => `Had ${candidate} stood in term ${term}`,
  hadComeFirst: ({ candidate }: Candidate) => `Had ${candidate}’s request come first`,
  hadRequestBeenLost: ({ candidate }: Candidate) => `Had ${candidate}’s request got lost`,
  hadReceived: ({ server, index, leader }: Who & Index & Led) =>
    `Had ${leader} reached ${server} with entry ${index} before it stood`,
  hadLostLog: ({ server }: Who) => `Had ${server} lost its log`,
  hadTakenCommand: ({ leader, term }: Led & Term) =>
    `Had ${leader} taken a command in its own term ${term}`,
  hadNoop: ({ leader }: Led) => `Had ${leader} begun its term with a no-op`,
  hadReachedAll: ({ leader, index }: Led & Index) =>
    `Had ${leader} reached everybody with entry ${index}`,
  hadLedAndTaken: ({ server }: Who) => `Had ${server} won the next term and taken a command`,
  hadAskedLeader: ({ client, leader }: { client: string } & Led) => `Had ${client} asked ${leader}`,
  hadAskedOnceLed: ({ client, leader }: { client: string } & Led) =>
    `Had ${client} asked ${leader} once it led`,
  hadMessageBeenLost: (sent: Sent) => `Had ${message(sent)} got lost`,
  hadLinksWorked: () => 'Had all links worked',
  hadAllRun: () => 'Had all links worked and all servers run',
  hadWaited: ({ server }: Who) => `Had ${server} been asked once it was free to`,
  hadCommittedOwn: ({ leader, term }: Led & Term) =>
    `Had ${leader} brought a command of its own term ${term} to a majority before it fell`,
  hadStoodAgain: ({ server }: Who) => `Had ${server} stood again`,
  hadNotBeenAsked: () => 'Had you, or the scenario, not asked for it',
  hadStoodAndTimedOut: ({ server, other }: Who & { other: string }) =>
    `Had ${other} stood for election, and then ${server}’s timer run out`,
  hadNoDelay: ({ client, server }: { client: string } & Who) =>
    `Had the way between ${client} and ${server} taken no time`,
  hadNoLoss: () => 'Had no link lost anything',
  hadWay: ({ asker, servers: names, way }: Reached & { way: readonly Mending[] }) => {
    const parts = {
      whole: `the link from ${asker} to ${list(names)} worked`,
      lossless: 'no link lost anything',
      up: `${list(names)} run`,
    };
    return `Had ${list(way.map((one) => parts[one]))}`;
  },
  hadArrivedBefore: ({ server, term, ...sent }: Sent & Who & Term) =>
    `Had ${message(sent)} arrived before ${server} came to term ${term}`,
  hadHeard: ({ server, leader }: Who & Led) => `Had ${server} heard ${leader} in time`,
};

/** Where nothing changes it. */
export const whyNone = {
  noneFound: () => 'No single change near by that can be tried leads elsewhere.',
  noneFromStart: () => 'Nothing that happens in this run: it began so.',
  noneKnown: ({ server }: Who) => `Nothing: ${server} knew it already.`,
  noneToLack: ({ leader }: Led) => `Nothing: ${leader} has no entry that anybody could lack.`,
  noneIgnored: ({ server }: Who) => `Nothing: ${server} is the same with it and without it.`,
  noneLeads: () => 'Nothing: who leads hears its leader as long as it leads.',
};

export const whyWould = {
  wouldRun: ({ server }: Who) => `${server} would run.`,
  wouldLead: ({ server }: Who) => `${server} would lead.`,
  wouldNotLead: ({ server, term }: Who & Term) => `${server} would not lead term ${term}.`,
  wouldStand: ({ server, term }: Who & Term) => `${server} would stand in term ${term}.`,
  wouldNotStand: ({ server }: Who) => `${server} would not have stood.`,
  wouldNotAsk: ({ server }: Who) => `${server} would not have asked.`,
  somebodyWouldStand: ({ term }: Term) => `somebody would stand in term ${term}.`,
  wouldVote: ({ voter, candidate }: Voter & Candidate) => `${voter} would vote for ${candidate}.`,
  wouldRefuse: ({ voter, candidate }: Voter & Candidate) =>
    `${voter} would not vote for ${candidate}.`,
  wouldCommit: ({ server, index }: Who & Index) => `${server} would commit entry ${index}.`,
  wouldNotCommit: ({ server, index }: Who & Index) => `${server} would not commit entry ${index}.`,
  wouldLearn: ({ server, index }: Who & Index) => `${server} would know of entry ${index}.`,
  wouldKeep: ({ server, index }: Who & Index & Term) => `${server} would keep entry ${index}.`,
  wouldCount: ({ asker, server }: Pair) => `${asker} would count ${server}.`,
  wouldAnswer: ({ client }: { client: string }) => `${client} would have its answer.`,
  wouldTake: ({ client, command }: Asking) => `the leader would take ${command} from ${client}.`,
  wouldArrive: ({ to }: Sent) => `it would reach ${to}.`,
  wouldRunDown: ({ server }: Who) => `${server}’s timer would run on.`,
  wouldNotKnow: ({ server, from }: Who & Index & { from: string }) =>
    `${server} would not know of ${from}’s copy.`,
  wouldEnd: ({ server, index, term }: Who & Index & Term) =>
    `${server}’s log would end at ${last(index, term)}.`,
  wouldAccept: ({ server, leader }: Who & Led) =>
    `${server} would accept ${leader}’s AppendEntries.`,
  wouldHold: ({ server, index, term }: Who & Index & Term) =>
    `${server} would hold entry ${index} of term ${term}.`,
  wouldNotStepBack: ({ server, from, next }: Who & { from: string; next: number }) =>
    `${server} would still send ${from} entries from ${next} on.`,
  wouldCountVote: ({ server, from }: Who & { from: string }) =>
    `${server} would count ${from}’s vote.`,
  wouldNotCountVote: ({ server, from }: Who & { from: string }) =>
    `${server} would not count ${from}’s vote.`,
  wouldNotCount: ({ asker, server }: Pair) => `${asker} would not count ${server}.`,
  wouldNotApply: ({ server, index }: Who & Index) => `${server} would not apply entry ${index}.`,
  wouldNotHappen: () => 'this would not have happened.',
  wouldBeAsBefore: ({ server }: Who) => `${server} would be as it was before.`,
  wouldBegin: ({ server }: Who) => `${server} would begin the change.`,
  wouldStay: ({ server, term }: Who & Term) => `${server} would still be in term ${term}.`,
};
