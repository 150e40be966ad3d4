/** The picture of the cluster: servers, links, and messages on their way. */
import { isStill, type Selection, type Spot } from '../../store/index.ts';
import { momentOf, type Timeline } from '../../timeline/index.ts';
import { createStage, type Selected, type StageHandlers, scene } from '../../viz/index.ts';
import { words } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';
import { type Engine, type Size, useEngine } from '../hooks/useEngine.ts';
import { stageWords } from './stageWords.ts';

/** The SVG that viz draws into; every server, link and message in it can be taken hold of. */
export function Stage() {
  const ref = useEngine<SVGSVGElement>(createPicture);
  return (
    <div className="stage-frame">
      <svg ref={ref} aria-label={words.page.serversHeading} />
    </div>
  );
}

const createPicture = (svg: SVGSVGElement, lab: Lab): Engine =>
  stagePicture(svg, lab, handlersOf(lab), () => lab.session.store.getState().timeline);

/** The picture of the timeline that `get` gives at each frame. */
export function stagePicture(
  svg: SVGSVGElement,
  { session, view }: Lab,
  handlers: StageHandlers,
  get: () => Timeline,
): Engine {
  const said = stageWords(get, (id) => view.store.getState().lit.includes(id));
  const engine = createStage(svg, handlers);
  let size: Size = { width: 1, height: 1 };
  return {
    paint: () => {
      const timeline = get();
      const looked = view.store.getState();
      const { selection, lit } = looked;
      const { isPlaying, speed } = session.store.getState();
      const drawn = scene(timeline.world, momentOf(timeline).time, {
        ...size,
        losses: timeline.losses,
        selected: selectedOf(selection),
        lit,
        motion: !isStill(looked),
        grainMs: isPlaying ? grainOf(speed) : 1,
        words: said,
      });
      engine.update(drawn);
    },
    resize: (now) => {
      size = now;
    },
    destroy: engine.destroy,
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
function handlersOf({ view }: Lab): StageHandlers {
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
