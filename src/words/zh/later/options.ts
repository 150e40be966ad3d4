/** The options of a run: what each is called, what it does, and where to read about it. */
import type { Said } from '../../catalogue.ts';
import type * as english from '../../en/later/options.ts';

export const optionGroups: Said<typeof english.optionGroups> = {
  elections: { name: '选举', purpose: '谁来领导，多久发现领导者已失' },
  replication: { name: '复制', purpose: '日志如何变得一致' },
  reads: { name: '读取', purpose: 'GET 得到的就是写入的' },
  clients: { name: '客户端', purpose: '一条命令只生效一次' },
  membership: { name: '成员', purpose: '服务器如何加入与离开' },
  storage: { name: '存储', purpose: '崩溃后留下什么，日志能有多长' },
  network: { name: '网络', purpose: '消息要走多久，哪些会丢' },
  clocks: { name: '时钟', purpose: '每台服务器自己的时间走多快' },
};

export const optionFields: Said<typeof english.optionFields> = {
  heartbeat: {
    label: '心跳间隔',
    hint: '领导者至少这么频繁地发话，使没有人起来参选。',
    section: '§5.2',
  },
  electionMin: {
    label: '选举超时最小值',
    hint: '服务器在抽到的这段时间里什么也没听到，便参选。',
    section: '§5.2',
  },
  electionMax: {
    label: '选举超时最大值',
    hint: '范围越宽，两台同时参选越少见。',
    section: '§9.3',
  },
  preVote: {
    label: 'PreVote：参选前先询问',
    hint: '从隔离中归来者，不会推翻它取代不了的领导者。',
    section: '博士论文 §9.6',
  },
  checkQuorum: {
    label: 'CheckQuorum：没有多数派就退位',
    hint: '领导者在一个选举超时内听不到多数派，便不再领导。',
    section: '博士论文 §6.2',
  },
  leaderStickiness: {
    label: '听得到领导者时忽略候选者',
    hint: '已移除的服务器无法干扰仍在工作的服务器。',
    section: '§6',
  },
  noop: {
    label: '新领导者追加空操作（no-op）',
    hint: '它立即提交一个本任期的条目，之前的条目随之提交。',
    section: '§8',
  },
  backtracking: {
    label: '回溯',
    hint: '领导者如何找到跟随者的日志与自己一致之处。',
    section: '§5.3',
  },
  retryRejectedAtOnce: {
    label: '请求被拒后立即重试',
    hint: '否则要等到下次心跳。',
    section: '§5.3',
  },
  maxEntries: {
    label: '一次请求的条目数',
    hint: '一个 AppendEntries 至多携带这么多条目。',
    section: '§5.3',
  },
  reads: {
    label: 'GET 的服务方式',
    hint: '领导者在确知自己仍是领导者之前，不得用自己的存储作答。',
    section: '博士论文 §6.4',
  },
  sessions: {
    label: '重试的命令只生效一次',
    hint: '状态机记住给每个客户端的最后答复。',
    section: '§8',
  },
  clientTimeout: {
    label: '客户端超时',
    hint: '这么久没有答复，客户端就重试。',
    section: '§8',
  },
  clientLatency: {
    label: '客户端延迟',
    hint: '客户端与服务器之间的单程时间。',
    section: '§8',
  },
  membership: {
    label: '服务器的加入与离开',
    hint: '绝不能让不同集群的两个多数派各自做决定。',
    section: '§6，博士论文 §4.1',
  },
  snapshotEvery: {
    label: '多少条目后生成快照',
    hint: '已应用的内容保存为状态，而不再是日志。',
    section: '§7',
  },
  diskLatency: {
    label: '磁盘延迟',
    hint: '写入的内容落盘之后才算数；在此之前崩溃就会丢失。',
    section: '博士论文 §10.2.1',
  },
  latencyMin: {
    label: '延迟最小值',
    hint: '单程时间，每条消息各自抽取。',
    section: '§9.3',
  },
  latencyMax: {
    label: '延迟最大值',
    hint: '安全性从不依赖它；进展依赖它。',
    section: '§5.6',
  },
  loss: { label: '消息丢失', hint: '丢失的请求会再次发送。', section: '§5.5' },
  duplication: {
    label: '消息重复',
    hint: '每个请求到达两次也无妨。',
    section: '§5.5',
  },
};

export const optionChoices: Said<typeof english.optionChoices> = {
  backtracking: {
    decrement: '一次一个条目',
    binarySearch: '二分查找',
    conflictTerm: '按冲突任期',
  },
  reads: {
    log: '经由日志',
    readIndex: '一轮心跳之后',
    lease: '凭租约（lease）',
    local: '由任一服务器（不安全）',
  },
  membership: { joint: '经由联合配置', single: '一次一台' },
  snapshotEvery: { never: '从不自动', entries: (many) => `${many} 个条目` },
};

export const profileWords: Said<typeof english.profileWords> = {
  label: '预设',
  names: {
    paper: '论文',
    seed: '文章：以秒计',
    production: '生产环境',
    own: '自定义',
  },
  hint: {
    paper: '只有图 2 的规则，时间取自 §9.3。',
    seed: '比论文慢一百倍，肉眼可跟。',
    production: 'no-op、PreVote、CheckQuorum、按轮确认的读取、快速回溯。',
    own: '自己搭配的设置。',
  },
};

export const clockWords: Said<typeof english.clockWords> = {
  of: (name) => `${name} 的时钟`,
  rate: (rate) => `${rate}×`,
  hint: '租约信赖时钟；Raft 的其余部分都不依赖时钟。博士论文 §6.4.1',
};
