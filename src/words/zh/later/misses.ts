/** What is said when a key or a link finds nothing to act on, and when the program itself broke. */
import type { Said } from '../../catalogue.ts';
import type * as english from '../../en/later/misses.ts';

export const misses: Said<typeof english.misses> = {
  notALink: '此链接不完整或有误：其中没有可播放的内容。请重新索取。',
  laterVersion: '此链接由更新版本的 Quorate 生成。请重新载入页面以获取新版。',
  notSelected: '请先选择一台服务器：按它的编号，或点击它。',
  notDown: (name) => `${name} 没有停机：请先使它崩溃，再选它丢失什么。`,
  noBranch: '这次运行目前只有一个分支：请先回到过去做点别的。',
  noActs: '那里没有什么操作是这里没做过、又能在这里做的。',
  noMarkAhead: '后面还没有这样的标记：继续播放，直到出现为止。',
  noMarkBefore: '此刻之前没有这样的标记。',
  noMessage: '请先选择一条在途消息：点击它，或在检查器中选取。',
  noQuestion: '这里没有等待回答的问题。',
};

export const broken: Said<typeof english.broken> = {
  title: '出了故障',
  explained: '实验室遇到了没有规则可循的状态。导致它的运行完好无损：复制下来，可以重放到同一事件。',
  copy: '复制这次运行',
  copied: '已复制。',
  notCopied: '剪贴板拒绝了。请选中下面的文字并复制。',
  restart: '开始新的运行',
  what: (message) => `程序给出的信息：${message}`,
  run: '这次运行：种子与命令',
};
