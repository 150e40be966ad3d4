/** What the picture says beyond the first view: sides, resets, votes, and the overview of a crowd. */
import type { Said } from '../../catalogue.ts';
import type { stage as english } from '../../en/later/stage.ts';
import { list } from '../numbers.ts';
import { tally } from '../servers.ts';

type Why = Parameters<typeof english.votes>[0]['refused'][number]['why'];

const objections: Readonly<Record<Why, (voter: string, other: string) => string>> = {
  votedOther: (voter, other) => `${voter}（已投给 ${other}）`,
  laterTerm: (voter) => `${voter}（处于更高的任期）`,
  newerLog: (voter) => `${voter}（它的日志更新）`,
  hearsLeader: (voter) => `${voter}（听得到领导者）`,
};

export const stage: Said<typeof english> = {
  carry: '拖到一个服务器上，向它请求',
  askThere: (client, server) => `${client} 向 ${server} 请求`,
  side: (voters, isQuorate) => `${tally(voters)}：${isQuorate ? '多数派' : '不是多数派'}`,
  reset: {
    heartbeat: '心跳',
    entries: '条目到达',
    snapshot: '快照到达',
    voteGranted: '已投票',
    stands: '选举开始',
    stepsDown: '退位',
    restart: '已重启',
  },
  votes: ({ castFor, term, granted, refused }) =>
    [
      castFor === null ? '' : `在任期 ${term} 投给了 ${castFor}。`,
      granted.length === 0 ? '' : `${list(granted)} 投了票。`,
      refused.length === 0
        ? ''
        : `拒绝投票的有：${refused.map(({ voter, why, other }) => objections[why](voter, other)).join('、')}。`,
    ].join(''),
  tallyOfMany: (have, many) => `${have}，需 ${many}`,
  pickTwo: '请选两台服务器：它们之间的链路会断开，或修复。按 Esc 结束。',
  pickOther: (name) => `${name} 与…？按 Esc 结束。`,
  trueFence: {
    show: '显示真正已提交的部分',
    upTo: (index) => `不论谁知道，真正已提交的：到条目 ${index} 为止`,
  },
  quorums: {
    title: '法定人数（quorum）',
    none: '还没有谁当选，也没有任何条目提交。',
    election: (leader, term, have) => `${leader} 以 ${have} 票当选任期 ${term} 的领导者`,
    commit: (leader, index, have) => `${leader} 提交到条目 ${index}：${have} 台持有它`,
    electedBy: (have) => `${have} 台选出`,
    committedBy: (have) => `${have} 台提交`,
    asBefore: (many) => `其中 ${many} 台与之前相同`,
    shared: (names) =>
      names.length === 0
        ? '没有谁也在前一个法定人数之中。'
        : `${names.length > 6 ? `${names.length} 台服务器` : list(names)} 也在前一个法定人数之中。`,
  },
  legend: [
    '颜色与数字：任期',
    '♛ 领导者',
    '? 请求选票，及已得票数',
    '✕ 已崩溃',
    '横条：定时器的剩余时间',
  ],
};
