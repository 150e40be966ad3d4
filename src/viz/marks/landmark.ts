/** A landmark above the lanes, with a sign for its kind. */
import { select } from 'd3';
import {
  bars,
  brokenLine,
  cross,
  crown,
  flag,
  incoming,
  play,
  sliders,
  turnedBack,
  warning,
  wholeLine,
} from '../glyphs.ts';
import type { DrawnKind, LandmarkMark } from '../score/types.ts';
import { isSame, type Layer } from './layer.ts';

/** The sign of each kind, and how it is scaled. */
const landmarkSigns = {
  elected: [crown, 0.5],
  crash: [cross, 0.65],
  restart: [turnedBack, 0.65],
  pause: [bars, 0.65],
  resume: [play, 0.6],
  cut: [brokenLine, 0.65],
  heal: [wholeLine, 0.65],
  commit: ['M0,-2.5V2.5', 1],
  client: [incoming, 0.6],
  violation: [warning, 0.75],
  options: [sliders, 0.6],
  bookmark: [flag, 0.7],
} as const satisfies Record<DrawnKind, readonly [path: string, scale: number]>;

const drawn = new WeakMap<SVGPathElement, LandmarkMark>();

export function drawLandmarks(layer: Layer, landmarks: readonly LandmarkMark[]): void {
  layer
    .selectChildren<SVGPathElement, LandmarkMark>('path')
    .data(landmarks, ({ seq, kind }) => `${seq}/${kind}`)
    .join('path')
    .each(function paint(mark) {
      if (isSame(drawn.get(this), mark)) return;
      drawn.set(this, mark);
      const { kind, x, y } = mark;
      const [path, scale] = landmarkSigns[kind];
      select(this)
        .attr('class', `landmark ${kind}`)
        .attr('d', path)
        .attr('transform', `translate(${x.toFixed(2)},${y}) scale(${scale})`);
    });
}
