/** Going through a tiny world in a worker, which keeps all it holds while it rests. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type Bounds, type ExhaustProgress, plainBounds } from '../../../explore/index.ts';
import { crewHost } from '../hosts/crew.ts';
import type { Held, Host, Story, Told } from '../hosts/protocol.ts';

export type ExhaustStage = 'idle' | 'running' | 'stopped' | 'holds' | 'broken' | 'failed';

export interface ExhaustState {
  readonly bounds: Bounds;
  readonly stage: ExhaustStage;
  readonly progress: ExhaustProgress;
  readonly broken: Story | null;
}

const fresh: Omit<ExhaustState, 'bounds'> = {
  stage: 'idle',
  progress: { worlds: 0, done: 0, steps: 0, depth: 0 },
  broken: null,
};

/** Small enough to end within some seconds; how large it may be, the form says. */
const firstBounds: Bounds = {
  ...plainBounds,
  entries: 1,
  messages: 3,
  faults: { losses: 0, copies: 0, crashes: 1 },
};

export const exhaustStore = createStore<ExhaustState>()(() => ({ ...fresh, bounds: firstBounds }));

export const useExhaust = <T>(select: (state: ExhaustState) => T): T =>
  useStore(exhaustStore, select);

let held: Held | null = null;

function end(): void {
  held?.();
  held = null;
}

/** Another world; what was found is of the one before. */
export function setBounds(change: Partial<Bounds>): void {
  end();
  exhaustStore.setState(({ bounds }) => ({ ...fresh, bounds: { ...bounds, ...change } }));
}

/** Begins, or goes on where it was stopped. */
export function exhaust(host: Host = crewHost): void {
  const { bounds, stage } = exhaustStore.getState();
  if (stage === 'running') return;
  if (stage === 'stopped' && held !== null) {
    exhaustStore.setState({ stage: 'running' });
    held.say?.('goOn');
    return;
  }
  exhaustStore.setState({ ...fresh, stage: 'running' });
  const began = host({ kind: 'exhaust', bounds }, hear, () => {
    end();
    exhaustStore.setState({ stage: 'failed' });
  });
  // A host that does all at once has ended by now.
  if (exhaustStore.getState().stage === 'running') held = began;
}

/** Stops, what was found being kept where the host can rest. */
export function stopExhausting(): void {
  if (exhaustStore.getState().stage !== 'running') return;
  if (held?.say === undefined) end();
  else held.say('rest');
  exhaustStore.setState({ stage: 'stopped' });
}

function hear(told: Told): void {
  // What is told while it comes to rest is true as well, and may be the end.
  const { stage } = exhaustStore.getState();
  if (stage !== 'running' && stage !== 'stopped') return;
  if (told.kind === 'gone') exhaustStore.setState({ progress: told.progress });
  if (told.kind !== 'exhausted') return;
  end();
  const { broken } = told;
  exhaustStore.setState({ stage: broken === null ? 'holds' : 'broken', broken });
}
