/** A search on several workers: seeds are dealt in turn, so that it can be stopped and gone on with. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Question } from '../../../explore/index.ts';
import { type RuleId, type Switch, switches } from '../../../raft/index.ts';
import { crewHost, mostWorkers } from '../hosts/crew.ts';
import type { Host, Shown, Told } from '../hosts/protocol.ts';

export interface SearchForm
  extends Pick<Question, 'rulesOff' | 'servers' | 'acts' | 'way' | 'goal'> {
  readonly from: number;
  readonly seeds: number;
  readonly workers: number;
}

/** `shrunk` also where making it small was given up: then what is shown is as small as it was by then. */
export type Stage =
  | 'idle'
  | 'running'
  | 'stopped'
  | 'exhausted'
  | 'shrinking'
  | 'shrunk'
  | 'failed';

export interface Tally {
  readonly seeds: number;
  readonly schedules: number;
  readonly events: number;
  readonly rules: readonly RuleId[];
  /** Of searching, so far. */
  readonly ms: number;
}

export interface SearchState {
  readonly form: SearchForm;
  readonly stage: Stage;
  readonly tally: Tally;
  readonly shown: Shown | null;
  readonly isSmall: boolean;
  /** How far making it small is, from 0 to 1. */
  readonly smaller: number;
}

const fresh: Omit<SearchState, 'form'> = {
  stage: 'idle',
  tally: { seeds: 0, schedules: 0, events: 0, rules: [], ms: 0 },
  shown: null,
  isSmall: false,
  smaller: 0,
};

export const searchStore = createStore<SearchState>()(() => ({
  ...fresh,
  form: {
    rulesOff: ['vote.onePerTerm'],
    servers: null,
    way: 'mixed',
    goal: null,
    acts: 100,
    from: 1,
    seeds: 20_000,
    workers: mostWorkers(),
  },
}));

export const useSearch = <T>(select: (state: SearchState) => T): T => useStore(searchStore, select);

export const isBusy = (stage: Stage): boolean => stage === 'running' || stage === 'shrinking';

/** Where each worker goes on; null: at the beginning. */
let lanes: number[] | null = null;
let stops: (() => void)[] = [];
let goingSince = 0;

function stopAll(): void {
  for (const stop of stops) stop();
  stops = [];
}

/** What is searched for changes; what was found so far was for something else. */
export function setForm(change: Partial<SearchForm>): void {
  stopAll();
  lanes = null;
  searchStore.setState(({ form }) => ({ ...fresh, form: { ...form, ...change } }));
}

/** Puts the form as the card of a rule wants it: that a cluster stands still shows only where time passes. */
export const searchFor = (rule: Switch): void =>
  setForm({
    rulesOff: [rule],
    goal: null,
    way: switches[rule].protects === null ? 'weather' : 'mixed',
  });

const lastOf = ({ from, seeds }: SearchForm): number => from + seeds - 1;

function questionOf(form: SearchForm, lane: number, of: number): Question {
  const { rulesOff, servers, way, goal, acts, from } = form;
  return {
    ...{ rulesOff, servers, way, goal, acts },
    isFirstEnough: true,
    seeds: [from, lastOf(form)],
    shard: [lane + 1, of],
  };
}

/** Begins, or goes on where it was stopped. */
export function search(host: Host = crewHost): void {
  const { form, stage } = searchStore.getState();
  if (isBusy(stage)) return;
  if (stage !== 'stopped' || lanes === null) {
    lanes = Array.from({ length: form.workers }, (_, place) => form.from + place);
    searchStore.setState(fresh);
  }
  goingSince = performance.now();
  searchStore.setState({ stage: 'running' });
  const all = lanes;
  for (const [lane, next] of all.entries()) {
    if (searchStore.getState().stage !== 'running') break;
    if (next > lastOf(form)) continue;
    const question = questionOf(form, lane, all.length);
    const job = { kind: 'search', question, next } as const;
    stops.push(host(job, (told) => hear(told, lane, host), failed));
  }
  endWhereAllHave();
}

/** Stops at once; what was searched is kept. What is being made small stays as small as it is. */
export function cancel(): void {
  const { stage, shown } = searchStore.getState();
  if (!isBusy(stage)) return;
  stopAll();
  takeTime();
  searchStore.setState({ stage: shown === null ? 'stopped' : 'shrunk' });
}

function failed(): void {
  stopAll();
  searchStore.setState({ stage: 'failed' });
}

function hear(told: Told, lane: number, host: Host): void {
  if (!isBusy(searchStore.getState().stage)) return;
  if (told.kind === 'searched') add(told, lane);
  if (told.kind === 'found') shrink(told.shown, host);
  if (told.kind === 'shrinking')
    searchStore.setState({ shown: told.shown, smaller: (told.place - 1) / told.passes });
  if (told.kind === 'shrunk') {
    stopAll();
    searchStore.setState({ stage: 'shrunk', shown: told.shown, isSmall: true });
  }
  if (told.kind === 'ended') endWhereAllHave();
}

function add(told: Extract<Told, { kind: 'searched' }>, lane: number): void {
  if (lanes !== null) lanes[lane] = told.next;
  takeTime();
  searchStore.setState(({ tally }) => ({
    tally: {
      ...tally,
      seeds: tally.seeds + told.seeds,
      schedules: tally.schedules + told.schedules,
      events: tally.events + told.events,
      rules: [...new Set([...tally.rules, ...told.rules])],
    },
  }));
}

function takeTime(): void {
  const now = performance.now();
  const passed = searchStore.getState().stage === 'running' ? now - goingSince : 0;
  goingSince = now;
  searchStore.setState(({ tally }) => ({ tally: { ...tally, ms: tally.ms + passed } }));
}

/** The first finding stops all; the machine is then free to make it small. */
function shrink(shown: Shown, host: Host): void {
  if (searchStore.getState().shown !== null) return;
  takeTime();
  stopAll();
  searchStore.setState({ stage: 'shrinking', shown });
  const job = { kind: 'shrink', finding: shown.finding } as const;
  stops.push(host(job, (told) => hear(told, 0, host), failed));
}

function endWhereAllHave(): void {
  const { stage, form } = searchStore.getState();
  if (stage !== 'running' || lanes === null || lanes.some((next) => next <= lastOf(form))) return;
  stopAll();
  takeTime();
  searchStore.setState({ stage: 'exhausted' });
}
