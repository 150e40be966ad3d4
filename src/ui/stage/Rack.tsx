/** The picture of more servers than a ring has room for: in rows with all their words, or a grid of small cells. */
import type { Timeline } from '../../timeline/index.ts';
import { momentOf } from '../../timeline/index.ts';
import {
  createCrowd,
  createStage,
  crowd,
  rackLayout,
  rackScene,
  type StageHandlers,
  type StageWords,
} from '../../viz/index.ts';
import { stage as rackWords, words } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';
import { type Engine, type Size, useEngine } from '../hooks/useEngine.ts';
import { handsOf, heedAim } from './aim.ts';
import { handlersOf, lateOn, optionsOf, wordsFor } from './picture.ts';
import '../styles/extras.css';
import '../styles/rack.css';
import '../styles/votes.css';

/** Every server can be taken hold of in either; what a cell means stands under the grid. */
export function Rack() {
  const ref = useEngine<SVGSVGElement>(createPicture);
  return (
    <div className="stage-frame">
      <svg ref={ref} aria-label={words.page.serversHeading} />
      <p className="crowd-legend" aria-hidden="true">
        {rackWords.legend.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </p>
    </div>
  );
}

const createPicture = (svg: SVGSVGElement, lab: Lab): Engine =>
  rackPicture(svg, lab, handlersOf(lab), () => lab.session.store.getState().timeline);

interface Drawing {
  readonly kind: 'rack' | 'crowd';
  readonly update: (timeline: Timeline, size: Size) => void;
  readonly destroy: () => void;
}

function rackPicture(
  svg: SVGSVGElement,
  lab: Lab,
  handlers: StageHandlers,
  get: () => Timeline,
): Engine {
  let size: Size = { width: 1, height: 1 };
  let drawing: Drawing | null = null;
  return {
    paint: () => {
      const timeline = get();
      const kind = kindFor(timeline.world.servers.length, size);
      if (drawing?.kind !== kind) {
        drawing?.destroy();
        svg.parentElement?.classList.toggle('is-crowd', kind === 'crowd');
        drawing = drawings[kind](svg, lab, handlers, wordsFor(lab, get));
      }
      drawing.update(timeline, size);
    },
    resize: (now) => {
      size = now;
    },
    destroy: () => drawing?.destroy(),
  };
}

const kindFor = (count: number, { width, height }: Size): Drawing['kind'] =>
  rackLayout(count, width, height) === null ? 'crowd' : 'rack';

type Draw = (svg: SVGSVGElement, lab: Lab, handlers: StageHandlers, said: StageWords) => Drawing;

const rack: Draw = (svg, lab, handlers, said) => {
  const engine = createStage(svg, handlers, '.servers');
  const late = lateOn(svg, lab, handlers);
  return {
    kind: 'rack',
    update: (timeline, size) => {
      const { world } = timeline;
      const layout = rackLayout(world.servers.length, size.width, size.height);
      if (layout === null) return;
      const options = optionsOf(lab, timeline, size, said);
      const drawn = rackScene(world, momentOf(timeline).time, options, layout);
      engine.update(drawn);
      late.paint(drawn, timeline, options, lab.session.store.getState().speed);
    },
    destroy: () => {
      late.destroy();
      engine.destroy();
    },
  };
};

const overview: Draw = (svg, lab, handlers, usual) => {
  const tally: StageWords['tally'] = (votes) =>
    rackWords.tallyOfMany(usual.tally(votes), votes.needed);
  const said = { ...usual, tally };
  const { update, destroy } = createCrowd(svg, { ...handlers, ...handsOf(lab) });
  const unaim = heedAim(svg, lab);
  return {
    kind: 'crowd',
    update: (timeline, size) => {
      const options = optionsOf(lab, timeline, size, said);
      update(crowd(timeline.world, momentOf(timeline).time, options));
    },
    destroy: () => {
      unaim();
      destroy();
    },
  };
};

const drawings: Readonly<Record<Drawing['kind'], Draw>> = { rack, crowd: overview };
