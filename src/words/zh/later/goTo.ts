/** Going to a moment by its number, or from mark to mark. */
import type { Said } from '../../catalogue.ts';
import type { goTo as english } from '../../en/later/goTo.ts';

export const goTo: Said<typeof english> = {
  title: '前往某一时刻或标记',
  time: {
    label: '秒',
    reached: (end) => `这次运行已进行到 ${end}；更晚的时刻会接着播放到那里。`,
    outside: (most) => `时刻是 0 到 ${most} 之间的秒数。`,
  },
  order: {
    label: '事件',
    reached: (end) => `这次运行已进行到${end}。`,
    outside: (most) => `事件编号是 0 到 ${most} 之间的整数。`,
  },
  go: '前往',
  marks: '在标记之间跳转',
  letters: '按字母到下一个，加 Shift 到上一个。',
  kinds: {
    elected: '选举',
    commit: '提交',
    fault: '故障',
    violation: '违反',
    term: '任期',
    client: '客户端命令',
  },
};
