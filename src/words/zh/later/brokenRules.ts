/** The rules that can be broken: what each demands, and what it means that it is off. */
import type { Said } from '../../catalogue.ts';
import type { brokenRules as english } from '../../en/later/brokenRules.ts';

export const brokenRules: Said<typeof english> = {
  title: '打破 Raft',
  hint: '每条规则都有存在的理由：关掉一条，看什么会坏。检查照常进行。',
  reset: '开启所有规则',
  off: (many) => `${many} 条已关闭`,
  without: (sentence) => `关闭后：${sentence}`,
  protects: {
    ElectionSafety: '一个任期至多一个领导者。',
    LeaderAppendOnly: '领导者从不改写自己的日志。',
    LogMatching: '索引与任期相同，则到此为止的日志相同。',
    LeaderCompleteness: '已提交的条目必在之后每个领导者的日志中。',
    StateMachineSafety: '任何两台服务器都不会在同一索引应用不同命令。',
    MonotonicIndexes: 'commitIndex、lastApplied 与 matchIndex 从不下降。',
    OneConfigChange: '一次只变更一个配置。',
    Linearizability: '客户端看到的所有命令只有一个顺序。',
    ExactlyOnce: '一条命令只生效一次。',
    none: '没有它们安全性仍成立，但集群可能停滞不前。',
  },
  liveness: '进展',
  rules: {
    'vote.upToDate': {
      name: '只投给日志至少同样新的候选者',
      off: '无论候选者的日志缺什么，都能得票。',
    },
    'vote.onePerTerm': {
      name: '一个任期只投一票',
      off: '服务器有求必投。',
    },
    'persist.votedFor': {
      name: '选票写入磁盘',
      off: '服务器崩溃后忘记投过谁。',
    },
    'persist.currentTerm': {
      name: '任期写入磁盘',
      off: '服务器回到任期 0，可能再次投票。',
    },
    'persist.log': { name: '日志写入磁盘', off: '崩溃清空日志。' },
    'commit.currentTerm': {
      name: '只对当前任期的条目计算副本数',
      off: '旧任期的条目靠计数就被提交，如图 8 所示。',
    },
    'commit.majorityOfAll': {
      name: '全体的多数派，而非有回音者的多数派',
      off: '近来有回音的服务器过半即可。',
    },
    'append.consistencyCheck': {
      name: '比较新条目之前那一条的任期',
      off: '跟随者不管该索引处原有什么，一律追加。',
    },
    'append.truncateOnlyOnConflict': {
      name: '仅在条目冲突处截断',
      off: '迟到的消息会切掉已确认的条目。',
    },
    'append.commitBound': {
      name: '提交不超过最后一个新条目',
      off: '跟随者把领导者从未发来的条目当作已提交。',
    },
    'reply.sameTerm': {
      name: '忽略旧任期的回复',
      off: '旧任期的选票被算进当前任期。',
    },
    'term.adoptHigher': {
      name: '从请求中采纳更高的任期',
      off: '服务器回应更高任期的请求，却停在自己的任期。',
    },
    'leader.appendOnly': {
      name: '领导者只追加',
      off: '新领导者丢弃自己未提交的条目。',
    },
    'config.joint': {
      name: '经由联合配置变更',
      off: '集群用一个条目从旧配置直接跳到新配置，不论多少成员进出。',
    },
    'config.ownTermFirst': {
      name: '变更之前先提交一个本任期的条目',
      off: '两个领导者可能各自变更同一配置：2015 年的那个缺陷。',
    },
    'snapshot.ignoreOlder': {
      name: '忽略较旧的快照',
      off: '迟到的快照让状态机倒退。',
    },
    'read.confirmLeadership': {
      name: '读取之前确认领导权',
      off: '已下台的领导者按它最后所知来回答。',
    },
    'session.deduplicate': {
      name: '重试的命令只执行一次',
      off: '答复丢失的命令会再执行一次。',
    },
    'term.stepDownOnReply': {
      name: '回复中有更高任期就退位',
      off: '已下台的领导者继续发号施令，处处遭拒。',
    },
    'timeout.randomized': {
      name: '随机抽取选举超时',
      off: '大家等得一样久，一次又一次分票。',
    },
    'timeout.resetOnlyWhenDue': {
      name: '只在该重置时重置定时器',
      off: '任何消息都会重置它，于是没有希望的候选者让别人一直等。',
    },
    'candidate.retry': {
      name: '候选者再次尝试',
      off: '一次选举没有胜者，便再无选举。',
    },
  },
};
