/** Draws what a picture shows beyond the first view, into layers between and over those of the stage. */
import { select } from 'd3';
import type { Extras, NoteMark } from '../extras/types.ts';
import { isSame, type Layer } from '../marks/layer.ts';
import { drawNotes } from '../marks/note.ts';
import { drawSides } from '../marks/side.ts';
import { dotAt } from '../rack/dots.ts';
import { anchorAt } from './rack/anchor.ts';
import { createSheet } from './rack/canvas.ts';
import { paintDots } from './rack/dots.ts';
import { onColours, type Palette, readPalette } from './spacetime/palette.ts';
import type { StageHandlers } from './stage.ts';

export interface ExtrasEngine {
  readonly update: (extras: Extras) => void;
  readonly destroy: () => void;
}

/** Adds to an SVG element that `createStage` has taken over. */
export function createExtras(svg: SVGSVGElement, { onMessage }: StageHandlers): ExtrasEngine {
  const root = select(svg);
  const sides: Layer = root.insert('g', '.links').attr('class', 'groups');
  const notes: Layer = root.insert('g', '.link-buttons').attr('class', 'notes');
  notes.attr('aria-hidden', 'true');
  const flood = createSheet(svg, 'stage-flood', 'after');
  let palette: Palette | null = null;
  let drawn: Extras | null = null;
  const listening = new AbortController();
  const { signal } = listening;
  const forget = onColours(() => {
    palette = null;
    if (drawn !== null) paintFlood(drawn);
  });
  svg.addEventListener(
    'click',
    (event) => {
      const isMark = event.target instanceof Element && event.target.closest('[data-server]');
      const place = placeIn(svg, event);
      const found = isMark || drawn === null ? null : dotAt(drawn.flood, place.x, place.y);
      if (found === null) return;
      // What lies under the flood, a link, is not what was meant.
      event.stopImmediatePropagation();
      onMessage(found.id, anchorAt(svg, found), 'select');
    },
    { signal, capture: true },
  );

  function paintFlood(extras: Extras): void {
    if (extras.flood.length === 0) {
      flood.clear();
      return;
    }
    palette ??= readPalette(svg.parentElement ?? document.body);
    const { x, y, k } = viewOf(svg, extras.width);
    const context = flood.fresh(extras.width, extras.height);
    context.scale(k, k);
    context.translate(-x, -y);
    paintDots(context, extras.flood, palette);
  }

  function update(extras: Extras): void {
    drawSides(sides, extras.sides);
    drawNotes(notes, extras.notes);
    tellVotes(svg, drawn?.notes, extras.notes);
    paintFlood(extras);
    drawn = extras;
  }

  function destroy(): void {
    listening.abort();
    forget();
    flood.canvas.remove();
    sides.remove();
    notes.remove();
  }

  return { update, destroy };
}

/** What is said of a server beyond its name: its votes, and why others were refused. */
function tellVotes(
  svg: SVGSVGElement,
  before: readonly NoteMark[] | undefined,
  notes: readonly NoteMark[],
): void {
  notes.forEach((note, place) => {
    if (isSame(before?.[place], note, ['opacity'])) return;
    const server = svg.querySelector(`.servers > [data-server="${note.id}"]`);
    server?.setAttribute('aria-description', note.description);
  });
}

/** How the picture is zoomed: its viewBox is all there is to know. */
function viewOf(svg: SVGSVGElement, width: number) {
  const { x, y, width: shown } = svg.viewBox.baseVal;
  return { x, y, k: shown > 0 ? width / shown : 1 };
}

/** Where a pointer is, in the picture's own places. */
export function placeIn(svg: SVGSVGElement, { clientX, clientY }: MouseEvent): DOMPoint {
  const point = new DOMPoint(clientX, clientY);
  return point.matrixTransform(svg.getScreenCTM()?.inverse());
}
