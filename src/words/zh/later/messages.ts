/** What can be done to a message on its way, and who delivers messages at all. */
import type { Said } from '../../catalogue.ts';
import type { messages as english } from '../../en/later/messages.ts';

export const messages: Said<typeof english> = {
  menu: (from, to) => `${from} 发给 ${to} 的消息：可做的操作`,
  verbs: {
    deliver: '立即送达',
    hold: '扣住',
    release: '放行',
    duplicate: '复制',
    drop: '丢弃',
    inspect: '检查',
    delay: (ms) => `推迟 ${ms} ms`,
  },
  director: '由我投递每条消息',
  directorHint: '消息等你投递；定时器照常走。',
  deliverNext: '送达最早的一条',
  none: '请先选择一条消息：点击它，或在检查器中选取。',
};
