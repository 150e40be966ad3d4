/** The picture of the cluster: servers, links, and messages on their way. */
import { Suspense } from 'react';
import { momentOf, type Timeline } from '../../timeline/index.ts';
import { createStage, mostOnRing, type StageHandlers, scene } from '../../viz/index.ts';
import { words } from '../../words/index.ts';
import { type Lab, useSession } from '../hooks/lab.ts';
import { type Engine, type Size, useEngine } from '../hooks/useEngine.ts';
import { part } from '../parts.ts';
import { handlersOf, lateOn, optionsOf, wordsFor } from './picture.ts';

const Rack = part(() => import('./Rack.tsx').then((loaded) => loaded.Rack));

/** The servers on a ring, or in rows where they are many. */
export function Stage() {
  const isMany = useSession(({ timeline }) => timeline.world.servers.length > mostOnRing);
  return isMany ? (
    <Suspense fallback={<div className="stage-frame" />}>
      <Rack />
    </Suspense>
  ) : (
    <Ring />
  );
}

/** The SVG that viz draws into; every server, link and message in it can be taken hold of. */
function Ring() {
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
  lab: Lab,
  handlers: StageHandlers,
  get: () => Timeline,
): Engine {
  const said = wordsFor(lab, get);
  const engine = createStage(svg, handlers);
  const late = lateOn(svg, lab, handlers);
  let size: Size = { width: 1, height: 1 };
  return {
    paint: () => {
      const timeline = get();
      const options = optionsOf(lab, timeline, size, said);
      const drawn = scene(timeline.world, momentOf(timeline).time, options);
      engine.update(drawn);
      late.paint(drawn, timeline, options, lab.session.store.getState().speed);
    },
    resize: (now) => {
      size = now;
    },
    destroy: () => {
      late.destroy();
      engine.destroy();
    },
  };
}
