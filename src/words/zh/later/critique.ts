/** 一课还缺什么，每项一句话，以及如何检查。 */

import type { Said } from '../../catalogue.ts';
import type { critique as english, FindingSaid } from '../../en/later/critique.ts';
import { files } from './scenario.ts';

const findings: Readonly<Record<string, (facts: FindingSaid) => string>> = {
  noQuestion: () => '没有任何提问：只按下一站的人学不到多少。',
  noTask: () => '没有带目标的任务。',
  noSolution: () => '任务没有解答。',
  metIdle: () => '什么都不做，60 秒内目标也会达成。',
  notSolved: () => '解答达不到目标。',
  noRight: () => '这个问题没有正确选项。',
  noReply: ({ option }) => `选项“${option}”没有自己的回答。`,
  disagrees: ({ option }) => `运行结果与选项“${option}”的“correct”不一致。`,
  manyStops: ({ many }) => `停了 ${many} 次；最多 8 次。`,
  longBeat: ({ many }) => `这里有 ${many} 个词；最多 40 个。`,
  longRun: ({ many }) => `总共有 ${many} 个词；最多 300 个。`,
  otherPar: ({ many, par }) => `解答用了 ${many} 步，而 par 写的是 ${par}。`,
  failure: ({ failure }) =>
    failure === undefined ? '有期望不成立。' : `这里不成立：${files.failure(failure)}。`,
};

export const critique: Said<typeof english> = {
  finding: (facts) => findings[facts.id]?.(facts) ?? facts.id,
  place: (file, line, path) => (path === '' ? `${file}:${line}` : `${file}:${line}: ${path}`),
  ready: (file) => `${file}：可以用了`,
  usage: `用法：npm run --silent check-lesson -- 文件...

说出一课还缺什么。退出码 0：什么都不缺；1：缺些什么；2：文件或命令行有误。`,
};
