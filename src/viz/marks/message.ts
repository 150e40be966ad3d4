/** A message: its shape says the type, its colour the term, its place how far it has come. */
import { select } from 'd3';
import { cylinder, diamond, refusal, square, tick, triangle } from '../glyphs.ts';
import type { MessageKind, MessageMark } from '../scene/types.ts';
import { type Drawn, isSame, type Layer } from './layer.ts';

const longestTrail = 42;
const moving: readonly (keyof MessageMark)[] = ['x', 'y', 'travelled'];
const drawn = new WeakMap<SVGGElement, MessageMark>();

export function drawMessages(layer: Layer, messages: readonly MessageMark[]): void {
  layer
    .selectChildren<SVGGElement, MessageMark>('g')
    .data(messages, ({ id }) => id)
    .join((enter) => enter.append('g').call((group) => group.each(buildMessage)))
    .each(paintMessage);
}

/** The parts of a message; a ghost has the same. */
export function buildMessage(this: SVGGElement): void {
  const group = select(this);
  group.append('circle').attr('class', 'message-hit').attr('r', 13);
  group.append('circle').attr('class', 'picked-ring').attr('r', 15);
  const along = group.append('g').attr('class', 'message-along');
  along.append('line').attr('class', 'message-trail');
  along.append('path').attr('class', 'message-arrow');
  along.append('g').attr('class', 'message-entries');
  along.append('path').attr('class', 'message-body');
  group.append('path').attr('class', 'message-sign');
  group.append('text').attr('class', 'message-count');
  group.append('text').attr('class', 'message-term');
}

/** Brings a message to its mark; what does not move is painted only when it has changed. */
export function paintMessage(this: SVGGElement, mark: MessageMark): void {
  const before = drawn.get(this);
  drawn.set(this, mark);
  this.setAttribute('transform', `translate(${mark.x.toFixed(2)},${mark.y.toFixed(2)})`);
  const trail = trailOf(mark);
  if (before === undefined || trailOf(before) !== trail)
    this.querySelector('.message-trail')?.setAttribute('x1', String(-trail));
  if (!isSame(before, mark, moving)) paintStill(select<SVGGElement, MessageMark>(this), mark);
}

const trailOf = ({ state, travelled }: MessageMark): number =>
  state === 'travelling' ? Math.round(Math.min(longestTrail, travelled)) : 0;

const bodies = {
  requestVote: square,
  appendEntries: triangle,
  heartbeat: triangle,
  preVote: square,
  snapshot: cylinder,
  timeoutNow: diamond,
  reply: 'M8,0A8,8 0 1 1 -8,0A8,8 0 1 1 8,0Z',
} as const satisfies Record<MessageKind, string>;

function paintStill(group: Drawn<MessageMark>, mark: MessageMark): void {
  const { kind, angle, reach, state } = mark;
  group
    .attr('class', `message ${kind} ${state} ${mark.look.className}`)
    .classed('yes', mark.isYes)
    .classed('selected', mark.isSelected)
    .attr('data-message', mark.id);
  group.select('.message-along').attr('transform', `rotate(${angle})`);
  group.select('.message-body').attr('d', bodies[kind]);
  group
    .select('.message-arrow')
    .attr('d', reach > 0 ? `M${-reach},0H${reach}m-6,-4l6,4l-6,4` : null);
  group.select('.message-sign').attr('d', kind === 'reply' ? (mark.isYes ? tick : refusal) : null);
  group
    .select('.message-entries')
    .selectAll('line')
    .data(mark.entryLooks)
    .join('line')
    .attr('class', ({ className }) => `message-entry ${className}`)
    .attr('x1', (_, place) => -11 - place * 4.5)
    .attr('x2', (_, place) => -11 - place * 4.5)
    .attr('y1', -7)
    .attr('y2', 7);
  // Figures stand beside the line, on the side that is on top.
  const turn = (angle * Math.PI) / 180;
  const side = Math.cos(turn) >= 0 ? 1 : -1;
  const [nx, ny] = [Math.sin(turn) * side, -Math.cos(turn) * side];
  group
    .select('.message-term')
    .attr('x', nx * 16)
    .attr('y', ny * 16 + 4)
    .text(mark.term ?? '');
  group
    .select('.message-count')
    .attr('x', -nx * 17)
    .attr('y', -ny * 17 + 4)
    .text(mark.entryCount > 3 ? `×${mark.entryCount}` : '');
}
