/** The conditions of one link in one direction: read as all links have them, but for what was set for it alone. */
import { type LinkOptions, linkKey, linkOf, type Options, optionsWith } from '../../sim/index.ts';
import { type Slider, sliders } from './sliders.ts';

const ids: readonly Slider['id'][] = ['latencyMin', 'latencyMax', 'loss', 'duplication'];

/** The sliders that mean something for one link. */
export const linkSliders: readonly Slider[] = sliders.filter(({ id }) => ids.includes(id));

/** The options as they would be if all links were like this one. */
export const asOfLink = (options: Options, from: number, to: number): Options =>
  optionsWith(options, linkOf(options, from, to));

/** Whether anything was set for it alone. */
export const isOwn = ({ links }: Options, from: number, to: number): boolean =>
  links[linkKey(from, to)] !== undefined;

/** Sets it for this link alone. */
export function withLink(
  { links }: Options,
  from: number,
  to: number,
  changes: LinkOptions,
): Partial<Options> {
  const key = linkKey(from, to);
  return { links: { ...links, [key]: { ...links[key], ...changes } } };
}

/** It is a link like all others again. */
export function withoutLink({ links }: Options, from: number, to: number): Partial<Options> {
  const { [linkKey(from, to)]: _, ...others } = links;
  return { links: others };
}
