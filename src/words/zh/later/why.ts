/** Why, and why not: what an answer is about. Names, numbers, reasons, active verbs. */
import type { Said } from '../../catalogue.ts';
import type { whySaid as english } from '../../en/later/why.ts';
import { duration } from '../numbers.ts';
import { whyCauses } from './whyCauses.ts';
import { whyExtended } from './whyExtended.ts';
import { message, servers } from './whyFacts.ts';
import { whyHad, whyNone, whyWould } from './whyOtherwise.ts';

type Part = Partial<Said<typeof english>>;

const losses = {
  loss: () => '链路会丢失部分消息',
  cut: ({ from, to }: { from: string; to: string }) => `从 ${from} 到 ${to} 什么也过不去`,
  crashed: ({ to }: { to: string }) => `${to} 已停机`,
  command: () => '是你丢弃了它',
};

type Kind = Parameters<typeof english.happened>[0]['kind'];

/** An event that no other sentence speaks of; `server` is empty where none acts. */
const happenings: Readonly<Record<Kind, (server: string) => string>> = {
  options: () => '这次运行的条件改变了。',
  start: () => '运行开始。',
  receive: (server) => `${server} 收到一条消息。`,
  electionTimeout: (server) => `${server} 的定时器到期，而它没有参选。`,
  heartbeat: (server) => `${server} 没有要发的心跳。`,
  client: (server) =>
    server === '' ? '客户端的一条命令发出。' : `客户端的一条命令到达 ${server}。`,
  crash: (server) => `${server} 崩溃。`,
  restart: (server) => `${server} 重启。`,
  pause: (server) => `${server} 的进程停住了。`,
  resume: (server) => `${server} 的进程恢复运行。`,
  inject: () => '一条伪造的消息上了路。',
  hold: () => '一条消息在途中停下。',
  release: () => '停下的一条消息继续前行。',
  drop: () => '一条消息丢失。',
  duplicate: () => '一条消息变成两条。',
  cut: () => '链路断开。',
  heal: () => '链路恢复畅通。',
  apply: (server) => `${server} 应用了一个条目。`,
  persist: (server) => `${server} 写入的内容已落盘。`,
  snapshot: (server) => `${server} 生成了快照。`,
  reconfigure: (server) => `有人要求 ${server} 变更投票成员。`,
  transfer: (server) => `有人要求 ${server} 移交领导权。`,
  delay: () => '一条消息比原本要走得更久。',
};

const whyRoles = {
  roleDown: ({ server }) => `${server} 已停机：它听不到，也不投票。`,
  rolePaused: ({ server }) => `${server} 的进程停住了。`,
  roleLeads: ({ server, term, have, of }) =>
    have === 0
      ? `${server} 领导任期 ${term}。`
      : `${server} 领导任期 ${term}：${servers(of)}中有 ${have} 台投给了它。`,
  roleStands: ({ server, term, have, needed }) =>
    `${server} 在任期 ${term} 参选，所需 ${needed} 票中已有 ${have} 票。`,
  roleAsksFirst: ({ server, term, have, needed }) =>
    `${server} 在任期 ${term} 参选之前先询问：所需 ${needed} 台中已有 ${have} 台同意。`,
  roleFollows: ({ server, leader, term }) => `${server} 在任期 ${term} 跟随 ${leader}。`,
  roleWaits: ({ server, term }) => `${server} 在任期 ${term} 等待，不知道谁是领导者。`,
  notLeaderStopped: ({ server }) => `${server} 当不了领导者：它没有运行。`,
  notLeaderNoVote: ({ server }) => `${server} 当不了领导者：它没有投票权。`,
  notLeaderWaits: ({ server, term }) => `${server} 不是领导者：它在任期 ${term} 还没有参选。`,
  notLeaderFollows: ({ server, leader, term }) =>
    `${server} 不是领导者：领导任期 ${term} 的是 ${leader}。`,
  standsNotStopped: ({ server }) => `${server} 不参选：它没有运行。`,
  standsNotNoVote: ({ server }) => `${server} 不参选：它没有投票权。`,
  standsNotLeads: ({ server, term }) => `${server} 不参选：它已在领导任期 ${term}。`,
  standsAlready: ({ server, term }) => `${server} 正在参选，任期 ${term}。`,
  standsNotByHand: ({ server }) => `${server} 不参选：它的定时器只在你发话时到期。`,
  standsNotYet: ({ server, ms }) => `${server} 不参选：它的定时器还剩 ${duration(ms)}。`,
  noElectionLed: ({ leader, term }) =>
    `没有谁参选：${leader} 领导任期 ${term}，其他服务器听得到它。`,
  noElectionYet: ({ server }) => `还没有谁参选：没有定时器到期。${server} 的最先。`,
  noElectionNobody: ({ many }) => `没有谁参选：${servers(many)}没有运行。`,
} satisfies Part;

const whyVotes = {
  voteGranted: ({ voter, candidate, term }) => `${voter} 在任期 ${term} 投给了 ${candidate}。`,
  votePassedOver: ({ voter, candidate }) =>
    `${voter} 忽略了 ${candidate} 的请求：它刚刚听到过领导者。`,
  preVoteRefused: ({ voter, candidate, term }) =>
    `${voter} 不愿在任期 ${term} 投给 ${candidate}：它刚刚听到过领导者。`,
  voteTermOver: ({ voter, candidate, term, current }) =>
    `${voter} 拒绝了 ${candidate}：任期 ${term} 已过，${voter} 在任期 ${current}。`,
  voteGivenAway: ({ voter, candidate, term }) =>
    `${voter} 拒绝了 ${candidate}：它在任期 ${term} 唯一的一票已经投出。`,
  voteLogBehind: ({ voter, candidate, term }) =>
    `${voter} 在任期 ${term} 拒绝了 ${candidate}：它自己的日志更新。`,
} satisfies Part;

const whyCommits = {
  commitUnknown: ({ server, index, by }) => `${server} 还不知道条目 ${index} 已提交；${by} 知道。`,
  commitOlderTerm: ({ leader, index, term, current }) =>
    `${leader} 不得靠计数提交条目 ${index}：它属于任期 ${term}，而 ${leader} 领导任期 ${current}。`,
  commitTooFew: ({ leader, index, have, of, needed }) =>
    `${leader} 无法提交条目 ${index}：${of} 份副本中它知道 ${have} 份，需要 ${needed} 份。`,
  commitLeftBehind: ({ server, index, leader, current }) =>
    `${server} 的条目 ${index} 不在 ${leader} 的日志中，而 ${leader} 领导任期 ${current}。`,
  commitLeaderless: ({ server, index }) =>
    `持有 ${server} 的条目 ${index} 的服务器都不是领导者，而只有领导者能提交。`,
  committedByCount: ({ leader, index, have, of }) =>
    `${leader} 提交了条目 ${index}：它知道 ${servers(of)}上有 ${have} 份副本。`,
  committedWith: ({ leader, index, term, by, current }) =>
    `${leader} 把任期 ${term} 的条目 ${index} 连同自己任期 ${current} 的条目 ${by} 一起提交。`,
  committedByHearing: ({ server, leader, index }) =>
    `${server} 从 ${leader} 得知条目 ${index} 已提交。`,
  committedFromStart: ({ server, index }) => `${server} 从开始就知道条目 ${index} 已提交。`,
  overwritten: ({ server, index, term, leader, theirs }) =>
    `${server} 丢弃任期 ${term} 的条目 ${index}，改用 ${leader} 任期 ${theirs} 的条目。`,
  countNoVote: ({ asker, server }) => `${asker} 不能计入 ${server}：它没有投票权。`,
  countsIt: ({ asker, server, index }) =>
    `${asker} 计入 ${server}：它知道其副本到条目 ${index} 为止。`,
  countsNot: ({ asker, server, index, match }) =>
    `对条目 ${index}，${asker} 不能计入 ${server}：它所知的其日志只到 ${match}。`,
  countsVote: ({ asker, server, term }) => `${asker} 计入 ${server} 在任期 ${term} 的选票。`,
  countsNotVote: ({ asker, server, term }) => `${asker} 没有得到 ${server} 在任期 ${term} 的选票。`,
} satisfies Part;

const whyClients = {
  waitsUnheard: ({ client, command, server }) =>
    `${client} 在等待：它向 ${server} 请求 ${command}，而 ${server} 没有答复。`,
  waitsRefused: ({ client, command, server }) =>
    `${client} 留着 ${command} 等待：${server} 当时不是领导者，也不知道谁是。`,
  waitsForCommit: ({ client, command, server, index }) =>
    `${client} 在等待：条目 ${index} 提交并应用之后，${server} 才会答复 ${command}。`,
  waitsOrphaned: ({ client, command, server }) =>
    `${client} 在等待：${server} 接受了 ${command}，却已不再是领导者。`,
  waitsUnderWay: ({ client, command, server }) =>
    `${client} 在等待：${command} 正由 ${server} 处理。`,
  readBeforeCommit: ({ client, command, leader, term }) =>
    `${client} 留着 ${command} 等待：${leader} 还没有提交任期 ${term} 的任何条目。`,
  readUnconfirmed: ({ client, command, leader, have, needed }) =>
    `${client} 留着 ${command} 等待：${leader} 须由 ${needed} 台服务器确认自己仍是领导者，现有 ${have} 台。`,
  sentAway: ({ client, command, server }) =>
    `${server} 让带着 ${command} 的 ${client} 另寻他处：它不是领导者。`,
} satisfies Part;

const whyEvents = {
  steppedDown: ({ server, from, term, old }) =>
    `${server} 放弃任期 ${old}：${from} 在任期 ${term}。`,
  adoptedTerm: ({ server, from, term, old }) =>
    `${server} 从任期 ${old} 进入 ${term}：${from} 在那个任期。`,
  stood: ({ server, term, ms }) =>
    `${server} 在任期 ${term} 参选：它有 ${duration(ms)} 没有听到任何消息。`,
  stoodAgain: ({ server, term, ms }) =>
    `${server} 在任期 ${term} 再次参选：${duration(ms)} 内没有得到多数派。`,
  stoodByHand: ({ server, term }) => `${server} 在任期 ${term} 参选：是你或场景使它的定时器到期。`,
  gaveWay: ({ server, leader, term }) => `${server} 放弃参选：${leader} 已在领导它的任期 ${term}。`,
  startedTimer: ({ server, leader, term }) =>
    `${server} 重新开始计时：领导其任期 ${term} 的 ${leader} 发了话。`,
  steppedBack: ({ server, from, refused, next }) =>
    `${server} 从条目 ${next} 再试 ${from}：它们的日志在 ${refused} 处不相合。`,
  notedCopy: ({ server, from, index }) =>
    `${server} 记下：${from} 持有它到条目 ${index} 为止的日志。`,
  knewCopy: ({ server, from, index }) =>
    `${server} 再次得知：${from} 持有它到条目 ${index} 为止的日志。`,
  countedVote: ({ server, from, have, needed }) =>
    `${server} 计入 ${from} 的选票：所需 ${needed} 票中已有 ${have} 票。`,
  countedRefusal: ({ server, from, have, needed }) =>
    `${server} 记下 ${from} 的拒绝：所需 ${needed} 票中已有 ${have} 票。`,
  tookEntries: ({ server, leader, index }) =>
    `${server} 接受了 ${leader} 所发的条目，到 ${index} 为止。`,
  refusedOldTerm: ({ server, leader, term, current }) =>
    `${server} 拒绝了 ${leader} 的条目：任期 ${term} 已过，${server} 在任期 ${current}。`,
  refusedGap: ({ server, leader, index, term, own, end }) =>
    index > end
      ? `${server} 拒绝：${leader} 以条目 ${index} 为前提，而 ${server} 的日志到 ${end} 为止。`
      : `${server} 拒绝：它的条目 ${index} 属于任期 ${own}，${leader} 的属于任期 ${term}。`,
  lost: ({ reason, ...sent }) => `${message(sent)} 丢失：${losses[reason](sent)}。`,
  applied: ({ server, index }) => `${server} 应用了条目 ${index}：它知道该条目已提交。`,
  beat: ({ leader, term }) => `${leader} 发送了心跳：它领导任期 ${term}，其他服务器等着听到它。`,
  lostQuorum: ({ leader }) => `${leader} 退位：在一个选举超时内没有多数派回应它。`,
  arrived: (sent) => `${message(sent)} 到达。`,
  happened: ({ server, kind }) => happenings[kind](server),
} satisfies Part;

/** The sentences of answers, by id. */
export const whySaid: Said<typeof english> = {
  ...whyRoles,
  ...whyVotes,
  ...whyCommits,
  ...whyClients,
  ...whyEvents,
  ...whyExtended,
  ...whyCauses,
  ...whyHad,
  ...whyWould,
  ...whyNone,
};
