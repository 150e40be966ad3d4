/** Branches of a run, two of them side by side, and links to a moment. */
import type { Said } from '../../catalogue.ts';
import type * as english from '../../en/later/branches.ts';
import { list } from '../numbers.ts';

/** What was done first on a branch, by the command's type. */
const deeds: Readonly<Record<string, (server: string) => string>> = {
  crash: (server) => `${server} 崩溃`,
  restart: (server) => `${server} 重启`,
  pause: (server) => `${server} 暂停`,
  resume: (server) => `${server} 恢复运行`,
  timeout: (server) => `${server} 超时`,
  heartbeat: (server) => `${server} 发送心跳`,
  request: () => '客户端发出命令',
  retry: () => '客户端重试',
  cut: () => '断开链路',
  heal: () => '修复链路',
  deliver: () => '送达一条消息',
  drop: () => '丢弃一条消息',
  duplicate: () => '复制一条消息',
  hold: () => '扣住一条消息',
  release: () => '放行一条消息',
  inject: () => '伪造一条消息',
  snapshot: (server) => `${server} 生成快照`,
  persist: (server) => `${server} 写盘`,
  transfer: (server) => `领导权移交给 ${server}`,
  reconfigure: (server) => `成员变更${server === '' ? '' : `，由 ${server} 执行`}`,
  options: () => '改变条件',
  delivery: () => '改变消息的投递者',
  delay: () => '推迟一条消息',
};

export const branches: Said<typeof english.branches> = {
  title: '分支',
  intro: '在过去的时刻做任何事，都会开始另一个分支。什么都不会丢：原来的未来仍在这里。',
  list: '这次运行的分支',
  first: '最初的样子',
  deed: (type, server, moment) => `${moment}：${deeds[type]?.(server) ?? type}`,
  numbered: (id, name) => `${id} · ${name}`,
  here: '当前',
  upTo: (moment, commands) => `到 ${moment} 为止，${commands} 条命令`,
  from: (moment) => `在 ${moment} 分出`,
  go: (name) => `在“${name}”中继续`,
  rename: '重命名',
  name: '分支名称',
  verbs: {
    compare: '比较',
    stopComparing: '停止比较',
    repeat: '在此重做它的操作',
    remove: '删除',
  },
  repeatHint: '在本分支的条件下施加同样的故障，并把两者并排。',
  again: (name) => `重做：${name}`,
  left: (many, lost) =>
    `重做了 ${many} 项操作；${lost} 项无法重做：这里的消息编号不同，或操作被拒绝。`,
  save: '保存',
  only: '这次运行目前只有一个分支。回到过去做点别的，就会开始另一个。',
};

export const compare: Said<typeof english.compare> = {
  title: (name) => `并排：${name}`,
  close: '停止比较',
  other: (name, unlike) =>
    `“${name}”中的服务器：${unlike.length === 0 ? '都与这边相同' : `${list(unlike)} 与这边不同`}`,
  logs: '不同的日志',
  unlike: '不同',
  nothing: '–',
  nothingLong: '没有条目',
  later: (many) => `后面还有 ${many} 个条目。`,
  differences: '差异',
  none: '此刻两个分支没有差异。',
  parted: (moment) => `它们在 ${moment} 分开。`,
  here: '这边',
  there: '那边',
  what: '项目',
  fields: {
    condition: '状况',
    role: '角色',
    currentTerm: 'currentTerm',
    votedFor: 'votedFor',
    log: '日志（log）',
    commitIndex: 'commitIndex',
    lastApplied: 'lastApplied',
    kv: '键值存储',
    configuration: '配置',
  },
  entries: (last, from) => (from > 0 ? `${last} 个条目，从 ${from} 起不同` : `${last} 个条目`),
  nobody: '无',
};

export const share: Said<typeof english.share> = {
  title: '分享此刻',
  intro:
    '链接里装着整个运行：如何开始、做过什么、你停在哪里、怎样观看。它不需要服务器，在任何机器上都会得到同一状态。',
  what: '分享什么',
  moment: '运行的此刻',
  lesson: '本课，从这一站开始',
  lessonHint: '打开的人会看到这一课，其中的问题尚未回答。',
  link: '链接',
  plays: '打开后即播放',
  playsHint: '否则停在此刻不动。',
  copy: '复制链接',
  copied: '已复制。',
  notCopied: '剪贴板拒绝了：请选中文字并复制。',
  making: '正在生成链接…',
  state: (print) => `状态 ${print}`,
  characters: (length) => `${length} 个字符`,
  tooLong: (length, most) =>
    `这次运行需要 ${length} 个字符，超过 ${most} 个字符的地址常被截断。请改为保存成文件。`,
  download: '保存为文件',
  fileName: 'quorate-run.txt',
  modified: (rules) => `其中注明这是改动过的 Raft：${rules.join('、')} 已关闭。`,
  open: '打开链接或已保存的运行',
  paste: '粘贴链接',
  openIt: '打开',
  file: '打开已保存的运行…',
  noLink: '这段文字里没有链接：链接中有 #r=。',
};
