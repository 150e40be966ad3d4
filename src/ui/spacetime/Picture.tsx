/** The picture of the diagram: drawn by viz on every frame, moved by hand and by keys. */
import type { KeyboardEvent } from 'react';
import {
  createSpacetime,
  type Direction,
  type LaneKey,
  type SpacetimeHandlers,
  spacetime as sceneOf,
} from '../../viz/index.ts';
import { spacetime as said } from '../../words/index.ts';
import { type Lab, useLab } from '../hooks/lab.ts';
import { type Engine, type Size, useEngine } from '../hooks/useEngine.ts';

import { delayFlight } from '../messages/messageVerbs.ts';
import { delayArrival, goToEvent, selectEvent, selectedSeq, step } from './events.ts';
import { laneSelected, moveLane, selectLane, shiftLane, wishedOrder } from './laneOrder.ts';
import { type Following, follow, show, showAll, windowOf } from './lensMoves.ts';

import '../styles/spacetimePicture.css';

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'before',
  ArrowRight: 'after',
  ArrowUp: 'sender',
  ArrowDown: 'receiver',
};

/** With Shift the lane of what is selected moves. */
const shifts: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/** One stop of Tab; the list beside it says in words what it shows. */
export function Picture({ isUpright }: { readonly isUpright: boolean }) {
  const lab = useLab();
  const ref = useEngine<HTMLDivElement>(isUpright ? createUpright : createLying);
  const onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const lane = laneSelected(lab);
    const by = shifts[event.key];
    if (event.shiftKey) {
      if (lane === null || by === undefined) return;
      shiftLane(lab, lane, by);
      event.preventDefault();
      return;
    }
    const direction = directions[event.key];
    const seq = selectedSeq(lab);
    if (direction !== undefined) step(lab, direction);
    else if (event.key === 'Enter' && seq !== null) goToEvent(lab, seq);
    else if (event.key === 'Escape' && seq !== null) lab.view.select(null);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of form fields is something else.
    <div
      ref={ref}
      className="spacetime-picture"
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows go from event to event in it.
      tabIndex={0}
      aria-label={said.picture}
      aria-describedby="spacetime-hint"
      onKeyDown={onKey}
    />
  );
}

/** The order of the lanes; looked up anew where it, or the run, is another. */
function ordering(lab: Lab): () => readonly LaneKey[] {
  let known: readonly LaneKey[] = [];
  let key: readonly unknown[] = [];
  return () => {
    const { lanes } = lab.view.lens.getState();
    const { setup } = lab.session.store.getState().timeline.run;
    if (key[0] !== setup || key[1] !== lanes) known = wishedOrder(lab);
    key = [setup, lanes];
    return known;
  };
}

const createLying = (frame: HTMLDivElement, lab: Lab): Engine => createPicture(frame, lab, false);
const createUpright = (frame: HTMLDivElement, lab: Lab): Engine => createPicture(frame, lab, true);

/** What a hand does to the diagram, as acts of the page. */
const handlersFor = (lab: Lab): SpacetimeHandlers => ({
  onWindow: (window) => show(lab, window),
  onPick: (picked) => {
    if (picked === null) lab.view.select(null);
    else if (picked.kind === 'arrival') selectEvent(lab, picked.seq);
    else lab.view.select({ kind: 'message', message: picked.message });
  },
  onGo: (seq) => goToEvent(lab, seq),
  onFit: () => showAll(lab),
  onLane: (lane, place) => moveLane(lab, lane, place),
  onName: (lane) => selectLane(lab, lane),
  onDelay: (of, untilMs) =>
    of.kind === 'arrival'
      ? delayArrival(lab, of.seq, untilMs)
      : delayFlight(lab, of.message, untilMs),
  words: { election: said.election, later: said.delayed },
});

function createPicture(frame: HTMLDivElement, lab: Lab, isUpright: boolean): Engine {
  const { session, view } = lab;
  const engine = createSpacetime(frame, handlersFor(lab));
  const following: Following = { head: Number.NaN };
  let size: Size = { width: 1, height: 1 };
  let isPainting = false;
  const orderOf = ordering(lab);

  const paint: Engine['paint'] = (timeline) => {
    if (isPainting) return;
    isPainting = true;
    follow(lab, timeline, following);
    const { selection } = view.store.getState();
    const { narration } = session.store.getState();
    const { axis } = view.lens.getState();
    const scene = sceneOf(
      timeline,
      {
        length: isUpright ? size.height : size.width,
        breadth: isUpright ? size.width : size.height,
        axis,
        isUpright,
        ...windowOf(view.lens.getState(), timeline),
        selected: selection?.kind === 'event' ? selection.seq : null,
        told: narration.seq > 0 ? narration.seq : null,
        order: orderOf(),
      },
      selection?.kind === 'message' ? selection.message : null,
    );
    engine.update(scene);
    if (view.lens.getState().isFolded !== scene.isFolded)
      view.lens.setState({ isFolded: scene.isFolded });
    isPainting = false;
  };
  const stopLooking = view.lens.subscribe(() => paint(session.store.getState().timeline));
  return {
    paint,
    resize: (now) => {
      size = now;
    },
    destroy: () => {
      stopLooking();
      engine.destroy();
    },
  };
}
