/** The picture of a run: one lane a server, landmarks above, time below, and where we are. Plain data, no page. */
import type { VirtualMs } from '../base/index.ts';
import type { Chronicle } from '../timeline/index.ts';
import { fitted } from './names.ts';
import { roundEnd, timeScale } from './scales.ts';
import { landmarkMarks } from './score/landmarks.ts';
import { stretchesOf } from './score/lanes.ts';
import type { ScoreOptions, ScoreScene, Strip } from './score/types.ts';

/** Room for names, for the last tick's label, for landmarks and for ticks, px. */
export const scoreMargin = { left: 34, right: 22, top: 27, bottom: 24 };
const widestPitch = 21;
const narrowestPitch = 5;

/** The strip of a chronicle at `now`. The strip is made anew only when something on it has changed. */
export function score(chronicle: Chronicle, now: VirtualMs, options: ScoreOptions): ScoreScene {
  const strip = stripFor(chronicle, now, options);
  const [from, to] = strip.range;
  const [start, end] = strip.view;
  return { strip, playhead: from + ((now - start) / (end - start)) * (to - from) };
}

interface Kept {
  readonly key: string;
  readonly strip: Strip;
}
const kept = new WeakMap<Chronicle, Kept>();

function stripFor(chronicle: Chronicle, now: VirtualMs, options: ScoreOptions): Strip {
  const { width, height, end, names } = options;
  const view = options.view ?? [0, roundEnd(Math.max(end, now))];
  const key = [width, height, end, ...view, ...names, signature(chronicle)].join('/');
  const known = kept.get(chronicle);
  if (known?.key === key) return known.strip;
  const strip = makeStrip(chronicle, view, options);
  kept.set(chronicle, { key, strip });
  return strip;
}

/** A chronicle grows in place and may be cut back to a branch, so only its content tells whether it is as it was. */
function signature({ lanes, landmarks }: Chronicle): number {
  let sum = landmarks.length;
  for (const lane of lanes) {
    sum = (sum * 31 + lane.length) % 4294967291;
    for (const { time, term } of lane) sum = (sum * 31 + time * 1000 + term) % 4294967291;
  }
  for (const { time, seq } of landmarks) sum = (sum * 31 + time * 1000 + seq) % 4294967291;
  return sum;
}

function makeStrip(
  { lanes, landmarks }: Chronicle,
  view: readonly [VirtualMs, VirtualMs],
  { width, height, names, end }: ScoreOptions,
): Strip {
  const range = [
    scoreMargin.left,
    Math.max(scoreMargin.left + 1, width - scoreMargin.right),
  ] as const;
  const scale = timeScale(view, range);
  const room = (height - scoreMargin.top - scoreMargin.bottom) / lanes.length;
  const pitch = Math.max(narrowestPitch, Math.min(widestPitch, room));
  const laneHeight = Math.max(3, pitch - Math.max(1, Math.min(6, pitch * 0.28)));
  const known = [range[0], Math.min(range[1], scale.xOf(end))] as const;
  return {
    width,
    height,
    view,
    range,
    end,
    lanes: lanes.map((changes, id) => ({
      id,
      name: fitted(names[id] ?? ''),
      y: scoreMargin.top + id * pitch,
      height: laneHeight,
      stretches: stretchesOf(changes, scale, known),
    })),
    landmarks: landmarkMarks(landmarks, scale, range, scoreMargin.top),
    ticks: scale.ticks,
    lanesTop: scoreMargin.top,
    lanesBottom: scoreMargin.top + (lanes.length - 1) * pitch + laneHeight,
  };
}
