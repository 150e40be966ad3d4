/**
 * A vote: as many slots as there are votes, a line where the majority is reached; a refusal fills from the other end.
 * Of more votes than there is room for, the slots run together into one bar.
 */
import { type BaseType, type Selection, select } from 'd3';
import { refusal, tick } from '../glyphs.ts';
import {
  ballotHeight,
  ballotScale,
  drawnWidth,
  isBar,
  lineHeight,
  nameHeight,
  pitchOf,
} from '../scene/block.ts';
import type { Ballot, Block, ServerMark } from '../scene/types.ts';
import { isSame, type Layer } from './layer.ts';

const slotSize = 12;
/** Between the slots of a majority and the rest. */
const lineGap = 6;

type Placed = Pick<ServerMark, 'block' | 'ballots'>;
const drawn = new WeakMap<SVGGElement, Placed>();

/** Draws the votes of the servers that stand in `layer`, each in the place that its mark keeps for them. */
export function drawVotes(layer: Layer): void {
  layer.selectChildren<SVGGElement, ServerMark>('g').each(function paint({ block, ballots }) {
    const before = drawn.get(this);
    const now = { block, ballots };
    if (isSame(before, now)) return;
    drawn.set(this, now);
    if (ballots.length > 0 || before !== undefined) drawBallots(this, now);
  });
}

function drawBallots(group: SVGGElement, { block, ballots }: Placed): void {
  const top = block.y + nameHeight + (block.detail.split('\n').length - 1) * lineHeight + 6;
  select(group)
    .select('.ballots')
    .selectAll<SVGGElement, Ballot>('g.ballot')
    .data(ballots)
    .join('g')
    .attr('class', 'ballot')
    .attr('transform', (ballot, row) => {
      const width = drawnWidth(ballot, block.room);
      const x = block.anchor === 'start' ? 0 : block.anchor === 'end' ? -width : -width / 2;
      const scale = ballotScale(ballot, block.room);
      return `translate(${block.x + x},${top + row * ballotHeight}) scale(${scale})`;
    })
    .each(function paint(ballot) {
      paintBallot(select(this), ballot, block);
    });
}

type Row = Selection<SVGGElement, unknown, BaseType, unknown>;

function paintBallot(row: Row, ballot: Ballot, { room }: Block): void {
  const pitch = pitchOf(ballot, room);
  const isOne = isBar(ballot, room);
  const slots = row
    .selectAll<SVGGElement, Slot>('g.vote-slot')
    .data(isOne ? barOf(ballot, pitch) : slotsOf(ballot, pitch))
    .join((enter) => {
      const slot = enter.append('g');
      slot.append('rect').attr('height', slotSize);
      slot.append('path').attr('transform', `translate(${slotSize / 2},${slotSize / 2})`);
      return slot;
    })
    .attr('class', ({ state }) => `vote-slot ${state}`)
    .attr('transform', ({ x }) => `translate(${x},0)`);
  slots
    .select('rect')
    .attr('rx', isOne ? 0 : 2.5)
    .attr('width', ({ width }) => width);
  slots
    .select('path')
    .attr('d', ({ state, width }) =>
      isOne && (state === 'granted' || width < slotSize) ? '' : sign[state],
    );
  row
    .selectAll('line')
    .data([ballot.majority * pitch + (isOne ? 0 : lineGap / 4)])
    .join('line')
    .attr('class', 'majority-bar')
    .attr('x1', (x) => x)
    .attr('x2', (x) => x)
    .attr('y1', -3)
    .attr('y2', slotSize + 3);
  row
    .selectAll('text')
    .data(ballot.caption === '' ? [] : [ballot.caption])
    .join('text')
    .attr('class', 'ballot-caption')
    .attr('x', ballot.size * pitch + 10)
    .attr('y', slotSize - 2)
    .attr('text-anchor', 'start')
    .text((caption) => caption);
}

interface Slot {
  readonly x: number;
  readonly width: number;
  readonly state: keyof typeof sign;
}

const sign = { granted: tick, refused: refusal, unknown: '' } as const;

const slotsOf = ({ granted, refused, size, majority }: Ballot, pitch: number): Slot[] =>
  Array.from({ length: size }, (_, place) => ({
    x: place * pitch + (place >= majority ? lineGap : 0),
    width: pitch * 0.8,
    state: place < granted ? 'granted' : place >= size - refused ? 'refused' : 'unknown',
  }));

/** The whole bar below, and what is known of it on that: what was refused is crossed out where there is room. */
function barOf({ granted, refused, size }: Ballot, pitch: number): Slot[] {
  const all: Slot[] = [
    { x: 0, width: size * pitch, state: 'unknown' },
    { x: 0, width: granted * pitch, state: 'granted' },
    { x: (size - refused) * pitch, width: refused * pitch, state: 'refused' },
  ];
  return all.filter(({ width }) => width > 0);
}
