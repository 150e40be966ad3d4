/** What the lines of the clients are made of: a stage, and who agrees already. */
import { type Leader, majority } from '../../raft/index.ts';
import { type Half, halvesOf } from '../../viz/index.ts';

/** How one body of voters stands to an entry or a question: as many slots as there are voters. */
export interface Quorum {
  readonly half: Half['half'];
  readonly held: number;
  /** Sent, and not yet acknowledged. */
  readonly sent: number;
  readonly size: number;
  readonly needed: number;
}

export type Tone = 'waiting' | 'done' | 'silent' | 'refused';

export interface Stage {
  readonly state: string;
  readonly tone: Tone;
  readonly quorums: readonly Quorum[];
  /** Whether the client will only get on by asking again. */
  readonly asksAgain: boolean;
}

/** Nothing will come of it unless the client asks again. */
export const silent = (state: string): Stage => ({
  state,
  tone: 'silent',
  quorums: [],
  asksAgain: true,
});

/** The stage of a command that will be answered, if nothing gets in its way. */
export const waits = (state: string, quorums: readonly Quorum[], asksAgain = false): Stage => ({
  state,
  tone: 'waiting',
  quorums,
  asksAgain,
});

/** The bodies of voters of a leader, by who agrees already and whose answer is to come. */
export const quorumsWhere = (
  { configuration }: Leader,
  isHeld: (id: number) => boolean,
  isSent: (id: number) => boolean,
): readonly Quorum[] =>
  halvesOf(configuration).map(({ half, voters }) => ({
    half,
    held: voters.filter(isHeld).length,
    sent: voters.filter((id) => !isHeld(id) && isSent(id)).length,
    size: voters.length,
    needed: majority(voters.length),
  }));
