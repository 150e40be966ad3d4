/** Everything that was said, as a text. */
import type { Said } from '../../catalogue.ts';
import type { transcript as english } from '../../en/later/transcript.ts';

export const transcript: Said<typeof english> = {
  title: '解说文本',
  intro: (events) => `到此刻为止发生的事，取自 ${events} 个事件。`,
  only: (many) => `最后 ${many} 个事件；回到更早的时刻，就会讲述更早的事件。`,
  label: '这次运行的解说文本',
  copy: '复制',
  copied: '已复制。',
  notCopied: '浏览器不允许复制：请改为选中文字。',
  download: '下载',
  file: 'quorate-transcript.txt',
  line: (moment, sentence, rule) =>
    rule === '' ? `${moment}  ${sentence}` : `${moment}  ${sentence} [${rule}]`,
  heartbeats: (many) =>
    many === 1 ? '（1 次心跳，没有新情况）' : `（${many} 个事件，没有新情况）`,
};
