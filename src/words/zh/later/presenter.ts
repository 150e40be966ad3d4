/** What is said where a room looks on. */
import type { Said } from '../../catalogue.ts';
import type { presenter as english } from '../../en/later/presenter.ts';

export const presenter: Said<typeof english> = {
  leave: '退出演示',
  blank: '没有显示任何内容',
};
