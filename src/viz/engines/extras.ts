/** Draws what a picture shows beyond the first view, into layers between and over those of the stage. */
import { select } from 'd3';
import type { Extras, NoteMark } from '../extras/types.ts';
import { isSame, type Layer } from '../marks/layer.ts';
import { drawNotes } from '../marks/note.ts';
import { drawSides } from '../marks/side.ts';
import { drawVotes } from '../marks/votes.ts';
import type { Scene } from '../scene/types.ts';
import { createFlood } from './extras/flood.ts';
import { createHand, type HandHandlers } from './extras/hand.ts';
import { heedLongPress } from './extras/longPress.ts';
import { createMessageHand, type MessageHandlers } from './extras/messageHand.ts';
import { placeIn } from './extras/place.ts';
import { createTimerHand, type TimerHandlers } from './extras/timerHand.ts';
import { createZoom } from './extras/zoom.ts';
import type { StageHandlers } from './stage.ts';

export interface ExtrasEngine {
  /** Adds to what was drawn of `picture`. */
  readonly update: (extras: Extras, picture: Scene) => void;
  readonly destroy: () => void;
}

interface ExtrasHandlers
  extends Pick<StageHandlers, 'onMessage'>,
    HandHandlers,
    TimerHandlers,
    MessageHandlers {}

/** Adds to an SVG element that `createStage` has taken over. */
export function createExtras(
  svg: SVGSVGElement,
  { onMessage, ...hands }: ExtrasHandlers,
): ExtrasEngine {
  const root = select(svg);
  const sides: Layer = root.insert('g', '.links').attr('class', 'groups');
  const servers: Layer = root.select('.servers');
  const notes: Layer = root.insert('g', '.link-buttons').attr('class', 'notes');
  notes.attr('aria-hidden', 'true');
  const placeOf = (event: MouseEvent): DOMPoint => placeIn(svg, event);
  const timerHand = createTimerHand(svg, placeOf, hands);
  const hand = createHand(svg, placeOf, hands);
  const messageHand = createMessageHand(svg, placeOf, hands);
  const flood = createFlood(svg, placeOf, onMessage);
  const zooming = createZoom(svg, flood.paint);
  const ignorePresses = heedLongPress(svg, (id, mark) => onMessage(id, mark, 'menu'));
  let said: readonly NoteMark[] | undefined;

  function update(extras: Extras, picture: Scene): void {
    hand.know(picture.servers);
    timerHand.know(picture.servers);
    messageHand.know(picture);
    zooming.fit(extras.width, extras.height);
    drawSides(sides, extras.sides);
    drawVotes(servers);
    drawNotes(notes, extras.notes);
    tellVotes(svg, said, extras.notes);
    said = extras.notes;
    flood.know(extras, picture.servers);
    flood.paint();
  }

  function destroy(): void {
    for (const part of [hand, timerHand, messageHand, flood, zooming]) part.destroy();
    ignorePresses();
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
