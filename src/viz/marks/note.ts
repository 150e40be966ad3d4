/** The notes at a server: the vote it cast as a ticked name, and for a moment why its timer was started anew. */
import { select } from 'd3';
import { tickRoom } from '../extras/placing.ts';
import type { NoteMark } from '../extras/types.ts';
import { tick } from '../glyphs.ts';
import { isSame, type Layer, put } from './layer.ts';

const drawn = new WeakMap<SVGGElement, NoteMark>();

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
  const { vote, x, y, reset, resetX, resetY, look } = note;
  const mark = select(group).select('.note-vote').attr('class', `note-vote ${look.className}`);
  mark.attr('display', vote === '' ? 'none' : null);
  mark.select('path').attr('transform', `translate(${x + 5},${y - 4})`);
  mark
    .select('text')
    .attr('x', x + tickRoom)
    .attr('y', y)
    .text(vote);
  select(group).select('.note-reset').attr('x', resetX).attr('y', resetY).text(reset);
}
