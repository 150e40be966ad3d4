/** What is done at the benches: it stays while the lab is closed, and goes with the page. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Property, Switch } from '../../raft/index.ts';
import type { Run } from '../../timeline/index.ts';

export const benches = ['break', 'search', 'exhaust', 'measure'] as const;
export type Bench = (typeof benches)[number];

/** What can be said to fail first: a property, only progress, or nothing. */
export type Prediction = Property | 'progress' | 'nothing';

/** What somebody wants of a run, or wanted to know from it; it is said as long as that run is in hand. */
export type Notice = {
  readonly rule: Switch;
  /** The run as it was opened. */
  readonly origin: Run;
} & (
  | { readonly kind: 'verdict'; readonly said: Prediction; readonly found: Prediction }
  /** `wanted`: what is to be broken; null: the cluster is to stand still. */
  | { readonly kind: 'goal'; readonly wanted: Property | null }
);

export interface BenchState {
  readonly bench: Bench;
  /** The rule whose card is open; null: none yet, or the list on a phone. */
  readonly rule: Switch | null;
  readonly said: Partial<Record<Switch, Prediction>>;
  /** What the runs have shown of the rules that were tried. */
  readonly found: Partial<Record<Switch, Prediction>>;
  /** Of these what they protect was asked for, without a prediction. */
  readonly told: readonly Switch[];
  readonly notice: Notice | null;
}

export const benchStore = createStore<BenchState>()(() => ({
  bench: 'break',
  rule: null,
  said: {},
  found: {},
  told: [],
  notice: null,
}));

export const useBench = <T>(select: (state: BenchState) => T): T => useStore(benchStore, select);

export const goToBench = (bench: Bench): void => benchStore.setState({ bench });
export const chooseRule = (rule: Switch | null): void => benchStore.setState({ rule });
export const predict = (rule: Switch, said: Prediction): void =>
  benchStore.setState((state) => ({ said: { ...state.said, [rule]: said } }));

export const tell = (rule: Switch): void =>
  benchStore.setState(({ told }) => ({ told: [...told, rule] }));

/** Whether it may be said what a rule protects: once it was shown or asked for. */
export const useIsTold = (rule: Switch): boolean =>
  useBench(({ found, told }) => found[rule] !== undefined || told.includes(rule));
