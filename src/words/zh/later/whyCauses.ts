/** What made it so: the causes in an answer, one short sentence each. */
import type { Said } from '../../catalogue.ts';
import type { whyCauses as english } from '../../en/later/whyCauses.ts';
import { duration, list } from '../numbers.ts';
import { kindSaid, last, message, servers } from './whyFacts.ts';

export const whyCauses: Said<typeof english> = {
  soFromStart: () => '运行开始时就是这样。',
  crashedByHand: ({ server }) => `是你或场景使 ${server} 崩溃。`,
  pausedByHand: ({ server }) => `是你或场景暂停了 ${server}。`,
  keeps: ({ server, term, entries }) =>
    `${server} 保有任期 ${term}、它的选票和 ${entries} 个条目。`,
  isDown: ({ server }) => `${server} 已停机。`,
  standsStill: ({ server }) => `${server} 的进程停住了。`,
  linkCut: ({ from, to }) => `链路 ${from}–${to} 已断开。`,
  linkCutOneWay: ({ from, to }) => `从 ${from} 到 ${to} 什么也过不去。`,
  onItsWay: ({ ms, ...sent }) => `${message(sent)} 将在 ${duration(ms)} 后到达。`,
  heldBack: (sent) => `${message(sent)} 等你投递。`,
  wasLost: (sent) => `${message(sent)} 丢失了。`,
  wasSent: ({ from, to, type }) => `${from} 向 ${to} 发送了 ${type}。`,
  saidNo: ({ server }) => `${server} 没有投给它。`,
  refusedIt: ({ server }) => `${server} 拒绝了它。`,
  passedOver: ({ server }) => `${server} 忽略了它，因为它听得到领导者。`,
  writesAnswer: ({ server }) => `${server} 要等写入的内容落盘之后才会开口。`,
  notSentYet: ({ asker, server, next }) =>
    `${asker} 将在下次心跳时把 ${next} 起的条目发给 ${server}。`,
  heardNobody: ({ server }) => `${server} 从开始起没有听到任何消息。`,
  restartedAt: ({ server }) => `${server} 重启，定时器也重新开始。`,
  timedOutAt: ({ server }) => `${server} 的定时器到期，又重新开始。`,
  votedAt: ({ server, candidate }) => `${server} 投给了 ${candidate}。`,
  heardLeader: ({ server, leader }) => `${server} 听到 ${leader}，重新开始计时。`,
  timerStands: ({ server }) => `${server} 的定时器没有走。`,
  timerRuns: ({ server, ms }) => `${server} 的定时器还有 ${duration(ms)} 到期。`,
  toldToStand: ({ server }) => `是你或场景使 ${server} 的定时器到期。`,
  timerRanOut: ({ server, ms }) => `${server} 在 ${duration(ms)} 的沉默之后参选。`,
  silentFor: ({ server, ms }) => `${server} 有 ${duration(ms)} 没有听到任何消息。`,
  agreedFirst: ({ server }) => `多数派会投给 ${server}。`,
  agreedWith: ({ server, candidate }) => `${server} 会投给 ${candidate}。`,
  handedTo: ({ server, leader }) => `${leader} 叫 ${server} 立即参选。`,
  votedFor: ({ server, candidate }) => `${server} 投给了 ${candidate}。`,
  hasNoVote: ({ server, of }) => `${server} 不在 ${of} 个投票成员之中。`,
  wonElection: ({ leader, term }) => `${leader} 赢得任期 ${term}。`,
  logIsBehind: ({ server, index, term, ahead, of }) =>
    `${of} 份日志中有 ${ahead} 份比 ${server} 的${last(index, term)}更新。`,
  beats: ({ leader, every, least }) =>
    `${leader} 每 ${duration(every)} 发一次心跳；没有定时器短于 ${duration(least)}。`,
  termWasNew: ({ voter, term }) => `任期 ${term} 对 ${voter} 是新的，它的选票还在手里。`,
  voteWasFree: ({ voter, term }) => `${voter} 在任期 ${term} 的选票还在手里。`,
  votedBefore: ({ voter, candidate, term }) =>
    `${voter} 先前已在任期 ${term} 投给 ${candidate}，现在再说一遍。`,
  heardNoLeader: ({ voter, least }) => `${voter} 在此前的 ${duration(least)} 内没有听到领导者。`,
  logIsNewer: ({ candidate, index, term, voter, own, ownTerm }) =>
    `${candidate} 的最后条目${last(index, term)}比 ${voter} 的${last(own, ownTerm)}更新。`,
  logIsAsNew: ({ candidate, index, term, voter, own, ownTerm }) =>
    `${candidate} 的最后条目${last(index, term)}与 ${voter} 的${last(own, ownTerm)}同样新。`,
  logsCompare: ({ candidate, index, term, voter, own, ownTerm }) =>
    `${candidate} 的最后条目${last(index, term)}比 ${voter} 的${last(own, ownTerm)}更旧。`,
  withinLeast: ({ least }) => `距今不足 ${duration(least)}。`,
  cameToTerm: ({ server, term }) => `${server} 进入任期 ${term}。`,
  stoodIn: ({ candidate, term }) => `${candidate} 在任期 ${term} 参选。`,
  votedForItself: ({ voter, term }) => `${voter} 自己在任期 ${term} 参选。`,
  oneVoteATerm: ({ candidate, term }) => `${candidate} 的请求后到，也是为任期 ${term}。`,
  holdsLast: ({ server, index, term }) => `${server} 从那时起持有任期 ${term} 的条目 ${index}。`,
  committedIt: ({ server, index }) => `${server} 提交了条目 ${index}。`,
  toldIt: ({ server, leader }) => `${leader} 告知了 ${server}。`,
  copiesEnough: ({ leader, have, of }) =>
    `${leader} 知道 ${servers(of)}上有 ${have} 份副本：足够了。`,
  entryIsOf: ({ leader, index, term }) => `${leader} 从那时起持有任期 ${term} 的条目 ${index}。`,
  diskIsSlow: ({ server, index }) => `${server} 仍在写入条目 ${index}。`,
  andOfOlderTerm: ({ term, current }) => `而且它属于任期 ${term}，领导者则在任期 ${current}。`,
  cameBy: ({ server, index, term }) => `${server} 在任期 ${term} 得到条目 ${index}。`,
  leadsWithout: ({ leader, term, index, theirs }) =>
    theirs === 0
      ? `${leader} 赢得任期 ${term} 时没有条目 ${index}。`
      : `${leader} 赢得任期 ${term}；它的条目 ${index} 属于任期 ${theirs}。`,
  acknowledged: ({ server, index }) => `${server} 确认了条目 ${index}。`,
  onlyOn: ({ index, have, of }) => `就在此前，${servers(of)}中只有 ${have} 台持有条目 ${index}。`,
  neverAnswered: ({ server, asker }) => `${server} 从未答复过 ${asker}。`,
  lastAnswered: ({ server, asker }) => `${server} 最后一次答复 ${asker} 是在那时。`,
  asksAgainByHand: ({ client }) => `${client} 只在你发话时才重试。`,
  asksAgain: ({ client, ms }) => `${client} 将在 ${duration(ms)} 后重试。`,
  knewNoLeader: ({ server }) => `${server} 当时不知道谁是领导者。`,
  handsOver: ({ server, leader }) => `${leader} 开始把领导权移交给 ${server}。`,
  appliedIt: ({ server, index }) => `${server} 应用了条目 ${index}。`,
  leadsNoMore: ({ server, term }) => `${server} 放弃了任期 ${term} 的领导权。`,
  mailArrives: ({ server, ms }) => `消息距 ${server} 还有 ${duration(ms)}。`,
  commitsUpTo: ({ leader, index, term }) =>
    index === 0
      ? `${leader} 不知道有任何已提交的条目。`
      : `${leader} 所知的已提交条目到 ${index} 为止，属于任期 ${term}。`,
  follows: ({ server, leader }) => `${server} 跟随 ${leader}。`,
  termInMessage: ({ server, from, term }) => `${from} 在任期 ${term} 给 ${server} 发过消息。`,
  sentEntries: ({ server, leader }) => `${leader} 把它们发给了 ${server}。`,
  sentIn: ({ leader, term }) => `${leader} 在任期 ${term} 发出了它。`,
  logsMeet: ({ server, index, term }) =>
    index === 0
      ? `它们从头开始，因此与 ${server} 的日志相合。`
      : `它们接在${last(index, term)}之后，而 ${server} 持有它。`,
  logDiffers: ({ server, index, term }) =>
    `${server} 的条目 ${index} 属于任期 ${term}，因此整份日志作废。`,
  logEnded: ({ server, index, term }) => `${server} 的日志止于${last(index, term)}。`,
  notToldOfVote: ({ server }) => `${server} 还没有得到列有它的配置。`,
  needsBoth: ({ old, next }) =>
    `联合共识既需要 ${list(old)} 的多数派，也需要 ${list(next)} 的多数派。`,
  givenByHand: ({ command }) => `是你或场景要求的：${kindSaid(command)}。`,
};
