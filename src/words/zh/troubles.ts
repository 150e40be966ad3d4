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
  notALink: '此链接不完整或有误：其中没有可播放的内容。请重新索取。',
  laterVersion: '此链接由更新版本的 Quorate 生成。请重新载入页面以获取新版。',
  enoughServers: '已有九台服务器：这次运行不能再加入更多。',
  notSelected: '请先选择一台服务器：按它的编号，或点击它。',
  noMessage: '请先选择一条在途消息：点击它，或在检查器中选取。',
  dismiss: '知道了',
  title: '出了故障',
  explained: '实验室遇到了没有规则可循的状态。导致它的运行完好无损：复制下来，可以重放到同一事件。',
  copy: '复制这次运行',
  copied: '已复制。',
  notCopied: '剪贴板拒绝了。请选中下面的文字并复制。',
  restart: '开始新的运行',
  what: (message) => `程序给出的信息：${message}`,
  run: '这次运行：种子与命令',
};
