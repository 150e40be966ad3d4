/** 在页面里编写课程。 */

import type { Said } from '../../catalogue.ts';
import type { editor as english } from '../../en/later/editor.ts';

export const editor: Said<typeof english> = {
  title: '编写课程',
  label: '课程文本',
  besideLabel: '可以做什么',
  fileName: 'quorate-lesson.yaml',
  intro:
    '按 Ctrl 加空格，会列出这里可以写什么。先按 Esc 再按 Tab 离开文本。编写时内容保存在这个浏览器里。',
  tryIt: '试一试',
  download: '下载',
  record: '我在页面里做过的事',
  fresh: '重新开始',
  recordedTitle: '我做过的事',
  recordedComment: '页面里的运行，写成了步骤。请在步骤之间加入说明和问题。',
  recorded: '页面里的运行现在写成了步骤。撤销可以恢复原来的内容。',
  left: (parts) => `页面里的运行现在写成了步骤，除了没有步骤能表达的：${parts.join('、')}。`,
  ready: '什么都不缺。',
  remarks: (many) => `有 ${many} 处要看`,
  line: (line) => `第 ${line} 行`,
  template: `quorate: 1
title: 谁来领导？
refs: [§5.2]
servers: 3
# 手动：没有步骤要求，就不会超时，也不会送达。
timers: manual
delivery: manual

lesson:
  task: 让 S2 成为领导者。
  par: 1
  goal: { leader: S2 }
  solution:
    - timeout: S2
    - settle: true

steps:
  - note: 三个跟随者在等待。S1 的计时器快到了。
  - timeout: S1
  - ask:
      question: 谁会领导？
      pick: server
      options:
        - text: S1
          server: S1
          # 运行继续之后这里成立，就算答对。
          holds: { leader: S1 }
          answer: 它先请求，而且还没有人投过票。
        - text: S2
          server: S2
          holds: { leader: S2 }
          answer: 它的计时器还没到，它根本没有参选。
  - settle: true
  - note: 三票中的两票就够了。
  - expect: { leader: S1 }
`,
};
