/** What the picture says beyond the first view: sides, resets, votes, and the overview of a crowd. */
import { list } from '../numbers.ts';
import { type TallySaid, tally } from '../servers.ts';

const objections = {
  votedOther: (voter: string, other: string) => `${voter} (voted for ${other})`,
  laterTerm: (voter: string) => `${voter} (is in a later term)`,
  newerLog: (voter: string) => `${voter} (its log is more up to date)`,
  hearsLeader: (voter: string) => `${voter} (hears a leader)`,
};

interface VotesSaid {
  readonly castFor: string | null;
  readonly term: number;
  readonly granted: readonly string[];
  readonly refused: readonly {
    readonly voter: string;
    readonly why: keyof typeof objections;
    readonly other: string;
  }[];
}

export const stage = {
  /** At a client's command, which is dragged onto a server. */
  carry: 'Drag onto a server to ask it',
  askThere: (client: string, server: string) => `${client} asks ${server}`,
  /** Over a side of a partition. */
  side: (voters: readonly TallySaid[], isQuorate: boolean) =>
    `${tally(voters)}: ${isQuorate ? 'a majority' : 'no majority'}`,
  /** Why an election timer was started anew. */
  reset: {
    heartbeat: 'heartbeat',
    entries: 'entries came',
    snapshot: 'snapshot came',
    voteGranted: 'vote granted',
    stands: 'election began',
    stepsDown: 'stepped down',
    restart: 'restarted',
  },
  votes: ({ castFor, term, granted, refused }: VotesSaid): string =>
    [
      castFor === null ? [] : [`Voted for ${castFor} in term ${term}.`],
      granted.length === 0 ? [] : [`Granted by ${list(granted)}.`],
      refused.length === 0
        ? []
        : [
            `Refused by ${list(refused.map(({ voter, why, other }) => objections[why](voter, other)))}.`,
          ],
    ]
      .flat()
      .join(' '),
  /** Beside the votes of one of many, whose majority cannot be counted at a glance. */
  tallyOfMany: (have: string, many: number) => `${have}, ${many} win`,
  pickTwo: 'Pick two servers: their link is cut, or mended. Esc ends it.',
  pickOther: (name: string) => `${name} and …? Esc ends it.`,
  /** The highest index that any server knows to be committed. */
  trueFence: {
    show: 'Show what is truly committed',
    upTo: (index: number) => `Truly committed, whoever knows it: up to ${index}`,
  },
  quorums: {
    title: 'Quorums',
    none: 'Nobody was elected yet, and nothing committed.',
    election: (leader: string, term: number, have: string) =>
      `${leader} was elected for term ${term} by ${have}`,
    commit: (leader: string, index: number, have: string) =>
      `${leader} committed up to entry ${index}: it is on ${have}`,
    /** Of so many servers that their names have no room. */
    electedBy: (have: string) => `Elected by ${have}`,
    committedBy: (have: string) => `Committed by ${have}`,
    asBefore: (many: number) => `${many} as before`,
    /** Whom a quorum shares with the one before it. */
    shared: (names: readonly string[]) =>
      names.length === 0
        ? 'Nobody is in the quorum before it, too.'
        : names.length > 6
          ? `${names.length} servers are in the quorum before it, too.`
          : `${list(names)} ${names.length === 1 ? 'is' : 'are'} in the quorum before it, too.`,
  },
  /** Under the grid. */
  legend: [
    'colour and number: term',
    '♛ leader',
    '? asks for votes, and how many it has',
    '✕ crashed',
    'bar: what is left of its timer',
  ],
};
