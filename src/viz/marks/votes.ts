/** A vote: as many slots as there are votes, a bar where the majority is reached; a refusal fills from the other end. */
import { select } from 'd3';
import { refusal, tick } from '../glyphs.ts';
import {
  ballotHeight,
  ballotScale,
  ballotWidth,
  lineHeight,
  nameHeight,
  pitchOf,
} from '../scene/block.ts';
import type { Ballot, ServerMark } from '../scene/types.ts';

const slotSize = 12;

export function drawBallots(group: SVGGElement, { block, ballots }: ServerMark): void {
  const top = block.y + nameHeight + (block.detail.split('\n').length - 1) * lineHeight + 6;
  const rows = select(group)
    .select('.ballots')
    .selectAll<SVGGElement, Ballot>('g.ballot')
    .data(ballots)
    .join('g')
    .attr('class', 'ballot')
    .attr('transform', (ballot, row) => {
      const scale = ballotScale(ballot, block.room);
      const width = ballotWidth(ballot) * scale;
      const x = block.anchor === 'start' ? 0 : block.anchor === 'end' ? -width : -width / 2;
      return `translate(${block.x + x},${top + row * ballotHeight}) scale(${scale})`;
    });
  rows.each(function paint(ballot) {
    const row = select(this);
    const slots = row
      .selectAll<SVGGElement, Slot>('g.vote-slot')
      .data(slotsOf(ballot))
      .join((enter) => {
        const slot = enter.append('g');
        slot.append('rect').attr('height', slotSize).attr('rx', 2.5);
        slot.append('path').attr('transform', `translate(${slotSize / 2},${slotSize / 2})`);
        return slot;
      })
      .attr('class', ({ state }) => `vote-slot ${state}`)
      .attr('transform', ({ x }) => `translate(${x},0)`);
    const pitch = pitchOf(ballot.size);
    slots.select('rect').attr('width', pitch * 0.8);
    slots.select('path').attr('d', ({ state }) => (pitch < 9 ? '' : sign[state]));
    row
      .selectAll('line')
      .data([barX(ballot)])
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
      .attr('x', ballot.size * pitchOf(ballot.size) + 10)
      .attr('y', slotSize - 2)
      .attr('text-anchor', 'start')
      .text((caption) => caption);
  });
}

interface Slot {
  readonly x: number;
  readonly state: 'granted' | 'refused' | 'unknown';
}

const sign = { granted: tick, refused: refusal, unknown: '' } as const;

const barX = ({ majority, size }: Ballot): number => majority * pitchOf(size) + 1.5;

function slotsOf({ granted, refused, size, majority }: Ballot): Slot[] {
  return Array.from({ length: size }, (_, place) => ({
    x: place * pitchOf(size) + (place >= majority ? 6 : 0),
    state: place < granted ? 'granted' : place >= size - refused ? 'refused' : 'unknown',
  }));
}
