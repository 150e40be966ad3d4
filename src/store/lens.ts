/** What of a run the space-time diagram shows. Apart from the rest of the view, since it changes with every px of a drag. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ServerId } from '../base/index.ts';
import type { Run } from '../timeline/index.ts';

/** `physical`: by the clock, in virtual ms. `logical`: by the order of the events, one slot each. */
export type Axis = 'physical' | 'logical';

export interface LensState {
  /** The run that was looked at, as it was opened; null: whichever comes, as `window` says. */
  readonly of: Run | null;
  readonly axis: Axis;
  /** In the unit of the axis; null: nobody has looked yet. */
  readonly window: { readonly from: number; readonly to: number } | null;
  /** Whether heartbeats without news are drawn as one, which depends on how near one looks. */
  readonly isFolded: boolean;
  /** The order of the lanes, servers by id and clients by name, and of which run; absent: nobody has moved one. */
  readonly lanes?: { readonly run: string; readonly order: readonly (ServerId | string)[] };
}

export type Lens = StoreApi<LensState>;

/** A lens that nobody has looked through. */
export const createLens = (): Lens =>
  createStore<LensState>()(() => ({ of: null, axis: 'physical', window: null, isFolded: true }));
