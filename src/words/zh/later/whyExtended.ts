/** What an answer is about where the dissertation speaks, not Figure 2: PreVote, transfers, leases of attention. */
import type { Said } from '../../catalogue.ts';
import type { whyExtended as english } from '../../en/later/whyExtended.ts';
import { message, servers } from './whyFacts.ts';

export const whyExtended: Said<typeof english> = {
  preVoteGranted: ({ voter, candidate, term }) =>
    `${voter} 告诉 ${candidate} 它会在任期 ${term} 投给它；但它还没有投票。`,
  voterLeads: ({ voter, candidate, term }) =>
    `${voter} 在任期 ${term} 没有答应 ${candidate}：它自己就是领导者。`,
  askedFirst: ({ server, term }) =>
    `${server} 在参选之前，先问其他服务器会不会在任期 ${term} 投给它。`,
  stoodAsAgreed: ({ server, term, have, of }) =>
    `${server} 在任期 ${term} 参选：${servers(of)}中有 ${have} 台（含它自己）会投给它。`,
  stoodAsTold: ({ server, leader, term }) =>
    `${server} 立即在任期 ${term} 参选：${leader} 把领导权移交给它。`,
  countsPreVote: ({ asker, server, term }) =>
    `${asker} 计入 ${server}：它会在任期 ${term} 投给它。`,
  countsNotPreVote: ({ asker, server, term }) =>
    `${asker} 没有得到 ${server} 会在任期 ${term} 投给它的答复。`,
  countedPreVote: ({ server, from, have, needed }) =>
    `${server} 记下 ${from} 会投给它：所需 ${needed} 台中已有 ${have} 台。`,
  roleNoVote: ({ server, term }) =>
    `${server} 在任期 ${term} 没有投票权：它接受所发的内容，但不参选。`,
  tookSnapshot: ({ server, leader, index }) =>
    `${server} 接受了 ${leader} 到条目 ${index} 为止的快照：它所缺的条目 ${leader} 已不再保留。`,
  knewSnapshot: ({ server, leader, index, commit }) =>
    `${server} 忽略了 ${leader} 到条目 ${index} 为止的快照：它知道已提交到 ${commit}。`,
  knewRefusal: ({ server, from, refused }) =>
    `${server} 忽略了 ${from} 在条目 ${refused} 处的拒绝：它早已据此后退。`,
  confirmedLead: ({ server, from }) => `${server} 从 ${from} 得知：读取到来之后它仍是领导者。`,
  leftOffice: ({ server, index }) =>
    `${server} 提交了条目 ${index}，即不含它自己的配置，并就此退位。`,
  changeUnderWay: ({ server }) => `${server} 没有开始变更配置：前一次变更尚未提交。`,
  changeTooEarly: ({ server, term }) =>
    `${server} 没有开始变更配置：它还没有提交任期 ${term} 的任何条目。`,
  changeTooLarge: ({ server }) => `${server} 没有开始变更配置：一次只能变更一台服务器。`,
  staleReply: ({ term, current, ...sent }) =>
    `${sent.to} 忽略了${message(sent)}：它属于任期 ${term}，而 ${sent.to} 在任期 ${current}。`,
  waitsHandover: ({ client, command, server, target }) =>
    `${client} 留着 ${command} 等待：${server} 正把领导权移交给 ${target}，期间不接受命令。`,
  waitsAnswerLost: ({ client, command, server, index }) =>
    `${client} 在等待，尽管 ${server} 已把 ${command} 作为条目 ${index} 执行：答复没有到达。`,
  waitsMissed: ({ client, command, server }) =>
    `${client} 在等待：它请求 ${command} 时 ${server} 没有运行。`,
  sentAwayHandover: ({ client, command, server, target }) =>
    `${server} 让带着 ${command} 的 ${client} 另寻他处：它虽是领导者，却正把领导权移交给 ${target}。`,
  noElectionUnheard: ({ server, leader, term }) =>
    `还没有谁参选：${server} 已听不到领导任期 ${term} 的 ${leader}，而它的定时器还在走。`,
};
