/** The picture of a world at a moment: plain data, no page. Whatever draws it decides nothing any more. */
import type { VirtualMs } from '../base/index.ts';
import type { World } from '../sim/index.ts';
import { type Layout, ringLayout } from './layout.ts';
import { linkMarks } from './scene/links.ts';
import { ghostMarks, messageMarks } from './scene/messages.ts';
import { serverMarks } from './scene/servers.ts';
import type { LinkMark, Scene, SceneOptions, ServerMark } from './scene/types.ts';

/**
 * What is to be seen of `world` at `now` (virtual ms). `now` may lie after `world.time`, up to the next event:
 * between two events only time passes, so messages travel on and timers run down.
 */
export function scene(world: World, now: VirtualMs, options: SceneOptions): Scene {
  const { width, height, motion } = options;
  const layout = layoutFor(world.servers.length, width, height);
  const servers = serverMarks(world, now, layout, options);
  return {
    width,
    height,
    motion,
    links: linksFor(world, servers, options),
    servers,
    messages: messageMarks(world, now, servers, options),
    ghosts: ghostMarks(world, now, servers, options),
  };
}

// The last one is kept: the size of the picture changes a thousand times less often than the picture.
let last = { key: '', layout: ringLayout(1, 1, 1) };

function layoutFor(count: number, width: number, height: number): Layout {
  const key = `${count}/${width}/${height}`;
  if (last.key !== key) last = { key, layout: ringLayout(count, width, height) };
  return last.layout;
}

interface Links {
  readonly key: string;
  readonly words: SceneOptions['words'] | null;
  readonly marks: readonly LinkMark[];
}

// The last ones are kept for the same reason, and the engine sees by their identity that there is nothing to draw.
let lastLinks: Links = { key: '', words: null, marks: [] };

function linksFor(
  world: World,
  servers: readonly ServerMark[],
  options: SceneOptions,
): readonly LinkMark[] {
  const { width, height, selected, words } = options;
  const picked = selected?.type === 'link' ? [selected.a, selected.b] : [];
  const key = [width, height, world.cut.join(''), ...world.setup.names, ...picked].join('/');
  if (lastLinks.key !== key || lastLinks.words !== words)
    lastLinks = { key, words, marks: linkMarks(world, servers, options) };
  return lastLinks.marks;
}
