/** A timer: an arc that empties clockwise towards the top, where it fires; a leader's is a beat, and its lease an arc. */
import type { ServerMark } from '../scene/types.ts';
import { put } from './layer.ts';

export function drawTimer(
  group: SVGGElement,
  before: ServerMark | undefined,
  mark: ServerMark,
): void {
  const { timer, radius } = mark;
  const was = before?.timer;
  if (timer?.kind === 'heartbeat') drawBeat(group, timer.left, radius);
  else if (was?.kind === 'heartbeat') part(group, 'timer-beat')?.setAttribute('r', '0');
  const [left, drawn] = arcsOf(mark);
  const [leftBefore, drawnBefore] = before === undefined ? [] : arcsOf(before);
  if (left !== leftBefore) part(group, 'timer-left')?.setAttribute('stroke-dasharray', left);
  if (drawn !== drawnBefore) part(group, 'timer-drawn')?.setAttribute('stroke-dasharray', drawn);
}

const noArc = '0 1';
/** Less than half a pixel would be painted without being seen. */
const finest = 0.5;

function arcsOf({ timer, radius }: ServerMark): readonly [left: string, drawn: string] {
  if (timer === null) return [noArc, noArc];
  const steps = Math.round((2 * Math.PI * radius) / finest);
  const arc = (share: number): string => `${(Math.round(share * steps) / steps).toFixed(4)} 1`;
  if (timer.kind === 'heartbeat') return [arc(timer.lease), noArc];
  return [arc(timer.left), arc(timer.drawn)];
}

/** The beat runs between a leader's two rings. */
function drawBeat(group: SVGGElement, left: number, radius: number): void {
  const turn = (1 - left) * 2 * Math.PI;
  const orbit = radius - Math.max(5, radius * 0.17) / 2 - 1;
  const beat = part(group, 'timer-beat');
  if (beat === null) return;
  put(beat, 'cx', (Math.sin(turn) * orbit).toFixed(2));
  put(beat, 'cy', (-Math.cos(turn) * orbit).toFixed(2));
  put(beat, 'r', radius < 28 ? 1.4 : 2);
}

const part = (group: SVGGElement, name: string): Element | null => group.querySelector(`.${name}`);
