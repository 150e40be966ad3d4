/** A broken property, as the two facts that cannot both be. */
import type { CollisionSaid, violation as violationEnglish } from '../../en/later/violations.ts';
import { page } from '../page.ts';

const held = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '什么也没有' : `“${value}”`;

const sentences: Readonly<Record<string, (facts: CollisionSaid) => string>> = {
  ElectionSafety: ({ term, first, second }) => `${first} 与 ${second} 都在任期 ${term} 当选。`,
  LeaderAppendOnly: ({ server, term, index }) =>
    `${server} 领导任期 ${term}，而它自己的条目 ${index} 被改动或消失。`,
  LogMatching: ({ first, second, index, term }) =>
    `${first} 与 ${second} 都有任期 ${term} 的条目 ${index}，而它们在此之前的日志不同。`,
  LeaderCompleteness: ({ index, committedIn, committedBy, leader, leaderTerm }) =>
    `${committedBy} 在任期 ${committedIn} 提交了条目 ${index}，而领导任期 ${leaderTerm} 的 ${leader} 没有它。`,
  StateMachineSafety: ({ first, second, index }) =>
    `${first} 与 ${second} 在索引 ${index} 应用了不同的条目。`,
  MonotonicIndexes: ({ server, field, from, to }) =>
    `${server} 的 ${field} 从 ${from} 降到了 ${to}。`,
  OneConfigChange: ({ server, pendingIndex, index }) =>
    `${server} 在索引 ${index} 开始了变更，而索引 ${pendingIndex} 的变更尚未提交。`,
  ExactlyOnce: ({ server, index, client, serial, expected, found }) =>
    `在索引 ${index}，${server} 再次应用了 ${client} 的命令 ${serial}：该键应为${held(expected)}，实为${held(found)}。`,
  Linearizability: ({ key, client, server }) =>
    `对 ${key} 的命令无论怎样排序，都解释不了 ${server} 给 ${client} 的答复。`,
};

/** One sentence for a broken property. */
export const violation: typeof violationEnglish = (facts) => {
  const sentence = sentences[facts.property]?.(facts);
  if (sentence === undefined) return facts.property;
  return `${page.propertyNames[facts.property]}被破坏：${sentence}`;
};
