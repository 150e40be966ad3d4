/** The picture of a rack: all of every server, and of the links only those that say something. */
import type { ServerId, VirtualMs } from '../../base/index.ts';
import { isCut, type World } from '../../sim/index.ts';
import type { Layout } from '../layout.ts';
import { linkMark } from '../scene/links.ts';
import { ghostMarks, messageMarks } from '../scene/messages.ts';
import { serverMarks } from '../scene/servers.ts';
import type { LinkMark, MessageMark, Scene, SceneOptions, ServerMark } from '../scene/types.ts';

/** Like `scene`, with the servers where `layout` puts them. */
export function rackScene(
  world: World,
  now: VirtualMs,
  options: SceneOptions,
  layout: Layout,
): Scene {
  const { width, height, motion } = options;
  const servers = serverMarks(world, now, layout, options);
  const messages = messageMarks(world, now, servers, options);
  return {
    width,
    height,
    motion,
    links: linksInUse(world, servers, messages, options),
    servers,
    messages,
    ghosts: ghostMarks(world, now, servers, options),
  };
}

let last: { key: string; words: unknown; marks: readonly LinkMark[] } = {
  key: '',
  words: null,
  marks: [],
};

// The engine sees by their identity that there is nothing to draw, so what is the same is the same object.
function linksInUse(
  world: World,
  servers: readonly ServerMark[],
  messages: readonly MessageMark[],
  options: SceneOptions,
): readonly LinkMark[] {
  const pairs = pairsInUse(world, messages, options);
  const picked = options.selected?.type === 'link' ? `${options.selected.a}` : '';
  const { width, height, words } = options;
  const key = [width, height, picked, world.cut.join(''), ...pairs, servers.length].join('/');
  if (last.key !== key || last.words !== words) {
    const marks = pairs.map((pair) => {
      const [low, high] = endsOf(pair, servers.length);
      return linkMark(world, servers[low] as ServerMark, servers[high] as ServerMark, options);
    });
    last = { key, words, marks };
  }
  return last.marks;
}

const endsOf = (pair: number, count: number): readonly [ServerId, ServerId] => [
  Math.floor(pair / count),
  pair % count,
];

/** Cut ones, those with a message on them, and those of what is selected; each as `low * count + high`. */
function pairsInUse(
  world: World,
  messages: readonly Pick<MessageMark, 'from' | 'to'>[],
  { selected }: Pick<SceneOptions, 'selected'>,
): readonly number[] {
  const count = world.servers.length;
  const pairs = new Set<number>();
  const add = (a: ServerId, b: ServerId): void =>
    void pairs.add(Math.min(a, b) * count + Math.max(a, b));
  for (const { from, to } of messages) add(from, to);
  if (selected?.type === 'link') add(selected.a, selected.b);
  for (let a = 0; a < count; a += 1)
    for (let b = a + 1; b < count; b += 1) {
      const isOwn = selected?.type === 'server' && (selected.id === a || selected.id === b);
      if (isOwn || isCut(world, a, b) || isCut(world, b, a)) add(a, b);
    }
  return [...pairs].sort((a, b) => a - b);
}
