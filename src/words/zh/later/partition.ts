/** Dividing the cluster. */
import type { Said } from '../../catalogue.ts';
import type { partition as english } from '../../en/later/partition.ts';

export const partition: Said<typeof english> = {
  title: '划分集群',
  intro: '服务器只能联系到同一侧的服务器。两侧之间的链路全部断开。',
  side: (letter) => `${letter} 侧`,
  sideOf: (name) => `${name} 所在的一侧`,
  letters: ['A', 'B', 'C'],
  counted: (letter, tally, verdict) => `${letter}：${tally}，${verdict}`,
  quorate: '有多数派',
  notQuorate: '没有多数派',
  apply: '断开各侧之间的链路',
  cancel: '取消',
  oneSide: '所有服务器都在同一侧：请至少把一台放到另一侧。',
  now: '被切断的与在等待的',
  linksCut: (many) => `${many} 条链路已切断`,
};
