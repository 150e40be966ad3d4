/** The logs on their common ruler, and the store they make. */
import type { Said } from '../catalogue.ts';
import type { logs as logsEnglish, store as storeEnglish } from '../en/logs.ts';

// What stands in a log is the paper's own notation in every language.
export { commandLong, commandShort } from '../en/logs.ts';

export const logs: Said<typeof logsEnglish> = {
  title: '日志',
  server: '服务器',
  index: (index) => `条目 ${index}`,
  legend: {
    match: '已知匹配',
    next: '下次发送',
    fence: '已提交至此',
    applied: '已应用',
    written: '尚未落盘',
  },
  noop: '·',
  noopLong: '新领导者的空操作（no-op）',
  config: '配置',
  crew: {
    both: '旧+新',
    joined: (name) => `+${name}`,
    left: (name) => `−${name}`,
    learns: (name) => `+${name} L`,
    promoted: (name) => `${name}↑`,
    same: '不变',
    nobody: '还没有成员',
    joint: (old, now) => `${old} 的多数派，以及 ${now} 的多数派`,
    withLearners: (voters, learners) => `${voters}；学习者：${learners}`,
    entry: (text) => `配置：${text}`,
  },
  snapshot: {
    whole: (index, term) => `快照，截至 ${index}，任期 ${term}`,
    upTo: (index, term) => `截至 ${index}，任期 ${term}`,
    long: (index) => `快照，截至 ${index}`,
    middle: (index) => `截至 ${index}`,
    short: (index) => `…${index}`,
  },
  empty: '还没有条目。客户端提出请求，领导者便追加条目。',
  earlier: (many) => `… 之前 ${many} 条`,
  later: (many) => `之后 ${many} 条 …`,
  latest: '最新',
  leads: '领导者',
  cell: {
    term: '任期',
    committed: '已提交',
    uncommitted: '此处未提交',
    applied: '已应用',
    conflict: '与领导者冲突',
    written: '尚未落盘',
    match: '已知匹配',
    next: '下次发送',
    why: (index) => `条目 ${index} 为何未提交？`,
  },
  entries: (many) => `${many} 个条目`,
};

export const store: Said<typeof storeEnglish> = {
  at: (name) => `${name} 的键值存储：`,
  empty: '空',
  pair: (key, value) => `${key}=${value}`,
  noLeader: '键值存储：没有领导者',
};
