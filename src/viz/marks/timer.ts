/** A timer: an arc that empties clockwise towards the top, where it fires; a leader's is a beat that goes round. */
import type { ServerMark } from '../scene/types.ts';

export function drawTimer(
  group: SVGGElement,
  before: ServerMark | undefined,
  mark: ServerMark,
): void {
  const [was, { timer }] = [before?.timer, mark];
  if (was?.kind !== timer?.kind || before === undefined) {
    group.dataset['timer'] = timer?.kind ?? 'none';
  }
  if (timer === null) return;
  if (timer.kind === 'heartbeat') {
    const turn = (1 - timer.left) * 2 * Math.PI;
    const orbit = mark.radius - Math.max(5, mark.radius * 0.17) / 2 - 1;
    const beat = part(group, 'timer-beat');
    beat?.setAttribute('cx', (Math.sin(turn) * orbit).toFixed(2));
    beat?.setAttribute('cy', (-Math.cos(turn) * orbit).toFixed(2));
    beat?.setAttribute('r', mark.radius < 28 ? '1.4' : '2');
    return;
  }
  dash(group, 'timer-left', timer.left);
  if (was?.drawn !== timer.drawn) dash(group, 'timer-drawn', timer.drawn);
}

function dash(group: SVGGElement, name: string, share: number): void {
  // A dash of no length would still show its round ends.
  part(group, name)?.setAttribute(
    'stroke-dasharray',
    share < 0.002 ? '0 1' : `${share.toFixed(4)} 1`,
  );
}

const part = (group: SVGGElement, name: string): Element | null => group.querySelector(`.${name}`);
