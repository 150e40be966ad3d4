/** Draws scenes of the servers into an SVG element, and tells what the reader takes hold of there. */
import { select } from 'd3';
import type { MessageId, ServerId } from '../../base/index.ts';
import { drawGhosts } from '../marks/ghost.ts';
import type { Layer, PatternName, Stage as Surface } from '../marks/layer.ts';
import { drawLinkButtons, drawLinks } from '../marks/link.ts';
import { drawMessages } from '../marks/message.ts';
import { definePatterns } from '../marks/patterns.ts';
import { drawServers } from '../marks/server.ts';
import type { Scene } from '../scene/types.ts';
import { listenTo } from './gestures.ts';
import { createRoving } from './roving.ts';

export interface StageHandlers {
  /** `select`: the focus has come to it. `menu`: it was clicked, pressed, right-clicked or long-pressed. */
  readonly onServer: (id: ServerId, element: SVGGElement, what: 'menu' | 'select') => void;
  /** The link between `a` and `b`, a < b, was pressed in one of these ways. */
  readonly onLink: (a: ServerId, b: ServerId, element: SVGGElement) => void;
  readonly onMessage: (id: MessageId, element: SVGGElement, what: 'select' | 'menu') => void;
}

export interface StageEngine {
  /** Brings the picture to `scene`. Called once a frame while something moves; what has not changed costs nothing. */
  readonly update: (scene: Scene) => void;
  readonly destroy: () => void;
}

let count = 0;

/**
 * Takes over an empty SVG element until destroyed.
 *
 * @param under what messages pass under: in rows the words of servers, which on a ring no message meets.
 */
export function createStage(
  svg: SVGSVGElement,
  handlers: StageHandlers,
  under?: string,
): StageEngine {
  count += 1;
  const prefix = `stage-${count}`;
  const pattern = (name: PatternName): string => `url(#${prefix}-${name})`;
  const surface: Surface = { pattern };
  const root = select(svg);
  root.classed('stage', true).attr('role', svg.getAttribute('role') ?? 'group');
  // Hearing the focus of its marks would make the whole picture a stop of Tab.
  root.attr('tabindex', -1);
  definePatterns(root.append('defs'), prefix);
  const layer = (name: string): Layer => root.append('g').attr('class', name);
  // In painting order. Links are taken hold of above the servers, so that the servers come first for the keyboard.
  const links = layer('links').attr('aria-hidden', 'true');
  const ghosts = layer('ghosts').attr('aria-hidden', 'true');
  const servers = layer('servers');
  const buttons = layer('link-buttons');
  const messages = root.insert('g', under).attr('class', 'messages').attr('aria-hidden', 'true');
  const serverStop = createRoving(servers.node() as SVGGElement);
  const linkStop = createRoving(buttons.node() as SVGGElement);
  const deafen = listenTo(svg, handlers, [serverStop, linkStop]);
  let box = '';
  let isStill: boolean | null = null;
  let drawnLinks: Scene['links'] | null = null;
  let drawnCount = -1;

  function update(scene: Scene): void {
    const size = `0 0 ${scene.width} ${scene.height}`;
    if (size !== box) root.attr('viewBox', size);
    box = size;
    if (isStill !== !scene.motion) root.classed('still', !scene.motion);
    isStill = !scene.motion;
    drawServers(servers, scene.servers, surface);
    if (scene.links !== drawnLinks) {
      drawLinks(links, scene.links);
      drawLinkButtons(buttons, scene.links);
    }
    drawnLinks = scene.links;
    drawGhosts(ghosts, scene.ghosts);
    drawMessages(messages, scene.messages);
    if (scene.servers.length === drawnCount) return;
    drawnCount = scene.servers.length;
    serverStop.refresh();
    linkStop.refresh();
  }

  function destroy(): void {
    deafen();
    root.selectChildren().remove();
  }

  return { update, destroy };
}
