/** What every part of the picture is made from, and the measures they share. */
import type { Seq, VirtualMs } from '../../base/index.ts';
import type { Axis } from './axis.ts';
import type { Cone } from './cone.ts';
import type { Room, Rooms } from './rooms.ts';
import type { Weave } from './weave.ts';

export interface Sight {
  readonly weave: Weave;
  readonly axis: Axis;
  readonly rooms: Rooms;
  readonly cone: Cone | null;
  /** The first event to look at and the last: some lines end beyond the window. */
  readonly first: Seq;
  readonly last: Seq;
  readonly selected: Seq | null;
  /** Whether rounds without news are drawn as one. */
  readonly isFolded: boolean;
  /** How long a message usually travels, ms: what was lost went as far. */
  readonly usualMs: VirtualMs;
  /** Whether that server was down at that event: then what arrived there was lost on arrival. */
  readonly isDown: (server: number, seq: Seq) => boolean;
}

/** Whether a fold hides the event; the selected one is always to be seen. */
export const isHidden = ({ weave, isFolded, selected }: Sight, seq: Seq): boolean =>
  isFolded && seq !== selected && (weave.fold[seq - weave.annals.first] as number) > 0;

/** In the unit of the axis: a power of two, so that a little zooming does not gather otherwise. */
export const cellOf = ({ scale }: Axis, px: number): number =>
  2 ** Math.ceil(Math.log2(px / scale));

/** From the edge of one band to the edge of the other. */
export function between(from: Room, to: Room): { readonly y1: number; readonly y2: number } {
  const down = Math.sign(to.y - from.y);
  return { y1: from.y + down * from.half, y2: to.y - down * to.half };
}
