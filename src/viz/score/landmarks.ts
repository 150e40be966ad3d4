/** The landmarks above the lanes: where two would overlap, the one that says more is kept. */
import { type Landmark, placeIn } from '../../timeline/index.ts';
import type { DrawnKind, LandmarkMark, Ruler } from './types.ts';

/** What comes first is kept first. */
const order: readonly DrawnKind[] = [
  'violation',
  'bookmark',
  'elected',
  'crash',
  'restart',
  'cut',
  'heal',
  'pause',
  'resume',
  'client',
  'options',
];

const isDrawn = (landmark: Landmark): landmark is Landmark & { readonly kind: DrawnKind } =>
  landmark.kind !== 'term';

/** Room a sign needs for itself, and a commit, which is only a stroke, px. */
const signRoom = 14;
const strokeRoom = 3;

export function landmarkMarks(
  landmarks: readonly Landmark[],
  bookmarks: readonly number[],
  { measure, xOf }: Ruler,
  [from, to]: readonly [number, number],
  lanesTop: number,
): readonly LandmarkMark[] {
  const marked = bookmarks.map((place, seq) => ({ seq, kind: 'bookmark' as const, place }));
  const noted = landmarks
    .filter(isDrawn)
    .map((one) => ({ seq: one.seq, kind: one.kind, place: placeIn(measure, one) }));
  const all = [...marked, ...noted]
    .map((mark) => ({ ...mark, x: xOf(mark.place), y: lanesTop - 11 }))
    .filter(({ x }) => x >= from && x <= to);
  const signs = order.flatMap((kind) => all.filter((mark) => mark.kind === kind));
  const commits = all
    .filter(({ kind }) => kind === 'commit')
    .map((mark) => ({ ...mark, y: lanesTop - 3 }));
  return [...spaced(commits, strokeRoom), ...spaced(signs, signRoom)];
}

function spaced(marks: readonly LandmarkMark[], room: number): LandmarkMark[] {
  const taken = new Map<number, LandmarkMark[]>();
  const isFree = ({ x }: LandmarkMark): boolean => {
    const cell = Math.floor(x / room);
    return [cell - 1, cell, cell + 1].every((near) =>
      (taken.get(near) ?? []).every((other) => Math.abs(other.x - x) >= room),
    );
  };
  return marks.filter((mark) => {
    if (!isFree(mark)) return false;
    const cell = Math.floor(mark.x / room);
    taken.set(cell, [...(taken.get(cell) ?? []), mark]);
    return true;
  });
}
