/** Election timers that run out together. */
import type { Said } from '../../catalogue.ts';
import type { timers as english } from '../../en/later/timers.ts';

export const timers: Said<typeof english> = {
  align: '对齐计时器',
  spread: '打散计时器',
  alignHint: '所有选举计时器同时到期：选票分散',
  spreadHint: '每个选举超时重新随机抽取',
  alone: '正在运行的选举计时器不足两个：没有可对齐的。',
};
