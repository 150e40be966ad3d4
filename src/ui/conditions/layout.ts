/** Which options stand together, and as what: a switch, a choice, a slider. */
import type { Options } from '../../sim/index.ts';
import { optionChoices, type optionFields, type optionGroups } from '../../words/index.ts';

export type Field = keyof typeof optionFields;
export type Group = Exclude<keyof typeof optionGroups, 'clocks'>;

/** The options by what they are for, in the order of the panel. */
export const layout: Readonly<Record<Group, readonly Field[]>> = {
  elections: [
    'heartbeat',
    'electionMin',
    'electionMax',
    'preVote',
    'checkQuorum',
    'leaderStickiness',
  ],
  replication: ['noop', 'backtracking', 'retryRejectedAtOnce', 'maxEntries'],
  reads: ['reads'],
  clients: ['sessions', 'clientTimeout', 'clientLatency'],
  membership: ['membership'],
  storage: ['snapshotEvery', 'diskLatency'],
  network: ['latencyMin', 'latencyMax', 'loss', 'duplication'],
};

export const switchFields = [
  'preVote',
  'checkQuorum',
  'leaderStickiness',
  'noop',
  'retryRejectedAtOnce',
  'sessions',
] as const satisfies readonly (Field & keyof Options)[];

/** A choice of one among a few, as the browser's own control wants it: values are texts. */
export interface ChoiceField {
  readonly id: Field;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly read: (options: Options) => string;
  readonly write: (value: string) => Partial<Options>;
}

const listed = (texts: Readonly<Record<string, string>>): ChoiceField['choices'] =>
  Object.entries(texts).map(([value, text]) => ({ value, text }));

/** After how many applied entries a server takes a snapshot; 0 stands for never. */
const snapshotSizes = [0, 2, 4, 8, 16, 64] as const;
const { never, entries } = optionChoices.snapshotEvery;

export const choiceFields: readonly ChoiceField[] = [
  {
    id: 'backtracking',
    choices: listed(optionChoices.backtracking),
    read: ({ backtracking }) => backtracking,
    write: (value) => ({ backtracking: value as Options['backtracking'] }),
  },
  {
    id: 'reads',
    choices: listed(optionChoices.reads),
    read: ({ reads }) => reads,
    write: (value) => ({ reads: value as Options['reads'] }),
  },
  {
    id: 'membership',
    choices: listed(optionChoices.membership),
    read: ({ membership }) => membership,
    write: (value) => ({ membership: value as Options['membership'] }),
  },
  {
    id: 'snapshotEvery',
    choices: snapshotSizes.map((many) => ({
      value: String(many),
      text: many === 0 ? never : entries(many),
    })),
    read: ({ snapshotEvery }) => String(snapshotEvery ?? 0),
    write: (value) => ({ snapshotEvery: value === '0' ? null : Number(value) }),
  },
];
