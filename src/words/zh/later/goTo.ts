/** Going to a moment by its number. */
import type { Said } from '../../catalogue.ts';
import type { goTo as english } from '../../en/later/goTo.ts';

export const goTo: Said<typeof english> = {
  title: '前往某一时刻',
  seconds: '秒',
  reached: (end) => `这次运行已进行到 ${end}；更晚的时刻会接着播放到那里。`,
  outside: (most) => `时刻是 0 到 ${most} 之间的秒数。`,
  go: '前往',
};
