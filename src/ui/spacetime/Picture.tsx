/** The picture of the diagram: drawn by viz on every frame, moved by hand and by keys. */
import type { KeyboardEvent } from 'react';
import { createSpacetime, type Direction, spacetime as sceneOf } from '../../viz/index.ts';
import { spacetime as said } from '../../words/index.ts';
import { type Lab, useLab } from '../hooks/lab.ts';
import { type Engine, type Size, useEngine } from '../hooks/useEngine.ts';
import { delayFlight } from '../messages/messageVerbs.ts';
import { delayArrival, goToEvent, selectEvent, selectedSeq, step } from './events.ts';
import { type Following, follow, show, windowOf } from './lensMoves.ts';
import '../styles/spacetimePicture.css';

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'before',
  ArrowRight: 'after',
  ArrowUp: 'sender',
  ArrowDown: 'receiver',
};

/** One stop of Tab; the list beside it says in words what it shows. */
export function Picture({ isUpright }: { readonly isUpright: boolean }) {
  const lab = useLab();
  const ref = useEngine<HTMLDivElement>(isUpright ? createUpright : createLying);
  const onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
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

const createLying = (frame: HTMLDivElement, lab: Lab): Engine => createPicture(frame, lab, false);
const createUpright = (frame: HTMLDivElement, lab: Lab): Engine => createPicture(frame, lab, true);

function createPicture(frame: HTMLDivElement, lab: Lab, isUpright: boolean): Engine {
  const { session, view } = lab;
  const engine = createSpacetime(frame, {
    onWindow: (window) => show(lab, window),
    onPick: (picked) => {
      if (picked === null) view.select(null);
      else if (picked.kind === 'arrival') selectEvent(lab, picked.seq);
      else view.select({ kind: 'message', message: picked.message });
    },
    onGo: (seq) => goToEvent(lab, seq),
    onDelay: (of, untilMs) =>
      of.kind === 'arrival'
        ? delayArrival(lab, of.seq, untilMs)
        : delayFlight(lab, of.message, untilMs),
    words: { election: said.election, later: said.delayed },
  });
  const following: Following = { head: Number.NaN };
  let size: Size = { width: 1, height: 1 };
  let isPainting = false;

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
