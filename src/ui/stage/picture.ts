/** What every picture of the servers is drawn by, and what follows from taking hold of something in it. */
import { isStill, type Selection, type Spot } from '../../store/index.ts';
import type { Timeline } from '../../timeline/index.ts';
import type { SceneOptions, Selected, StageHandlers, StageWords } from '../../viz/index.ts';
import type { Lab } from '../hooks/lab.ts';
import type { Size } from '../hooks/useEngine.ts';
import { loads } from '../parts.ts';
import type { Late } from './extras.ts';
import { stageWords } from './stageWords.ts';

/** What a picture shows beyond the first view. */
const loadExtras = () => import('./extras.ts');
loads.push(loadExtras);

/** The words of the picture of `get()`'s timeline. */
export const wordsFor = ({ view }: Lab, get: () => Timeline): StageWords =>
  stageWords(get, (id) => view.store.getState().lit.includes(id));

/** How the page is looked at, for the scene. */
export function optionsOf(
  { session, view }: Lab,
  { losses, chronicle }: Timeline,
  size: Size,
  said: StageWords,
): SceneOptions {
  const looked = view.store.getState();
  const { selection, lit } = looked;
  const { isPlaying, speed } = session.store.getState();
  return {
    ...size,
    losses,
    lanes: chronicle.lanes,
    lit,
    selected: selectedOf(selection),
    motion: !isStill(looked),
    grainMs: isPlaying ? grainOf(speed) : 1,
    words: said,
  };
}

/** What the first view does without is added when it is here. */
export function lateOn(svg: SVGSVGElement, lab: Lab, handlers: StageHandlers): Late {
  let late: Late | undefined;
  let isGone = false;
  let last: Parameters<Late['paint']> | undefined;
  loadExtras().then(
    ({ extrasOn }) => {
      if (isGone) return;
      late = extrasOn(svg, lab, handlers);
      if (last !== undefined) late.paint(...last);
    },
    () => {},
  );
  return {
    paint: (...all) => {
      last = all;
      late?.paint(...all);
    },
    destroy: () => {
      isGone = true;
      late?.destroy();
    },
  };
}

/** Coarser than this a figure would say more than any timer of the paper runs, ms. */
const coarsest = 50;

// A running figure should not change more than about twice a second, as long as it stays true.
const grainOf = (speed: number): number => Math.min(coarsest, Math.max(1, Math.round(speed * 500)));

const picks = {
  server: ({ server }) => ({ type: 'server', id: server }),
  message: ({ message }) => ({ type: 'message', id: message }),
  link: ({ a, b }) => ({ type: 'link', a, b }),
  event: ({ server }) => (server === null ? null : { type: 'server', id: server }),
} satisfies { [Kind in Selection['kind']]: (of: Extract<Selection, { kind: Kind }>) => Selected };

const selectedOf = (selection: Selection | null): Selected =>
  selection === null ? null : (picks[selection.kind] as (of: Selection) => Selected)(selection);

/** What can be taken hold of in a picture, and what follows. */
export function handlersOf({ view }: Lab): StageHandlers {
  return {
    onServer: (server, element, what) => {
      if (what === 'select') view.select({ kind: 'server', server });
      else view.openMenu({ of: { kind: 'server', server }, ...spotOf(bodyOf(element)) });
    },
    onLink: (a, b, element) => view.openMenu({ of: { kind: 'link', a, b }, ...middleOf(element) }),
    onMessage: (message, element, what) => {
      if (what === 'menu')
        return view.openMenu({ of: { kind: 'message', message }, ...spotOf(element) });
      view.select({ kind: 'message', message });
      view.open('inspector');
    },
  };
}

/** The shape of a server without its words, which may stand on either side. */
const bodyOf = (server: Element): Element => server.querySelector('circle') ?? server;

/** Where a server stands on the page: in the ring, or at the head of its row. */
export function spotOfServer(server: number): Spot {
  const found = document.querySelector(`[data-server="${server}"], [data-head="${server}"]`);
  return found === null ? { x: 0, y: 0, width: 0, height: 0 } : spotOf(bodyOf(found));
}

/** Where `element` is, for a menu that hangs beside it. */
export function spotOf(element: Element): Spot {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left, y: top, width, height };
}

// The box of a slanted line is mostly not the line.
function middleOf(element: Element): Spot {
  const { x, y, width, height } = spotOf(element);
  return { x: x + width / 2, y: y + height / 2, width: 0, height: 0 };
}
