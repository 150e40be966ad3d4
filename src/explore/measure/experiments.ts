/** The experiments: what each measures, on which lines, and what the paper says of a line. */
import { availability } from './availability.ts';
import { downtime, electionsNeeded } from './elections.ts';
import { readLatency } from './reads.ts';
import { messagesToRepair } from './repair.ts';
import type { Parameter, Trial, Values } from './trial.ts';

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
  /** The pictures it stands in, where an experiment has several. */
  readonly panels: readonly Panel[];
}

/** Of Figure 16, from top to bottom. */
export type Panel = 'randomness' | 'timeout';

export interface Experiment {
  readonly unit: 'ms' | 'elections' | 'percent' | 'messages';
  /** Of the paper or the dissertation. */
  readonly section: string;
  /** What may be otherwise than usual; by the usual values its lines are those of the paper. */
  readonly parameters: readonly Parameter[];
  readonly lines: readonly Line[];
}

const line = (name: string, trial: Trial, said: Said | null = null, share = 1): Line => ({
  name,
  share,
  trial,
  said,
  panels: [],
});

const timeouts =
  (...panels: readonly Panel[]) =>
  (min: number, max: number, said: Said | null = null, share = 1): Line => ({
    ...line(`${min}-${max}`, downtime([min, max]), said, share),
    panels,
  });
const upper = timeouts('randomness');
const lower = timeouts('timeout');

const servers: Parameter = { id: 'servers', min: 3, max: 9, step: 2, usual: 5 };
const broadcastMs: Parameter = { id: 'broadcastMs', min: 1, max: 40, step: 1, usual: 15 };
const latencyMs: Parameter = { id: 'latencyMs', min: 1, max: 40, step: 1, usual: 10 };
const diskLatencyMs: Parameter = { id: 'diskLatencyMs', min: 0, max: 20, step: 1, usual: 5 };
const spreadMs: Parameter = { id: 'spreadMs', min: 5, max: 300, step: 5, usual: 150 };
const durationMs: Parameter = {
  id: 'durationMs',
  min: 1000,
  max: 20_000,
  step: 1000,
  usual: 10_000,
};
const differing: Parameter = { id: 'differing', min: 30, max: 200, step: 10, usual: 100 };

const onOff = (on: boolean): string => (on ? 'on' : 'off');
const both = [false, true] as const;

export const experiments: Readonly<Record<ExperimentId, Experiment>> = {
  downtime: {
    unit: 'ms',
    section: '9.3',
    parameters: [broadcastMs, servers],
    lines: [
      // Figure 16, upper panel: how much randomness. Each trial of the first goes on till nobody waits any more.
      upper(150, 150, { least: 10_000 }, 0.1),
      upper(150, 151),
      upper(150, 155, { median: 287 }),
      upper(150, 175),
      upper(150, 200, { worst: 513 }),
      // Lower panel: how short.
      lower(12, 24, { mean: 35, worst: 152 }),
      lower(25, 50),
      lower(50, 100),
      lower(100, 200),
      // The end of both.
      timeouts('randomness', 'timeout')(150, 300),
    ],
  },
  splitVotes: {
    unit: 'elections',
    section: '5.2',
    parameters: [spreadMs, broadcastMs],
    lines: [3, 5, 7, 9, 15].map((size) => line(`servers=${size}`, electionsNeeded(size))),
  },
  availability: {
    unit: 'percent',
    section: 'Thesis 9.6',
    parameters: [durationMs, servers],
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
    parameters: [differing],
    lines: (['decrement', 'binarySearch', 'conflictTerm'] as const).map((strategy) =>
      line(strategy, messagesToRepair(strategy)),
    ),
  },
  reads: {
    unit: 'ms',
    section: 'Thesis 6.4',
    parameters: [latencyMs, diskLatencyMs],
    lines: (['log', 'readIndex', 'lease', 'local'] as const).map((reads) =>
      line(reads, readLatency(reads)),
    ),
  },
};
export const experimentIds = Object.keys(experiments) as ExperimentId[];

/** As in the setting of the paper. */
export const usualValues = (id: ExperimentId): Values =>
  Object.fromEntries(experiments[id].parameters.map(({ id: name, usual }) => [name, usual]));
