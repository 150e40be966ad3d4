/** 每个事件之后都要查看的性质：各自说什么，现在怎样。 */
import type { properties as english } from '../../en/later/properties.ts';

export const properties: typeof english = {
  title: '性质',
  intro: '无论关掉哪些规则，每个事件之后都会查看。前五条出自论文的图 3。',
  holds: '成立',
  unseen: '没有人查看',
  brokenAt: (moment) => `在 ${moment} 被打破`,
  goThere: (name) => `前往${name}被打破之处`,
  says: {
    ElectionSafety: '一个任期内至多选出一个领导者。',
    LeaderAppendOnly: '领导者从不覆盖或删除自己日志中的条目，只会追加。',
    LogMatching: '两份日志若有索引和任期都相同的条目，则到该条目为止完全相同。',
    LeaderCompleteness: '在某任期提交的条目，存在于之后所有任期领导者的日志中。',
    StateMachineSafety: '任何两台服务器都不会在同一索引应用不同的条目。',
    MonotonicIndexes:
      'commitIndex、lastApplied 以及领导者所知的匹配位置，在服务器运行期间从不后退。',
    OneConfigChange: '上一次配置变更提交之前，领导者不会开始下一次。',
    ExactlyOnce: '客户端会话中的一条命令只生效一次，无论发送多少次。',
    Linearizability: '客户端得到的答复可以由一个符合真实时间的命令顺序来解释。',
  },
};
