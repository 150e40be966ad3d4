/** The experiments: what each measures, on which lines, and what the paper says of a line. */
import { availability } from './availability.ts';
import { downtime, electionsNeeded } from './elections.ts';
import { readLatency } from './reads.ts';
import { messagesToRepair } from './repair.ts';
import type { Trial } from './trial.ts';

export type ExperimentId = 'downtime' | 'splitVotes' | 'availability' | 'repair' | 'reads';

/** What the paper says, in ms (§9.3). */
export interface Said {
  readonly median?: number;
  readonly mean?: number;
  readonly worst?: number;
  /** No trial is shorter. */
  readonly least?: number;
}

export interface Line {
  readonly name: string;
  /** Share of the trials asked for; 1 but where each takes long. */
  readonly share: number;
  readonly trial: Trial;
  readonly said: Said | null;
}

export interface Experiment {
  readonly unit: 'ms' | 'elections' | 'percent' | 'messages';
  /** Of the paper or the dissertation. */
  readonly section: string;
  readonly lines: readonly Line[];
}

const line = (name: string, trial: Trial, said: Said | null = null, share = 1): Line => ({
  name,
  share,
  trial,
  said,
});

const timeouts = (min: number, max: number, said: Said | null = null, share = 1): Line =>
  line(`${min}-${max}`, downtime([min, max]), said, share);

const onOff = (on: boolean): string => (on ? 'on' : 'off');
const both = [false, true] as const;

export const experiments: Readonly<Record<ExperimentId, Experiment>> = {
  downtime: {
    unit: 'ms',
    section: '9.3',
    lines: [
      // Figure 16, upper panel: how much randomness. Each trial of the first goes on till nobody waits any more.
      timeouts(150, 150, { least: 10_000 }, 0.1),
      timeouts(150, 151),
      timeouts(150, 155, { median: 287 }),
      timeouts(150, 175),
      timeouts(150, 200, { worst: 513 }),
      timeouts(150, 300),
      // Lower panel: how short.
      timeouts(12, 24, { mean: 35, worst: 152 }),
      timeouts(25, 50),
      timeouts(50, 100),
      timeouts(100, 200),
    ],
  },
  splitVotes: {
    unit: 'elections',
    section: '5.2',
    lines: [3, 5, 7, 9, 15].map((servers) => line(`servers=${servers}`, electionsNeeded(servers))),
  },
  availability: {
    unit: 'percent',
    section: 'Thesis 9.6',
    lines: (['follower', 'deaf'] as const).flatMap((broken) =>
      both.flatMap((preVote) =>
        both.map((checkQuorum) =>
          line(
            `${broken} preVote=${onOff(preVote)} checkQuorum=${onOff(checkQuorum)}`,
            availability(broken, preVote, checkQuorum),
            null,
            0.1,
          ),
        ),
      ),
    ),
  },
  repair: {
    unit: 'messages',
    section: '5.3',
    lines: (['decrement', 'binarySearch', 'conflictTerm'] as const).map((strategy) =>
      line(strategy, messagesToRepair(strategy)),
    ),
  },
  reads: {
    unit: 'ms',
    section: 'Thesis 6.4',
    lines: (['log', 'readIndex', 'lease', 'local'] as const).map((reads) =>
      line(reads, readLatency(reads)),
    ),
  },
};
export const experimentIds = Object.keys(experiments) as ExperimentId[];
