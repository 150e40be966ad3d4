/** The sliders of the conditions as a table: what each reads and writes, and when a value cannot be. */
import type { Options } from '../../sim/index.ts';
import { type optionFields, settings } from '../../words/index.ts';

export interface Slider {
  readonly id: keyof typeof optionFields;
  readonly min: number;
  /** Under the values of the paper; slower clusters get twenty times as much. */
  readonly max: number;
  readonly isTime: boolean;
  readonly read: (options: Options) => number;
  readonly write: (options: Options, value: number) => Partial<Options>;
  readonly format: (value: number) => string;
}

const shared = { isTime: true, format: settings.ms } as const;
const share = {
  min: 0,
  max: 100,
  isTime: false,
  format: (value: number) => settings.share(value / 100),
} as const;

export const sliders: readonly Slider[] = [
  {
    ...shared,
    id: 'heartbeat',
    min: 5,
    max: 500,
    read: ({ heartbeatIntervalMs }) => heartbeatIntervalMs,
    write: (_, value) => ({ heartbeatIntervalMs: value }),
  },
  {
    ...shared,
    id: 'electionMin',
    min: 10,
    max: 1000,
    read: ({ electionTimeoutMs }) => electionTimeoutMs[0],
    write: ({ electionTimeoutMs }, value) => ({ electionTimeoutMs: [value, electionTimeoutMs[1]] }),
  },
  {
    ...shared,
    id: 'electionMax',
    min: 10,
    max: 1000,
    read: ({ electionTimeoutMs }) => electionTimeoutMs[1],
    write: ({ electionTimeoutMs }, value) => ({ electionTimeoutMs: [electionTimeoutMs[0], value] }),
  },
  {
    ...shared,
    id: 'latencyMin',
    min: 0,
    max: 200,
    read: ({ latencyMs }) => latencyMs[0],
    write: ({ latencyMs }, value) => ({ latencyMs: [value, latencyMs[1]] }),
  },
  {
    ...shared,
    id: 'latencyMax',
    min: 0,
    max: 200,
    read: ({ latencyMs }) => latencyMs[1],
    write: ({ latencyMs }, value) => ({ latencyMs: [latencyMs[0], value] }),
  },
  {
    ...share,
    id: 'loss',
    read: ({ lossRate }) => Math.round(lossRate * 100),
    write: (_, value) => ({ lossRate: value / 100 }),
  },
  {
    ...share,
    id: 'duplication',
    read: ({ duplicateRate }) => Math.round(duplicateRate * 100),
    write: (_, value) => ({ duplicateRate: value / 100 }),
  },
  {
    id: 'maxEntries',
    min: 1,
    max: 100,
    isTime: false,
    read: ({ maxEntriesPerAppend }) => maxEntriesPerAppend,
    write: (_, value) => ({ maxEntriesPerAppend: value }),
    format: String,
  },
  {
    ...shared,
    id: 'clientTimeout',
    min: 10,
    max: 5000,
    read: ({ clientTimeoutMs }) => clientTimeoutMs,
    write: (_, value) => ({ clientTimeoutMs: value }),
  },
  {
    ...shared,
    id: 'clientLatency',
    min: 0,
    max: 200,
    read: ({ clientLatencyMs }) => clientLatencyMs,
    write: (_, value) => ({ clientLatencyMs: value }),
  },
  {
    ...shared,
    id: 'diskLatency',
    min: 0,
    max: 100,
    read: ({ diskLatencyMs }) => diskLatencyMs,
    write: (_, value) => ({ diskLatencyMs: value }),
  },
];

/** Above this a cluster runs in seconds rather than milliseconds, and the sliders reach further. */
const slowTimeoutMs = 1000;
const slowFactor = 20;

/** The upper end of a slider under these options. */
export const maxOf = ({ max, isTime }: Slider, { electionTimeoutMs }: Options): number =>
  isTime && electionTimeoutMs[1] > slowTimeoutMs ? max * slowFactor : max;

/** What is wrong with these options; null: nothing. */
export function wrongWith({ electionTimeoutMs, latencyMs }: Options): string | null {
  if (electionTimeoutMs[0] > electionTimeoutMs[1])
    return settings.electionUpsideDown(...electionTimeoutMs);
  return latencyMs[0] > latencyMs[1] ? settings.latencyUpsideDown(...latencyMs) : null;
}
