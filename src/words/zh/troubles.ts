/** What is said when something cannot be done, and when something broke. */
import type { Said } from '../catalogue.ts';
import type * as english from '../en/troubles.ts';

export const refusals: Said<typeof english.refusals> = {
  isStopped: (name) => `${name} 已崩溃：请先重启它。`,
  isRunning: (name) => `${name} 已在运行。`,
  isPaused: (name) => `${name} 已暂停：请先恢复它。`,
  isNotPaused: (name) => `${name} 没有暂停。`,
  doesNotLead: (name) => `${name} 不是领导者，只有领导者发送心跳。`,
  nobodyLeads: () => '运行中的服务器里没有领导者。',
  nothingPending: () => '这个客户端没有在等待任何答复。',
  noSuchMessage: () => '这条消息已到达或已丢失。',
};

export const troubles: Said<typeof english.troubles> = {
  keptRunUnreadable: '上次访问留下的运行无法读取，已开始新的运行。',
  keptRunOther: '上次访问留下的运行由另一版本生成，已开始新的运行。',
  enoughServers: '已有 101 台服务器：这次运行不能再加入更多。',
  dismiss: '知道了',
};
