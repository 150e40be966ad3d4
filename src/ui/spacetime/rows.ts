/** The events of a window as rows: those of quiet heartbeat rounds are one row where the picture folds them. */
import type { LensState } from '../../store/index.ts';
import { annalsOf, lastBy, type Timeline } from '../../timeline/index.ts';
import {
  coneOf,
  firstFrom,
  foldHiding,
  type Relation,
  relationOf,
  type Window,
  weaveOf,
} from '../../viz/index.ts';

export type Row =
  | { readonly kind: 'event'; readonly seq: number; readonly relation: Relation | null }
  | {
      readonly kind: 'quiet';
      readonly seq: number;
      readonly rounds: number;
      readonly lost: number;
    };

export interface Rows {
  readonly rows: readonly Row[];
  /** How many there are, shown or not. */
  readonly count: number;
  readonly first: number;
  readonly last: number;
}

/** The first `most` rows of the window, with how each event stands to the selected one. */
export function rowsIn(
  timeline: Timeline,
  { axis, isFolded }: LensState,
  window: Window,
  selected: number | null,
  most: number,
): Rows {
  const annals = annalsOf(timeline);
  const weave = weaveOf(annals);
  const first = firstFrom(weave, axis, window.from);
  const last =
    axis === 'physical' ? lastBy(annals, window.to) : firstFrom(weave, axis, window.to + 0.5) - 1;
  const cone = coneOf(annals, selected);
  const rows: Row[] = [];
  const told = new Set<number>();
  let count = 0;
  for (let seq = first; seq <= last; seq += 1) {
    const fold = isFolded && seq !== selected ? foldHiding(weave, seq) : null;
    if (fold !== null && told.has(fold.first)) continue;
    count += 1;
    if (fold !== null) told.add(fold.first);
    if (rows.length >= most) continue;
    if (fold !== null)
      rows.push({ kind: 'quiet', seq: fold.first, rounds: fold.rounds, lost: fold.lost });
    else rows.push({ kind: 'event', seq, relation: cone === null ? null : relationOf(cone, seq) });
  }
  return { rows, count, first, last };
}
