/** How tiny a world is whose every schedule is gone through. */
import { type Switch, switches } from '../../raft/index.ts';
import { type Options, paperOptions } from '../../sim/index.ts';

export type Fault = 'losses' | 'copies' | 'crashes';

export interface Bounds {
  readonly servers: number;
  /** No server stands for a term above it. */
  readonly terms: number;
  /** Commands that clients ask for in all; no-ops come on top, where `noop` is on. */
  readonly entries: number;
  /** Messages in flight at most: no schedule in which there would be more is gone into. */
  readonly messages: number;
  /** So often in one schedule a message is lost, arrives a second time, a server crashes and starts again; null: ever so often. */
  readonly faults: Readonly<Record<Fault, number | null>>;
  readonly noop: boolean;
  readonly rulesOff: readonly Switch[];
}

/** Three servers, two terms, two commands, one crash a schedule. */
export const plainBounds: Bounds = {
  servers: 3,
  terms: 2,
  entries: 2,
  messages: 4,
  faults: { losses: 0, copies: 0, crashes: 1 },
  noop: false,
  rulesOff: [],
};

/** The options of the simulator for a world within these bounds. */
export const optionsOf = ({ noop }: Bounds): Options => ({ ...paperOptions, noop });

/** Rules that mean something in a world without time, snapshots, changes of the crew, reads and retries. */
export const isInReach = (rule: Switch): boolean =>
  switches[rule].protects !== null &&
  !/^(config|snapshot|read|session)\./.test(rule) &&
  rule !== 'commit.majorityOfAll';
