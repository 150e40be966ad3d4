/** What would have made it otherwise: `假如链路畅通`, and what would have come of it: `S1 就会当选。` */
import type { Said } from '../../catalogue.ts';
import type * as english from '../../en/later/whyOtherwise.ts';
import { list } from '../numbers.ts';
import { last, message } from './whyFacts.ts';

export const whyHad: Said<typeof english.whyHad> = {
  hadArrived: ({ asker, servers: names }) =>
    `假如 ${asker} 与 ${list(names)} 之间的在途消息立即到达`,
  hadBeenSentAgain: ({ asker, servers: names }) =>
    `假如 ${asker} 立即向 ${list(names)} 发出下次心跳`,
  hadLinkWorked: ({ asker, servers: names }) => `假如 ${asker} 到 ${list(names)} 的链路畅通`,
  hadGoneOn: ({ servers: names }) => `假如 ${list(names)} 的进程恢复运行`,
  hadRestarted: ({ servers: names }) => `假如 ${list(names)} 重启`,
  hadReached: ({ asker, servers: names }) => `假如 ${asker} 联系到 ${list(names)}`,
  hadReachedAndTaken: ({ asker, servers: names }) =>
    `假如 ${asker} 联系到 ${list(names)}，并接受一条自己任期的命令`,
  hadVoteBeenLost: ({ voter, server }) => `假如 ${voter} 给 ${server} 的选票丢失`,
  hadBeenCutOff: ({ server }) => `假如 ${server} 此前刚刚断开所有链路`,
  hadCrashed: ({ server }) => `假如 ${server} 此前刚刚崩溃`,
  hadTimedOut: ({ server }) => `假如 ${server} 的定时器最先到期`,
  hadRunAndTimedOut: ({ server }) => `假如 ${server} 在运行，且定时器到期`,
  hadBeenAdded: ({ server }) => `假如领导者给了 ${server} 投票权`,
  hadHandedOver: ({ leader, server }) => `假如 ${leader} 把领导权移交给 ${server}`,
  hadRunAndBeenHanded: ({ leader, server }) =>
    `假如 ${server} 在运行，且 ${leader} 把领导权移交给它`,
  hadFallenSilent: ({ leader }) => `假如 ${leader} 崩溃`,
  hadStoodIn: ({ candidate, term }) => `假如 ${candidate} 在任期 ${term} 参选`,
  hadComeFirst: ({ candidate }) => `假如 ${candidate} 的请求先到`,
  hadRequestBeenLost: ({ candidate }) => `假如 ${candidate} 的请求丢失`,
  hadReceived: ({ server, index, leader }) =>
    `假如 ${leader} 在 ${server} 参选前把条目 ${index} 送到它那里`,
  hadLostLog: ({ server }) => `假如 ${server} 丢失日志`,
  hadTakenCommand: ({ leader, term }) => `假如 ${leader} 在自己的任期 ${term} 接受一条命令`,
  hadNoop: ({ leader }) => `假如 ${leader} 以一个 no-op 开始任期`,
  hadReachedAll: ({ leader, index }) => `假如 ${leader} 把条目 ${index} 送到所有服务器`,
  hadLedAndTaken: ({ server }) => `假如 ${server} 赢得下一任期并接受一条命令`,
  hadAskedLeader: ({ client, leader }) => `假如 ${client} 请求的是 ${leader}`,
  hadAskedOnceLed: ({ client, leader }) => `假如 ${client} 等 ${leader} 当上领导者再请求它`,
  hadMessageBeenLost: (sent) => `假如 ${message(sent)} 丢失`,
  hadLinksWorked: () => '假如所有链路畅通',
  hadAllRun: () => '假如所有链路畅通，所有服务器都在运行',
  hadWaited: ({ server }) => `假如等到 ${server} 可以时才要求它`,
  hadCommittedOwn: ({ leader, term }) =>
    `假如 ${leader} 下台前把一条自己任期 ${term} 的命令送到多数派`,
  hadStoodAgain: ({ server }) => `假如 ${server} 再次参选`,
  hadNotBeenAsked: () => '假如你或场景没有这样要求',
  hadStoodAndTimedOut: ({ server, other }) => `假如 ${other} 先参选，随后 ${server} 的定时器到期`,
  hadNoDelay: ({ client, server }) => `假如 ${client} 与 ${server} 之间不需要时间`,
  hadNoLoss: () => '假如没有链路丢失任何消息',
  hadWay: ({ asker, servers: names, way }) => {
    const parts = {
      whole: `${asker} 到 ${list(names)} 的链路畅通`,
      lossless: '没有链路丢失任何消息',
      up: `${list(names)} 在运行`,
    };
    return `假如 ${way.map((one) => parts[one]).join('，且 ')}`;
  },
  hadArrivedBefore: ({ server, term, ...sent }) =>
    `假如 ${message(sent)} 在 ${server} 进入任期 ${term} 之前到达`,
  hadHeard: ({ server, leader }) => `假如 ${server} 及时听到 ${leader}`,
};

export const whyNone: Said<typeof english.whyNone> = {
  noneFound: () => '附近没有哪一处可试的改动能带来别的结果。',
  noneFromStart: () => '这次运行中没有什么能改变它：开始时就是这样。',
  noneKnown: ({ server }) => `没有什么能改变：${server} 早已知道。`,
  noneToLack: ({ leader }) => `没有什么能改变：${leader} 没有别人可能缺少的条目。`,
  noneIgnored: ({ server }) => `没有什么能改变：有它没它，${server} 都一样。`,
  noneLeads: () => '没有什么能改变：只要它在领导，它就一直听得到领导者。',
};

export const whyWould: Said<typeof english.whyWould> = {
  wouldRun: ({ server }) => `${server} 就会运行。`,
  wouldLead: ({ server }) => `${server} 就会成为领导者。`,
  wouldNotLead: ({ server, term }) => `${server} 就不会领导任期 ${term}。`,
  wouldStand: ({ server, term }) => `${server} 就会在任期 ${term} 参选。`,
  wouldNotStand: ({ server }) => `${server} 就不会参选。`,
  wouldNotAsk: ({ server }) => `${server} 就不会询问。`,
  somebodyWouldStand: ({ term }) => `就会有服务器在任期 ${term} 参选。`,
  wouldVote: ({ voter, candidate }) => `${voter} 就会投给 ${candidate}。`,
  wouldRefuse: ({ voter, candidate }) => `${voter} 就不会投给 ${candidate}。`,
  wouldCommit: ({ server, index }) => `${server} 就会提交条目 ${index}。`,
  wouldNotCommit: ({ server, index }) => `${server} 就不会提交条目 ${index}。`,
  wouldLearn: ({ server, index }) => `${server} 就会知道条目 ${index}。`,
  wouldKeep: ({ server, index }) => `${server} 就会保留条目 ${index}。`,
  wouldCount: ({ asker, server }) => `${asker} 就会计入 ${server}。`,
  wouldAnswer: ({ client }) => `${client} 就会得到答复。`,
  wouldTake: ({ client, command }) => `领导者就会接受 ${client} 的 ${command}。`,
  wouldArrive: ({ to }) => `它就会到达 ${to}。`,
  wouldRunDown: ({ server }) => `${server} 的定时器就会继续走。`,
  wouldNotKnow: ({ server, from }) => `${server} 就不会知道 ${from} 的副本。`,
  wouldEnd: ({ server, index, term }) => `${server} 的日志就会止于${last(index, term)}。`,
  wouldAccept: ({ server, leader }) => `${server} 就会接受 ${leader} 的 AppendEntries。`,
  wouldHold: ({ server, index, term }) => `${server} 就会持有任期 ${term} 的条目 ${index}。`,
  wouldNotStepBack: ({ server, from, next }) => `${server} 就仍会从条目 ${next} 起发给 ${from}。`,
  wouldCountVote: ({ server, from }) => `${server} 就会计入 ${from} 的选票。`,
  wouldNotCountVote: ({ server, from }) => `${server} 就不会计入 ${from} 的选票。`,
  wouldNotCount: ({ asker, server }) => `${asker} 就不会计入 ${server}。`,
  wouldNotApply: ({ server, index }) => `${server} 就不会应用条目 ${index}。`,
  wouldNotHappen: () => '这件事就不会发生。',
  wouldBeAsBefore: ({ server }) => `${server} 就会和之前一样。`,
  wouldBegin: ({ server }) => `${server} 就会开始变更。`,
  wouldStay: ({ server, term }) => `${server} 就会仍在任期 ${term}。`,
};
