/** Cut links: nothing passes, and what is on its way is lost. A link is cut in one direction at a time. */
import type { ServerId } from '../../base/index.ts';
import { loseOnCutLinks } from '../bus.ts';
import type { Event } from '../event.ts';
import { happen } from '../happen.ts';
import type { World } from '../world.ts';

/** From one server to another. */
export type Link = readonly [from: ServerId, to: ServerId];

/** The two directions of one link. */
export const bothWays = (a: ServerId, b: ServerId): readonly Link[] => [
  [a, b],
  [b, a],
];

/** Every link between servers of different groups; servers in no group keep theirs. */
export function linksBetween(groups: readonly (readonly ServerId[])[]): readonly Link[] {
  const links: Link[] = [];
  for (const group of groups)
    for (const others of groups)
      if (others !== group)
        for (const from of group) for (const to of others) links.push([from, to]);
  return links;
}

/** Cuts these links from now on, and loses what is on them. */
export function cutLinks(world: World, links: readonly Link[]): Event {
  for (const [from, to] of links) world.cut[from * world.servers.length + to] = 1;
  loseOnCutLinks(world);
  return happen(world, 'cut');
}

/** Mends these links, or all where `links` is null. */
export function healLinks(world: World, links: readonly Link[] | null): Event {
  if (links === null) world.cut.fill(0);
  else for (const [from, to] of links) world.cut[from * world.servers.length + to] = 0;
  return happen(world, 'heal');
}
