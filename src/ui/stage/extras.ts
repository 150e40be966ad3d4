/** What comes to the picture when the first view stands: it adds to a stage, and goes with it. */
import { momentOf, recentOf, type Timeline } from '../../timeline/index.ts';
import {
  createExtras,
  extras,
  type Scene,
  type SceneOptions,
  type StageHandlers,
} from '../../viz/index.ts';
import { stage as said } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';
import { handsOf, heedAim } from './aim.ts';
import { keepTextSize } from './textSize.ts';
import '../styles/extras.css';
import '../styles/votes.css';

/** So long a reason is to be read at the usual speed, real ms. */
const lingerMs = 1400;

export interface Late {
  /** Adds to `picture`, which was drawn just now; `speed` is virtual for real time. */
  readonly paint: (
    picture: Scene,
    timeline: Timeline,
    options: SceneOptions,
    speed: number,
  ) => void;
  readonly destroy: () => void;
}

/** Adds to the stage in `svg`. */
export function extrasOn(svg: SVGSVGElement, lab: Lab, { onMessage }: StageHandlers): Late {
  const engine = createExtras(svg, { onMessage, ...handsOf(lab) });
  const unaim = heedAim(svg, lab);
  const unsize = keepTextSize(svg);
  const { side, reset, votes } = said;
  const extra = { side, reset, votes };
  return {
    paint: (picture, timeline, options, speed) => {
      const now = momentOf(timeline).time;
      const linger = lingerMs * speed;
      const added = { ...options, extra, recent: recentOf(timeline), lingerMs: linger };
      engine.update(extras(timeline.world, now, picture, added), picture);
    },
    destroy: () => {
      unaim();
      unsize();
      engine.destroy();
    },
  };
}
