/** The narration: what is said of each event. Names and numbers, active verbs, at most two short sentences. */
import type { Said } from '../../catalogue.ts';
import type * as said from '../../en/later/tellings.ts';
import { list, moment } from '../numbers.ts';

type English = typeof said.tellings;
type Part = Partial<Said<English>>;
interface Range {
  readonly first: number;
  readonly last: number;
}
interface Sent {
  readonly type: string;
  readonly from: string;
  readonly to: string;
}
interface Halves {
  readonly have: number;
  readonly of: number;
  readonly haveOld: number;
  readonly ofOld: number;
}

const entries = ({ first, last }: Range): string =>
  first === last ? `条目 ${first}` : `条目 ${first} 到 ${last}`;
const message = ({ type, from, to }: Sent): string => `${from} 发给 ${to} 的 ${type}`;
const gone = (command: string): string => (command === '' ? '' : `（${command}）`);
const inHalves = ({ have, of, haveOld, ofOld }: Halves): string =>
  `旧配置 ${ofOld} 台中的 ${haveOld} 台、新配置 ${of} 台中的 ${have} 台`;
/** Votes, and under a joint configuration those of its old half too. */
type Votes = Pick<Parameters<English['countsVote']>[0], 'have' | 'of' | 'needed' | 'old'>;

/** `5 票中需要 3 票`; of a joint configuration each half is said. */
const need = ({ needed, of, old }: Omit<Votes, 'have'>): string =>
  old === null
    ? `${of} 票中需要 ${needed} 票`
    : `需要${inHalves({ have: needed, of, haveOld: old.needed, ofOld: old.of })}投票`;
/** Who voted or would: in the words given, or of each half. */
const got = ({ have, of, old }: Omit<Votes, 'needed'>, whole: string, jointly = ''): string =>
  old === null ? whole : `${inHalves({ have, of, haveOld: old.have, ofOld: old.of })}${jointly}`;
const isEnough = ({ have, needed, old }: Votes): boolean =>
  have >= needed && (old === null || old.have >= old.needed);
const wanted = ({ needed, old }: Votes, measure: string): string =>
  old === null ? `需要 ${needed} ${measure}` : '两边都需要多数派';
const cast = (votes: Votes): string =>
  got(votes, `${votes.of} 票中已有 ${votes.have} 票`, '已投票');
const willing = (votes: Omit<Votes, 'needed'>): string =>
  got(votes, `${votes.of} 台中有 ${votes.have} 台`);

const learning = (learners: string): string =>
  learners === '' ? '' : `；没有投票权的是 ${learners}`;

const againstChange: Readonly<Record<string, string>> = {
  doesNotLead: '它不是领导者',
  handsOver: '它正在移交领导权',
  underWay: '上一项变更尚未完成',
  nothingOfItsTerm: '它还没有提交过本任期的条目',
  oneAtATime: '它一次只变更一个投票成员',
  whoVotes: '必须有人投票，投票成员也不能变成学习者',
};

/** After what was said last: how much came before it. */
export const earlierToo: typeof said.earlierToo = (many) => `（此前还有 ${many} 件。）`;

const elections = {
  stands: ({ server, term, ...votes }) =>
    `${server} 太久没有听到领导者：它在任期 ${term} 参选，连自己那票在内，${need(votes)}。`,
  mayNotStand: ({ server }) => `${server} 太久没有听到领导者。它不参选：它没有投票权。`,
  standsAgain: ({ server, term, ...votes }) =>
    `${server} 未能及时得到多数派。它在任期 ${term} 再次参选，${need(votes)}。`,
  grantsVote: ({ server, candidate, term }) =>
    `${server} 把任期 ${term} 唯一的一票投给 ${candidate}。`,
  refusesVoteOldTerm: ({ server, candidate, term, current }) =>
    `${server} 拒绝投票给 ${candidate}：任期 ${term} 已过，${server} 在任期 ${current}。`,
  refusesVoteGiven: ({ server, candidate, term, votedFor }) =>
    votedFor === server
      ? `${server} 拒绝投票给 ${candidate}：它在任期 ${term} 投给了自己。`
      : `${server} 拒绝投票给 ${candidate}：它在任期 ${term} 投给了 ${votedFor}。`,
  refusesVoteLog: ({ server, candidate }) =>
    `${server} 拒绝投票给 ${candidate}：它自己的日志更新。`,
  countsVote: ({ server, from, ...votes }) =>
    isEnough(votes)
      ? `${server} 计入 ${from} 的选票：${cast(votes)}。`
      : `${server} 计入 ${from} 的选票：${cast(votes)}，${wanted(votes, '票')}。`,
  countsRefusal: ({ server, from, ...votes }) =>
    `${from} 拒绝了 ${server}；${server} 的得票：${cast(votes)}，${wanted(votes, '票')}。`,
  wins: ({ server, term, ...votes }) =>
    votes.of === 1 && votes.old === null
      ? `${server} 独自一台，自己的一票就是多数：它领导任期 ${term}。`
      : `${server} 的得票：${cast(votes)}，${votes.old === null ? '' : '两边都'}构成多数派：它领导任期 ${term}。`,
  ignoresReply: ({ server, from }) => `${server} 忽略 ${from} 的回复：所答的问题已无人在问。`,
  stepsDown: ({ server, from, term, old }) =>
    `${server} 从 ${from} 得知有任期 ${term}：它不再领导任期 ${old}，成为跟随者。`,
  adoptsTerm: ({ server, from, term }) => `${server} 从 ${from} 得知任期 ${term}，成为跟随者。`,
  asksFirst: ({ server, term, ...votes }) =>
    `${server} 太久没有听到领导者。参选之前，它先问谁愿在任期 ${term} 投给它：${need(votes)}。`,
  wouldVote: ({ server, candidate, term }) => `${server} 愿在任期 ${term} 投给 ${candidate}。`,
  wouldNotVote: ({ server, candidate, term }) =>
    `${server} 不愿在任期 ${term} 投给 ${candidate}：它听得到领导者，或者它的日志更新。`,
  countsPreVote: ({ server, from, ...votes }) =>
    `${from} 答复了 ${server}：${willing(votes)}愿投给它，${wanted(votes, '台')}。`,
  standsOnPreVotes: ({ server, term, ...votes }) =>
    `${willing(votes)}愿投给 ${server}：它在任期 ${term} 参选。`,
  passesOver: ({ server, candidate }) => `${server} 忽略 ${candidate} 的请求：它刚刚听到过领导者。`,
} satisfies Part;

const replication = {
  follows: ({ server, leader, term }) => `${server} 跟随 ${leader}，任期 ${term} 的领导者。`,
  hearsLeader: ({ server, leader }) => `${server} 听到它的领导者 ${leader}，重新开始计时。`,
  appends: ({ server, leader, first, last, command }) =>
    first === last
      ? `${server} 按 ${leader} 所发，追加条目 ${last}${gone(command)}。`
      : `${server} 按 ${leader} 所发，追加${entries({ first, last })}。`,
  overwrites: ({ server, leader, first, last }) =>
    `${server} 丢弃与 ${leader} 的日志不同的条目，改用${entries({ first, last })}。`,
  learnsCommit: ({ server, leader, index }) =>
    `${server} 从 ${leader} 得知：到条目 ${index} 为止均已提交。`,
  refusesLeader: ({ server, leader, term, current }) =>
    `${server} 拒绝领导任期 ${term} 的 ${leader}：${server} 在任期 ${current}。`,
  refusesGap: ({ server, leader, index, last }) =>
    `${server} 拒绝：${leader} 以条目 ${index} 为前提，而 ${server} 的日志${last === 0 ? '是空的' : `到 ${last} 为止`}。`,
  refusesConflict: ({ server, leader, index, own, theirs }) =>
    `${server} 拒绝：它的条目 ${index} 属于任期 ${own}，而 ${leader} 的属于任期 ${theirs}。`,
  acknowledged: ({ server, from, index, have, of, missing, isCounted }) =>
    isCounted
      ? `${from} 确认了条目 ${index}。连同 ${server} 自己的副本，${of} 台中有 ${have} 台：再有 ${missing} 台，${server} 便可提交。`
      : `${from} 确认了条目 ${index}。${server} 自己的副本不算：${of} 台中有 ${have} 台，再有 ${missing} 台，${server} 便可提交。`,
  acknowledgedJointly: ({ server, from, index, ...halves }) =>
    `${from} 确认了条目 ${index}：${inHalves(halves)}持有它。${server} 两边都需要多数派。`,
  commitsJointly: ({ server, from, index, command, ...halves }) =>
    `${from} 已确认：${inHalves(halves)}持有条目 ${index}。${server} 将其提交${gone(command)}。`,
  acknowledgedOldTerm: ({ server, from, index, have, of, term }) =>
    `${from} 确认了条目 ${index}：${of} 台中有 ${have} 台持有它。它属于任期 ${term}，${server} 不得靠计数提交它。`,
  acknowledgedKnown: ({ server, from, index }) =>
    index === 0
      ? `${from} 回应 ${server} 的心跳。`
      : `${from} 与 ${server} 到条目 ${index} 为止一致。`,
  commits: ({ server, from, index, have, of, command }) =>
    `${from} 已确认：${of} 台中有 ${have} 台持有条目 ${index}。${server} 将其提交${gone(command)}。`,
  stepsBack: ({ server, from, refused, next }) =>
    `${from} 在条目 ${refused} 处与 ${server} 不匹配：${server} 从条目 ${next} 再试。`,
  installsSnapshot: ({ server, leader, index }) =>
    `${server} 接受 ${leader} 的快照，其中含条目 ${index} 及之前的一切。`,
  ignoresSnapshot: ({ server, leader, index }) =>
    `${server} 忽略 ${leader} 的快照：到条目 ${index} 为止，它那里均已提交。`,
  snapshotTaken: ({ server, from, index }) =>
    `${from} 接受了 ${server} 的快照，从条目 ${index + 1} 继续。`,
  takesSnapshot: ({ server, index }) => `${server} 保留一个快照，代替到条目 ${index} 为止的日志。`,
  losesQuorum: ({ server, term }) =>
    `${server} 在一个选举超时内没有听到多数派：它不再领导任期 ${term}。`,
  writes: ({ server }) => `${server} 写入的内容已落盘。`,
  heartbeats: ({ server, term }) => `${server} 发送心跳：它领导任期 ${term}。`,
} satisfies Part;

const crewChanges = {
  standsForTransfer: ({ server, leader, term }) =>
    `${leader} 移交领导权：${server} 立即在任期 ${term} 参选。`,
  transfers: ({ server, target }) =>
    `${server} 将把领导权移交给 ${target}：它不再接受命令，并让 ${target} 的日志追上。`,
  asksToStand: ({ server, target }) => `${server} 把领导权移交给 ${target}，请它立即参选。`,
  asksOnceCaughtUp: ({ server, target }) =>
    `${target} 已有 ${server} 的全部日志：${server} 请它立即参选。`,
  changesCrew: ({ server, voters, learners }) =>
    `${server} 追加新配置，立即生效：${voters}${learning(learners)}。`,
  changesCrewJointly: ({ server, old, voters, learners }) =>
    `${server} 追加联合配置，立即生效：须有 ${old} 的多数派与 ${voters} 的多数派同意${learning(learners)}。`,
  completesCrew: ({ server, from, index, old, voters, next }) =>
    `${from} 已确认：${old} 的多数派与 ${voters} 的多数派持有条目 ${index}。${server} 将其提交，并追加条目 ${next}；自此由 ${voters} 单独决定。`,
  leavesOffice: ({ server, from, index, crew, term }) =>
    `${from} 已确认：${crew} 的多数派持有条目 ${index}。${server} 将其提交，不再参与，也不再领导任期 ${term}。`,
  refusesCrew: ({ server, reason }) => `${server} 不变更配置：${againstChange[reason]}。`,
} satisfies Part;

const clients = {
  clientAppended: ({ client, server, command, index }) =>
    `${client} 向 ${server} 请求 ${command}。${server} 将它追加为条目 ${index}，${client} 等待。`,
  clientRetried: ({ client, server, command, index, attempt }) =>
    `${client} 再次请求 ${command}，这次向 ${server}（第 ${attempt} 次）。${server} 将它追加为条目 ${index}。`,
  clientRedirected: ({ client, server, leader, command }) =>
    `${server} 不是领导者：它让带着 ${command} 的 ${client} 去找 ${leader}。`,
  clientRefused: ({ client, server, command }) =>
    `${server} 不是领导者，也不知道谁是：${client} 留着 ${command} 等待。`,
  clientWaitsForTransfer: ({ client, server, target, command }) =>
    `${server} 正把领导权移交给 ${target}，不接受命令：${client} 留着 ${command} 等待。`,
  clientUnheard: ({ client, server, command }) =>
    `${client} 向 ${server} 发送 ${command}，而它没有运行：没有答复。`,
  clientQueued: ({ client, command }) => `${client} 留着 ${command}，等前一条命令得到答复。`,
  clientSent: ({ client, server, command }) => `${client} 向 ${server} 发送 ${command}。`,
  clientAnswered: ({ client, server, command, result }) =>
    `${server} 答复 ${client}：${command} 的结果是 ${result}。`,
  applies: ({ server, first, last, command }) =>
    first === last
      ? `${server} 把条目 ${last}${gone(command)} 应用到状态机。`
      : `${server} 把${entries({ first, last })} 应用到状态机。`,
  appliesAndAnswers: ({ server, client, index, command, result }) =>
    `${server} 应用条目 ${index}（${command}），并答复 ${client}：${result}。`,
} satisfies Part;

const faults = {
  crashes: ({ server, role }) =>
    role === 'leader'
      ? `${server} 崩溃，它本是领导者。任期、选票与日志在它的磁盘上；其余全部丢失。`
      : `${server} 崩溃。任期、选票与日志在它的磁盘上；其余全部丢失。`,
  restarts: ({ server, entries: held, term }) =>
    `${server} 重启为跟随者，带着磁盘保留的内容：任期 ${term}，${held} 个条目。`,
  pauses: ({ server }) => `${server} 的进程停住：发给它的消息都在等待。`,
  resumes: ({ server }) => `${server} 恢复运行，读取等着它的消息。`,
  cuts: ({ links }) => `链路 ${list(links)} 断开：途中的消息丢失。`,
  heals: ({ links }) => `链路 ${list(links)} 恢复畅通。`,
  healsAll: () => '所有链路恢复畅通。',
  loses: (p) => `${message(p)} 丢失。`,
  losesOnCut: (p) => `${message(p)} 丢失：链路已断开。`,
  losesAtCrashed: (p) => `${message(p)} 丢失：${p.to} 已停机。`,
  dropsOnCommand: (p) => `${message(p)} 被丢弃。`,
  duplicates: (p) => `${message(p)} 将到达两次。`,
  injects: (p) => `${message(p)} 是伪造的，已在途中。`,
  holds: (p) => `${message(p)} 被扣住。`,
  delays: ({ untilMs, ...p }) => `${message(p)} 被推迟：${moment(untilMs)} 到达。`,
  options: ({ off }) =>
    off === '' ? '条件已改变。' : `条件已改变：${off} 已关闭，因此这是改动过的 Raft。`,
} satisfies Part;

export const tellings: Said<English> = {
  ...elections,
  ...replication,
  ...crewChanges,
  ...clients,
  ...faults,
};
