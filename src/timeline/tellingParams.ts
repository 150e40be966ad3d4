/** What can be said about an event: for every sentence, the facts it speaks of. The words are in `words/`. */

/** So many of the new voters and of the old ones hold an entry. */
interface Halves {
  have: number;
  of: number;
  haveOld: number;
  ofOld: number;
}

/** So many votes of those who vote, and what makes a majority; under a joint configuration also of the old half. */
export interface Votes {
  have: number;
  of: number;
  needed: number;
  old: { have: number; of: number; needed: number } | null;
}

/** Names are servers' names, commands are in `notation`; counts are plain numbers. */
export interface TellingParams {
  stands: Votes & { server: string; term: number };
  mayNotStand: { server: string };
  standsAgain: Votes & { server: string; term: number };
  grantsVote: { server: string; candidate: string; term: number };
  refusesVoteOldTerm: { server: string; candidate: string; term: number; current: number };
  refusesVoteGiven: { server: string; candidate: string; term: number; votedFor: string };
  refusesVoteLog: { server: string; candidate: string; term: number };
  countsVote: Votes & { server: string; from: string };
  countsRefusal: Votes & { server: string; from: string };
  wins: Votes & { server: string; term: number };
  ignoresReply: { server: string; from: string };
  stepsDown: { server: string; from: string; term: number; old: number };
  adoptsTerm: { server: string; from: string; term: number };
  follows: { server: string; leader: string; term: number };
  hearsLeader: { server: string; leader: string };
  appends: { server: string; leader: string; first: number; last: number; command: string };
  overwrites: { server: string; leader: string; first: number; last: number };
  learnsCommit: { server: string; leader: string; index: number };
  refusesLeader: { server: string; leader: string; term: number; current: number };
  refusesGap: { server: string; leader: string; index: number; last: number };
  refusesConflict: { server: string; leader: string; index: number; own: number; theirs: number };
  acknowledged: {
    server: string;
    from: string;
    index: number;
    have: number;
    of: number;
    missing: number;
    /** Whether the leader's own copy is one of them. */
    isCounted: boolean;
  };
  acknowledgedJointly: Halves & { server: string; from: string; index: number };
  commitsJointly: Halves & { server: string; from: string; index: number; command: string };
  acknowledgedOldTerm: {
    server: string;
    from: string;
    index: number;
    have: number;
    of: number;
    term: number;
  };
  acknowledgedKnown: { server: string; from: string; index: number };
  commits: {
    server: string;
    from: string;
    index: number;
    have: number;
    of: number;
    command: string;
  };
  stepsBack: { server: string; from: string; refused: number; next: number };
  asksFirst: Votes & { server: string; term: number };
  wouldVote: { server: string; candidate: string; term: number };
  wouldNotVote: { server: string; candidate: string; term: number };
  countsPreVote: Votes & { server: string; from: string };
  standsOnPreVotes: Votes & { server: string; term: number };
  passesOver: { server: string; candidate: string; term: number };
  installsSnapshot: { server: string; leader: string; index: number };
  ignoresSnapshot: { server: string; leader: string; index: number };
  snapshotTaken: { server: string; from: string; index: number };
  takesSnapshot: { server: string; index: number };
  standsForTransfer: { server: string; leader: string; term: number };
  transfers: { server: string; target: string };
  asksToStand: { server: string; target: string };
  asksOnceCaughtUp: { server: string; target: string };
  /** Lists of names; `learners` may be empty. */
  changesCrew: { server: string; voters: string; learners: string };
  changesCrewJointly: { server: string; old: string; voters: string; learners: string };
  completesCrew: {
    server: string;
    from: string;
    index: number;
    old: string;
    voters: string;
    /** Where the second half stands. */
    next: number;
  };
  leavesOffice: { server: string; from: string; index: number; crew: string; term: number };
  refusesCrew: {
    server: string;
    reason:
      | 'doesNotLead'
      | 'handsOver'
      | 'underWay'
      | 'nothingOfItsTerm'
      | 'oneAtATime'
      | 'whoVotes';
  };
  losesQuorum: { server: string; term: number };
  writes: { server: string };
  heartbeats: { server: string; term: number };
  clientAppended: { client: string; server: string; command: string; index: number };
  clientRetried: {
    client: string;
    server: string;
    command: string;
    index: number;
    attempt: number;
  };
  clientRedirected: { client: string; server: string; leader: string; command: string };
  clientRefused: { client: string; server: string; command: string };
  clientWaitsForTransfer: { client: string; server: string; target: string; command: string };
  clientUnheard: { client: string; server: string; command: string };
  clientQueued: { client: string; command: string };
  clientSent: { client: string; server: string; command: string };
  clientAnswered: { client: string; server: string; command: string; result: string };
  applies: { server: string; first: number; last: number; command: string };
  appliesAndAnswers: {
    server: string;
    client: string;
    index: number;
    command: string;
    result: string;
  };
  crashes: { server: string; role: string };
  restarts: { server: string; entries: number; term: number };
  pauses: { server: string };
  resumes: { server: string };
  cuts: { links: readonly string[] };
  heals: { links: readonly string[] };
  healsAll: Record<string, never>;
  loses: { type: string; from: string; to: string };
  losesOnCut: { type: string; from: string; to: string };
  losesAtCrashed: { type: string; from: string; to: string };
  dropsOnCommand: { type: string; from: string; to: string };
  duplicates: { type: string; from: string; to: string };
  injects: { type: string; from: string; to: string };
  holds: { type: string; from: string; to: string };
  delays: { type: string; from: string; to: string; untilMs: number };
  /** Names of the rules that are off from now on; empty: none, or it was about something else. */
  options: { off: string };
}

export type TellingId = keyof TellingParams;
