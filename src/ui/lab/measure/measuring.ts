/**
 * An experiment on all workers. Trials are dealt in turn, and put in by line in the order of their seeds: what is shown
 * follows from what was asked for and how far one has come, however many workers there are.
 */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import {
  isMeasured,
  type Measured,
  type MeasureRequest,
  openMeasured,
  usualValues,
} from '../../../explore/index.ts';
import { crewHost, mostWorkers } from '../hosts/crew.ts';
import type { Host, Told, Trial } from '../hosts/protocol.ts';

export type MeasureStage = 'idle' | 'running' | 'stopped' | 'done' | 'failed';

export interface MeasureState {
  readonly stage: MeasureStage;
  /** What is asked for, and what it has come to so far. */
  readonly measured: Measured;
  /** Of measuring, so far. */
  readonly ms: number;
}

const firstRequest: MeasureRequest = { experiment: 'downtime', trials: 1000, seed: 1 };

const fresh = (request: MeasureRequest): MeasureState => ({
  stage: 'idle',
  measured: openMeasured(request),
  ms: 0,
});

export const measureStore = createStore<MeasureState>()(() => fresh(firstRequest));

export const useMeasure = <T>(select: (state: MeasureState) => T): T =>
  useStore(measureStore, select);

let stops: (() => void)[] = [];
let goingSince = 0;
/** What came before an earlier trial of its line. */
let early = new Map<string, number>();

function stopAll(): void {
  for (const stop of stops) stop();
  stops = [];
  early = new Map();
}

/** What is measured changes; what was measured was something else. */
export function setRequest(change: Partial<MeasureRequest>): void {
  stopAll();
  const { request } = measureStore.getState().measured;
  // Each experiment has parameters of its own.
  const { values: _, ...rest } = request;
  const kept = change.experiment === undefined ? request : rest;
  measureStore.setState(fresh({ ...kept, ...change }));
}

/** The parameters as they are wanted. */
export const valuesOf = ({ experiment, values }: MeasureRequest) => ({
  ...usualValues(experiment),
  ...values,
});

/** Sets a parameter; what is as usual is not said. */
export function setValue(id: keyof ReturnType<typeof valuesOf>, value: number): void {
  const { request } = measureStore.getState().measured;
  const usual = usualValues(request.experiment);
  const all = Object.entries({ ...valuesOf(request), [id]: value });
  const values = all.filter(([name, one]) => usual[name as keyof typeof usual] !== one);
  setRequest({ values: Object.fromEntries(values) });
}

/** Those still to come, of all lines side by side. */
function left({ measurements }: Measured): readonly Omit<Trial, 'value'>[] {
  const most = Math.max(...measurements.map(({ trials }) => trials));
  return Array.from({ length: most }, (_, place) =>
    measurements
      .filter(({ trials, values }) => place < trials && place >= values.length)
      .map(({ line }) => ({ line, place })),
  ).flat();
}

/** Begins, or goes on with what is still to come. */
export function measure(host: Host = crewHost): void {
  const { stage, measured } = measureStore.getState();
  const { request } = measured;
  if (stage === 'running') return;
  if (stage !== 'stopped') measureStore.setState(fresh(request));
  const trials = left(measureStore.getState().measured);
  goingSince = performance.now();
  measureStore.setState({ stage: 'running' });
  const workers = mostWorkers();
  for (let lane = 0; lane < workers; lane += 1) {
    const own = trials.filter((_, at) => at % workers === lane);
    if (own.length === 0 || measureStore.getState().stage !== 'running') continue;
    stops.push(host({ kind: 'measure', request, trials: own }, hear, failed));
  }
}

/** Stops at once; what was measured is kept. */
export function stopMeasuring(): void {
  if (measureStore.getState().stage !== 'running') return;
  stopAll();
  takeTime();
  measureStore.setState({ stage: 'stopped' });
}

function failed(): void {
  stopAll();
  measureStore.setState({ stage: 'failed' });
}

function hear(told: Told): void {
  if (told.kind !== 'measured' || measureStore.getState().stage !== 'running') return;
  takeTime();
  for (const { line, place, value } of told.trials) early.set(`${line} ${place}`, value);
  const { measured } = measureStore.getState();
  const measurements = measured.measurements.map((one) => {
    const values = [...one.values, ...next(one.line, one.values.length)];
    return values.length === one.values.length ? one : { ...one, values };
  });
  measureStore.setState({ measured: { ...measured, measurements } });
  if (!isMeasured(measureStore.getState().measured)) return;
  stopAll();
  measureStore.setState({ stage: 'done' });
}

/** What has come of a line from that trial on, without a gap. */
function next(line: string, from: number): readonly number[] {
  const values: number[] = [];
  for (let place = from; ; place += 1) {
    const value = early.get(`${line} ${place}`);
    if (value === undefined) return values;
    early.delete(`${line} ${place}`);
    values.push(value);
  }
}

function takeTime(): void {
  const now = performance.now();
  const passed = now - goingSince;
  goingSince = now;
  measureStore.setState(({ ms }) => ({ ms: ms + passed }));
}
