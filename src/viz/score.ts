/** The picture of a run: one lane a server, landmarks above, time below, and where we are. Plain data, no page. */
import { type Chronicle, landmarksBetween, type Measure, type Span } from '../timeline/index.ts';
import { landmarkMarks } from './score/landmarks.ts';
import { type LanePlace, namesShown, placesOf, stretchesOf } from './score/lanes.ts';
import { scaleOf, wholeOf } from './score/ruler.ts';
import type { ScoreOptions, ScoreScene, Strip } from './score/types.ts';

/** Room for names, for the last tick's label, for landmarks and for ticks, px. */
export const scoreMargin = { left: 34, right: 22, top: 27, bottom: 24 };

/** The strip of a chronicle at `now`. The strip is made anew only when something on it has changed. */
export function score(chronicle: Chronicle, span: Span, options: ScoreOptions): ScoreScene {
  const strip = stripFor(chronicle, span, options);
  const [from, to] = strip.range;
  const [start, last] = strip.view;
  const xOf = (place: number): number => from + ((place - start) / (last - start)) * (to - from);
  const { now, end } = span;
  return { strip, playhead: xOf(now), span, known: Math.min(to, Math.max(from, xOf(end))) };
}

interface Kept {
  readonly key: string;
  readonly strip: Strip;
}
const kept = new WeakMap<Chronicle, Kept>();

function stripFor(chronicle: Chronicle, span: Span, options: ScoreOptions): Strip {
  const { width, height, names, selected, bookmarks = [] } = options;
  const view = options.view ?? wholeOf(span);
  const key = [width, height, selected, ...view, ...names, ...bookmarks, signature(chronicle)].join(
    '/',
  );
  const known = kept.get(chronicle);
  if (known?.key === key) return known.strip;
  const strip = makeStrip(chronicle, span.measure, view, options);
  kept.set(chronicle, { key, strip });
  return strip;
}

/** A chronicle grows in place at its ends, and is cut back to a branch. */
const signature = ({ lanes, landmarks, forgotten }: Chronicle): string =>
  [forgotten, landmarks.length, ...lanes.map(({ length }) => length)].join('/');

function makeStrip(
  chronicle: Chronicle,
  measure: Measure,
  view: readonly [number, number],
  { width, height, names, selected = null, bookmarks = [] }: ScoreOptions,
): Strip {
  const { lanes } = chronicle;
  const { left, right, top, bottom } = scoreMargin;
  const range = [left, Math.max(left + 1, width - right)] as const;
  const scale = scaleOf(measure, view, range);
  const ruler = { measure, ...scale };
  const places = placesOf(lanes.length, height - top - bottom, selected);
  const shown = namesShown(lanes, places, names, selected);
  return {
    width,
    height,
    view,
    range,
    lanes: lanes.map((changes, id) => {
      const place = places[id] as LanePlace;
      return {
        id,
        name: shown[id] ?? '',
        isSelected: id === selected,
        y: top + place.y,
        height: place.height,
        stretches: stretchesOf(changes, ruler, range),
      };
    }),
    landmarks: landmarkMarks(landmarksBetween(chronicle), bookmarks, ruler, range, top),
    ticks: scale.ticks,
    lanesTop: top,
    lanesBottom: top + endOf(places),
  };
}

function endOf(places: readonly LanePlace[]): number {
  const last = places[places.length - 1];
  return last === undefined ? 0 : last.y + last.height;
}
