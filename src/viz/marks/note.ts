/** The notes at a server: the vote it cast as a ticked name, and for a moment why its timer was started anew. */
import { select } from 'd3';
import type { NoteMark } from '../extras/types.ts';
import { tick } from '../glyphs.ts';
import { isSame, type Layer, put } from './layer.ts';

const drawn = new WeakMap<SVGGElement, NoteMark>();
const letter = 6.6;
const tickRoom = 13;

export function drawNotes(layer: Layer, notes: readonly NoteMark[]): void {
  layer
    .selectChildren<SVGGElement, NoteMark>('g')
    .data(notes, ({ id }) => id)
    .join((enter) => {
      const group = enter.append('g').attr('class', 'note');
      const vote = group.append('g').attr('class', 'note-vote');
      vote.append('path').attr('d', tick);
      vote.append('text');
      group.append('text').attr('class', 'note-reset');
      return group;
    })
    .each(function paint(note) {
      const before = drawn.get(this);
      drawn.set(this, note);
      if (before?.opacity !== note.opacity)
        put(this.lastElementChild as Element, 'opacity', note.opacity);
      if (!isSame(before, note, ['opacity'])) paintNote(this, note);
    });
}

function paintNote(group: SVGGElement, note: NoteMark): void {
  const { vote, anchor, x, y, reset, resetX, resetY, look } = note;
  const width = tickRoom + vote.length * letter;
  const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
  const mark = select(group).select('.note-vote').attr('class', `note-vote ${look.className}`);
  mark.attr('display', vote === '' ? 'none' : null);
  mark.select('path').attr('transform', `translate(${left + 5},${y - 4})`);
  mark
    .select('text')
    .attr('x', left + tickRoom)
    .attr('y', y)
    .text(vote);
  select(group).select('.note-reset').attr('x', resetX).attr('y', resetY).text(reset);
}
