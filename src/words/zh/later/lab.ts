/** The lab: its benches, breaking a rule with a prediction, and what is said of it beside the run. */
import type { Said } from '../../catalogue.ts';
import type {
  lab as labEnglish,
  proofSaid as proofEnglish,
  views as viewsEnglish,
} from '../../en/later/lab.ts';

export const views: Said<typeof viewsEnglish> = {
  sandbox: '沙盒',
  lessons: '课程',
  lab: '实验室',
};

export const lab: Said<typeof labEnglish> = {
  viewsLabel: '视图',
  title: '实验室',
  benchesLabel: '实验台',
  benches: {
    break: '打破',
    search: '搜索',
    exhaust: '穷举',
    measure: '测量',
  },
  intros: {
    break: '关掉一条规则，先说哪个性质最先失守，再看结果。',
    search: '运行大量随机调度，直到其中一个打破某个性质，再去掉其中一切不需要的步骤。',
    exhaust: '走遍一个极小世界的所有调度，最短的在先。',
    measure: '把一个实验运行上千次，画出结果如何分布。',
  },
  rulesLabel: '规则',
  allRules: '所有规则',
  abouts: {
    votes: '投票',
    terms: '任期',
    timers: '定时器',
    log: '日志',
    commit: '提交',
    disk: '磁盘',
    membership: '成员',
    snapshots: '快照',
    clients: '客户端',
  },
  off: '已关闭',
  right: '预测正确',
  wrong: '预测不同',
  facts: {
    without: '关闭后',
    protects: '保护',
    paper: '论文',
    figure: '条目',
    name: '文件中的名字',
    scenario: '场景',
  },
  protects: (property, sentence) => `${property}：${sentence}`,
  progress: '进展',
  noLine: '图 2 中没有单独的一行。',
  holds: '在当前运行中有效',
  predict: '没有它，什么最先失守？',
  predictions: {
    progress: '只有进展：集群停滞不前',
    nothing: '什么都不会',
  },
  nothingFails: '一切照旧。',
  progressFails: '没有谁被推翻，也没有事情完成。',
  tell: '告诉我它保护什么',
  predictFirst: '请先说你认为什么会失守。',
  show: '给我看',
  byHand: '亲手寻找',
  bySearch: '交给搜索',
  seen: (answer, found) => `你说：${answer}。运行表明：${found}。`,
  notice: {
    label: '实验室',
    right: (answer) => `正确：${answer}。`,
    wrong: (answer, found) => `你说：${answer}。最先失守的是：${found}。`,
    goal: (rule, property) => `你的目标，在 ${rule} 关闭时：打破${property}。`,
    goalProgress: (rule) =>
      `你的目标，在 ${rule} 关闭时：让集群停滞不前。没有检查看得出，由你来看。`,
    reached: (property) => `达成：${property}已被打破。`,
    reachedOther: (property) => `打破了，不过是另一个：${property}。`,
    back: '回到实验室',
    dismiss: '关闭',
  },
  failed: '没有工作线程来做：取不到它的程序、浏览器没有工作线程，或者它因错误而停止。',
  cannotOpen: '无法打开。请再试一次。',
};

export const proofSaid: Said<typeof proofEnglish> = {
  'vote.upToDate':
    '一台日志为空的服务器得到选票，于是在缺少多数派所持条目的情况下成为领导者。之后同一索引才会应用两条不同命令。',
  'vote.onePerTerm': '一台服务器在同一任期投给两个候选者，于是两者都数出多数派。',
  'persist.votedFor': '投票者崩溃、忘记，又在同一任期投票：两个多数派算的是同一台服务器。',
  'persist.currentTerm': '投票者回到任期 0。于是它投过票的任期对它是新的，选票又可以投了。',
  'persist.log': '提交该条目的多数派中有一半在崩溃中丢了它，不再拒绝缺少它的候选者。',
  'commit.currentTerm':
    '图 8：多数派上的副本算了数，但最后任期更晚的服务器仍在没有该条目的情况下当选。',
  'commit.majorityOfAll':
    '在分区后面，一台服务器就是它听得到的多数派：它独自提交，其他服务器选出一个从未见过该条目的领导者。',
  'append.consistencyCheck':
    '跟随者在另一任期的条目后面追加：两份日志在一个条目上一致，在它之前却不同。',
  'append.truncateOnlyOnConflict':
    '一份旧消息的迟到副本切掉了已确认的条目。提交它的那些服务器不再是多数派。',
  'append.commitBound':
    '跟随者把自己日志里恰好在那里的条目当作已提交并应用，而领导者应用的是别的。',
  'reply.sameTerm': '上一任期的一张选票迟到，却被计入，而本任期已有别人当选。',
  'term.adoptHigher':
    '停留在旧任期的跟随者继续听命于旧领导者，后者提交了更晚任期的领导者所缺少的条目。',
  'leader.appendOnly': '它在当选的同一事件中丢弃未提交的尾部：它自己的日志变短了。',
  'config.joint': '旧的三台中的两台与新的五台中的三台没有交集：两组在同一任期各选出一个领导者。',
  'config.ownTermFirst':
    '两个领导者各把集群改动一台服务器，它们的多数派没有交集：后来的领导者缺少已提交的条目。',
  'snapshot.ignoreOlder':
    '迟到的快照立即替换日志和状态机：在有谁利用这一点之前，commitIndex 已经下降。',
  'read.confirmLeadership':
    '新值已被确认之后，下台的领导者仍以旧值作答。所有日志都对，只有客户端看得出。',
  'session.deduplicate':
    '命令在日志里有两条，也执行了两次。所有日志一致，所以图 3 的性质都没有被打破。',
  'term.stepDownOnReply':
    '没有谁确认下台的领导者，所以它什么也提交不了，也不与谁矛盾。它的客户端永远等待。',
  'timeout.randomized':
    '所有服务器在同一时刻参选，各投自己，无人当选。什么都没有提交，也就没有矛盾。',
  'timeout.resetOnlyWhenDue':
    '一个无法当选的候选者的请求，不断重置本可当选者的定时器。无人领导，也没有谁被推翻。',
  'candidate.retry': '一次选票分散之后，大家永远等待。什么都不做的集群什么也不会打破。',
};
