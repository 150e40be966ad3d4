/** What an answer can say: for every sentence, the facts it speaks of. The words are in `words/`. */
import type { Event, EventKind } from '../../sim/index.ts';

/** Names are servers' names, commands are in `notation`; indexes, terms and counts are numbers, times virtual ms. */
type Who = { readonly server: string };
type Term = { readonly term: number };
type Index = { readonly index: number };
type Led = { readonly leader: string };
type Vote = { readonly voter: string; readonly candidate: string } & Term;
type Share = { readonly have: number; readonly of: number };
type Needs = Share & { readonly needed: number };
type Sent = { readonly type: string; readonly from: string; readonly to: string };
type Asking = { readonly client: string; readonly command: string };
type Pair = Who & { readonly asker: string };
type LastEntries = { readonly candidate: string; readonly voter: string } & Index &
  Term & { readonly own: number; readonly ownTerm: number };
type Reached = { readonly asker: string; readonly servers: readonly string[] };
type Read = Asking & Led;
/** What a message needs to arrive: its link whole, no chance that loses it, its server running. */
export type Mending = 'whole' | 'lossless' | 'up';

/** What is asked about. */
interface WhatParams {
  roleDown: Who;
  rolePaused: Who;
  roleLeads: Who & Term & Share;
  roleStands: Who & Term & Needs;
  roleAsksFirst: Who & Term & Needs;
  roleFollows: Who & Led & Term;
  roleWaits: Who & Term;
  notLeaderStopped: Who;
  notLeaderNoVote: Who;
  notLeaderWaits: Who & Term;
  notLeaderFollows: Who & Led & Term;
  standsNotStopped: Who;
  standsNotNoVote: Who;
  standsNotLeads: Who & Term;
  standsAlready: Who & Term;
  standsNotByHand: Who;
  standsNotYet: Who & { readonly ms: number };
  noElectionLed: Led & Term;
  noElectionYet: Who;
  noElectionUnheard: Who & Led & Term;
  noElectionNobody: { readonly many: number };
  voteGranted: Vote;
  preVoteGranted: Vote;
  voterLeads: Vote;
  votePassedOver: Vote;
  preVoteRefused: Vote;
  voteTermOver: Vote & { readonly current: number };
  voteGivenAway: Vote & { readonly votedFor: string };
  voteLogBehind: Vote;
  commitUnknown: Who & Index & { readonly by: string };
  commitOlderTerm: Led & Index & Term & { readonly current: number };
  commitTooFew: Led & Index & Needs;
  commitLeftBehind: Who & Index & Term & Led & { readonly current: number };
  commitLeaderless: Who & Index & Term;
  committedByCount: Led & Index & Share;
  committedWith: Led & Index & Term & { readonly by: number; readonly current: number };
  committedByHearing: Who & Led & Index;
  committedFromStart: Who & Index;
  overwritten: Who & Index & Term & Led & { readonly theirs: number };
  countNoVote: Pair;
  countsIt: Pair & Index;
  countsNot: Pair & Index & { readonly match: number };
  countsVote: Pair & Term;
  countsNotVote: Pair & Term;
  countsPreVote: Pair & Term;
  countsNotPreVote: Pair & Term;
  waitsUnheard: Asking & Who;
  waitsRefused: Asking & Who;
  waitsForCommit: Asking & Who & Index;
  waitsOrphaned: Asking & Who;
  waitsUnderWay: Asking & Who;
  waitsHandover: Asking & Who & { readonly target: string };
  waitsAnswerLost: Asking & Who & Index;
  waitsMissed: Asking & Who;
  readBeforeCommit: Read & Term;
  readUnconfirmed: Read & Needs;
  sentAway: Asking & Who;
  sentAwayHandover: Asking & Who & { readonly target: string };
  steppedDown: Who & Term & { readonly from: string; readonly old: number };
  adoptedTerm: Who & Term & { readonly from: string; readonly old: number };
  stood: Who & Term & { readonly ms: number };
  stoodAgain: Who & Term & { readonly ms: number };
  stoodByHand: Who & Term & { readonly ms: number };
  askedFirst: Who & Term;
  stoodAsAgreed: Who & Term & Share;
  stoodAsTold: Who & Led & Term;
  gaveWay: Who & Led & Term;
  startedTimer: Who & Led & Term;
  steppedBack: Who & { readonly from: string; readonly refused: number; readonly next: number };
  notedCopy: Who & Index & { readonly from: string };
  knewCopy: Who & Index & { readonly from: string };
  countedVote: Who & Needs & { readonly from: string };
  countedPreVote: Who & Needs & { readonly from: string };
  countedRefusal: Who & Needs & { readonly from: string };
  tookEntries: Who & Led & Index;
  refusedOldTerm: Who & Led & Term & { readonly current: number };
  refusedGap: Who & Led & Index & Term & { readonly own: number; readonly end: number };
  lost: Sent & { readonly reason: NonNullable<Event['reason']> };
  applied: Who & Index;
  beat: Led & Term;
  lostQuorum: Led & Term;
  arrived: Sent;
  happened: Who & { readonly kind: EventKind };
}

/** What made it so. */
interface CauseParams {
  soFromStart: Who;
  crashedByHand: Who;
  pausedByHand: Who;
  keeps: Who & Term & { readonly entries: number };
  isDown: Who;
  standsStill: Who;
  linkCut: { readonly from: string; readonly to: string };
  linkCutOneWay: { readonly from: string; readonly to: string };
  onItsWay: Sent & { readonly ms: number };
  heldBack: Sent;
  wasLost: Sent;
  wasSent: Sent;
  saidNo: Pair;
  refusedIt: Pair;
  passedOver: Pair;
  writesAnswer: Who;
  notSentYet: Pair & { readonly next: number };
  heardNobody: Who;
  restartedAt: Who;
  timedOutAt: Who;
  votedAt: Who & { readonly candidate: string };
  heardLeader: Who & Led;
  timerStands: Who;
  timerRuns: Who & { readonly ms: number };
  toldToStand: Who;
  timerRanOut: Who & { readonly ms: number };
  silentFor: Who & { readonly ms: number };
  agreedFirst: Who;
  agreedWith: Who & { readonly candidate: string };
  handedTo: Who & Led;
  votedFor: Who & { readonly candidate: string };
  hasNoVote: Who & { readonly of: number };
  wonElection: Led & Term;
  logIsBehind: Who & Index & Term & { readonly ahead: number; readonly of: number };
  beats: Led & { readonly every: number; readonly least: number };
  termWasNew: { readonly voter: string } & Term;
  voteWasFree: { readonly voter: string } & Term;
  votedBefore: Vote;
  heardNoLeader: { readonly voter: string; readonly least: number };
  logIsNewer: LastEntries;
  logIsAsNew: LastEntries;
  logsCompare: LastEntries;
  withinLeast: { readonly voter: string; readonly least: number };
  cameToTerm: Who & Term;
  stoodIn: { readonly candidate: string } & Term;
  votedForItself: { readonly voter: string } & Term;
  oneVoteATerm: { readonly candidate: string } & Term;
  holdsLast: Who & Index & Term;
  committedIt: Who & Index;
  toldIt: Who & Led & Index;
  copiesEnough: Led & Index & Share;
  entryIsOf: Led & Index & Term;
  diskIsSlow: Who & Index;
  andOfOlderTerm: Led & Index & Term & { readonly current: number };
  cameBy: Who & Index & Term;
  leadsWithout: Led & Term & Index & { readonly theirs: number };
  acknowledged: Who & Index;
  onlyOn: Index & Share;
  neverAnswered: Pair;
  lastAnswered: Pair;
  asksAgainByHand: { readonly client: string; readonly attempt: number };
  asksAgain: { readonly client: string; readonly attempt: number; readonly ms: number };
  knewNoLeader: Who;
  handsOver: Who & Led;
  appliedIt: Who & Index;
  leadsNoMore: Who & Term;
  mailArrives: Who & { readonly ms: number };
  commitsUpTo: Led & Index & Term;
  follows: Who & Led;
  termInMessage: Who & Term & { readonly from: string };
  sentEntries: Who & Led & Index;
  sentIn: Led & Term;
  logsMeet: Who & Index & Term;
  givenByHand: { readonly command: string };
}

/** What would have been otherwise. */
interface HadParams {
  hadArrived: Reached;
  hadBeenSentAgain: Reached;
  hadLinkWorked: Reached;
  hadGoneOn: Reached;
  hadRestarted: Reached;
  hadReached: Reached;
  hadReachedAndTaken: Reached;
  hadVoteBeenLost: { readonly voter: string } & Who;
  hadBeenCutOff: Who;
  hadCrashed: Who;
  hadTimedOut: Who;
  hadRunAndTimedOut: Who;
  hadBeenAdded: Who;
  hadHandedOver: Led & Who;
  hadRunAndBeenHanded: Led & Who;
  hadFallenSilent: Led;
  hadStoodIn: { readonly candidate: string } & Term;
  hadComeFirst: { readonly candidate: string };
  hadRequestBeenLost: { readonly candidate: string };
  hadReceived: Who & Index & Led;
  hadLostLog: Who;
  hadTakenCommand: Led & Term;
  hadNoop: Led;
  hadReachedAll: Led & Index;
  hadLedAndTaken: Who;
  hadAskedLeader: { readonly client: string } & Led;
  hadAskedOnceLed: { readonly client: string } & Led;
  hadMessageBeenLost: Sent;
  hadHeard: Who & Led;
  hadLinksWorked: object;
  hadCommittedOwn: Led & Term;
  hadStoodAgain: Who;
  hadNotBeenAsked: object;
  hadStoodAndTimedOut: Who & { readonly other: string };
  hadNoDelay: { readonly client: string } & Who;
  hadNoLoss: object;
  hadWay: Reached & { readonly way: readonly Mending[] };
  hadArrivedBefore: Sent & { readonly server: string } & Term;
}

/** What would have come of it. */
interface WouldParams {
  wouldRun: Who;
  wouldLead: Who;
  wouldNotLead: Who & Term;
  wouldStand: Who & Term;
  wouldNotStand: Who;
  wouldNotAsk: Who;
  somebodyWouldStand: Term;
  wouldVote: { readonly voter: string; readonly candidate: string };
  wouldRefuse: { readonly voter: string; readonly candidate: string };
  wouldCommit: Who & Index;
  wouldNotCommit: Who & Index;
  wouldLearn: Who & Index;
  wouldKeep: Who & Index & Term;
  wouldCount: Pair;
  wouldAnswer: { readonly client: string };
  wouldTake: Asking;
  wouldStay: Who & Term;
  wouldArrive: Sent;
  wouldRunDown: Who;
  wouldNotKnow: Who & Index & { readonly from: string };
  wouldEnd: Who & Index & Term;
  wouldAccept: Who & Led;
  wouldHold: Who & Index & Term;
  wouldNotStepBack: Who & { readonly from: string; readonly next: number };
  wouldCountVote: Who & { readonly from: string };
  wouldNotCountVote: Who & { readonly from: string };
  wouldNotCount: Pair;
  wouldNotApply: Who & Index;
  wouldNotHappen: object;
  wouldBeAsBefore: Who;
}

/** Why nothing would have changed it. */
interface NoneParams {
  noneFound: object;
  noneFromStart: object;
  noneKnown: Who;
  noneToLack: Led;
  noneIgnored: Who;
  noneLeads: object;
}

export interface WhyParams extends WhatParams, CauseParams, HadParams, WouldParams, NoneParams {}
export type WhyId = keyof WhyParams;
