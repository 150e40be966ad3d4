/** The edges between parts of the page, by the part that grows and shrinks. */
import type { Said } from '../../catalogue.ts';
import type { splitters as english } from '../../en/later/splitters.ts';

export const splitters: Said<typeof english> = {
  desk: '服务器区的宽度',
  panel: '面板的宽度',
  diagram: '时空图的高度',
};
