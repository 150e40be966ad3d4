/** The space-time diagram: its controls, and a name for every event. */
import type { Said } from '../../catalogue.ts';
import type { EventSaid, spacetime as english } from '../../en/later/spacetime.ts';
import { moment } from '../numbers.ts';

export type { EventSaid } from '../../en/later/spacetime.ts';

const messages: Readonly<Record<string, string>> = {
  RequestVoteRequest: 'RequestVote',
  RequestVoteResponse: 'RequestVote 回复',
  AppendEntriesRequest: 'AppendEntries',
  AppendEntriesResponse: 'AppendEntries 回复',
  PreVoteRequest: 'PreVote',
  PreVoteResponse: 'PreVote 回复',
  TimeoutNowRequest: 'TimeoutNow',
  InstallSnapshotRequest: 'InstallSnapshot',
  InstallSnapshotResponse: 'InstallSnapshot 回复',
};

const typed = (type: string | null): string => messages[type ?? ''] ?? `${type}`;

const messageOf = ({ type, term }: EventSaid): string => `任期 ${term} 的 ${typed(type)}`;
/** What happens to a message on its way; a space stands between Latin and Chinese only. */
const fate = (said: EventSaid, what: string): string => {
  const sent = `${said.from} 发给 ${said.server} 的${messageOf(said)}`;
  return `${sent}${/\w$/.test(sent) ? ' ' : ''}${what}`;
};

function outcomeOf(said: EventSaid): string {
  if (said.isElected) return '：当选';
  if (said.type === 'RequestVoteRequest') return said.hasGranted ? '：投票' : '：不投票';
  if (said.hasCommitted) return said.hasAppended ? '：追加并提交' : '：提交';
  if (said.hasAppended) return '：追加';
  if (said.type?.endsWith('Response')) return said.isYes ? '：同意' : '：拒绝';
  return '';
}

function clientSaid({ client, server }: EventSaid): string {
  if (client === null) return server === null ? '客户端的定时器' : `${server} 收到客户端的请求`;
  const { name, server: at, what } = client;
  switch (what) {
    case 'answered':
      return `${at} 答复 ${name}`;
    case 'queued':
      return `${name} 留下一条命令稍后再发`;
    case 'sent':
      return `${name} 向 ${at} 发送命令`;
    case 'unreachable':
      return `${name} 请求 ${at}，而它没有运行`;
    default:
      return `${name} 请求 ${at}`;
  }
}

const lines: Readonly<Record<string, (said: EventSaid) => string>> = {
  receive: (said) => `${said.server} 收到 ${said.from} 在${messageOf(said)}${outcomeOf(said)}`,
  electionTimeout: ({ server, role, term }) =>
    role === 'candidate' || role === 'leader'
      ? `${server} 超时，在任期 ${term} 参选`
      : `${server} 超时`,
  heartbeat: ({ server }) => `${server} 发送心跳`,
  client: clientSaid,
  apply: ({ server, client }) =>
    client === null ? `${server} 应用条目` : `${server} 应用条目并答复 ${client.name}`,
  persist: ({ server }) => `${server} 完成一次写盘`,
  snapshot: ({ server }) => `${server} 生成快照`,
  reconfigure: ({ server }) => `${server} 受命变更配置`,
  transfer: ({ server }) => `${server} 受命移交领导权`,
  crash: ({ server }) => `${server} 崩溃`,
  restart: ({ server }) => `${server} 重启`,
  pause: ({ server }) => `${server} 暂停`,
  resume: ({ server }) => `${server} 恢复运行`,
  drop: (said) => fate(said, '丢失'),
  duplicate: (said) => fate(said, '被复制'),
  hold: (said) => fate(said, '被扣住'),
  release: (said) => fate(said, '被放行'),
  delay: (said) => fate(said, '被推迟'),
  inject: (said) => fate(said, '是伪造的'),
  cut: () => '链路断开',
  heal: () => '链路修复',
  options: () => '条件改变',
  start: ({ server }) => `${server} 启动`,
};

/** `S1 收到 S3 在任期 2 的 RequestVote：投票`. */
const event = (said: EventSaid): string => lines[said.kind]?.(said) ?? said.kind;

const rounds = (many: number): string => `${many} 轮心跳，没有新情况`;

export const spacetime: Said<typeof english> = {
  title: '时空图',
  picture: '时空图（space-time diagram）',
  pictureHint:
    '左右方向键沿所选事件的泳道移动，向上到消息的发送者，向下到接收者。Enter 前往该处。Shift 加上下方向键移动泳道。W 与 S 缩放，A 与 D 平移。',
  axis: '坐标轴',
  axes: { physical: '按时钟', logical: '按次序' },
  earlier: '更早',
  later: '更晚',
  zoomIn: '放大',
  zoomOut: '缩小',
  fit: '显示整个运行',
  copy: '复制为 ShiViz 文本',
  copied: '已复制：视野内的事件，格式可由 ShiViz 读取。',
  notCopied: '剪贴板拒绝了。请改为下载文本。',
  download: '下载为 ShiViz 文本',
  file: 'quorate-shiviz.txt',
  enlarge: '只显示时空图',
  reduce: '也显示服务器与日志',
  close: '关闭时空图',
  event,
  eventAt: (ms, what) => `${moment(ms)}，${what}`,
  election: (term) => `选举，任期 ${term}`,
  delayed: (ms, at) => `+${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms，${moment(at)} 到达`,
  window: '时空图中显示的部分',
  shown: (from, to) => `${from} 到 ${to}`,
  lanes: {
    lying: { before: '泳道上移', after: '泳道下移' },
    upright: { before: '泳道左移', after: '泳道右移' },
  },
  list: (many) => `视野内的事件 · ${many}`,
  listLabel: '视野内的事件',
  quiet: (many, lost) => (lost === 0 ? rounds(many) : `${rounds(many)}，${lost} 条消息丢失`),
  more: (many) => `另有 ${many} 个`,
  none: '这里什么也没有发生。',
  relations: {
    itself: '所选',
    past: '导致了它',
    future: '由它而来',
    concurrent: '并发',
  },
  selected: '所选事件',
  nothing:
    '选择一个事件，可看什么可能导致它、它又可能导致什么。拖动可在时间中移动，拖动标尺可放大一段。',
  cone: (past, future) =>
    `${past} 个事件导致了它，至今有 ${future} 个由它而来。变暗的是并发事件：彼此都不可能是对方的原因。`,
  go: '前往该处',
  steps: {
    before: '泳道上的前一个',
    after: '泳道上的后一个',
    sender: '发送者',
    receiver: '接收者',
  },
  delay: '推迟',
  delayBy: (ms) => `+${ms} ms`,
  delayLabel: (ms) => `推迟 ${ms} ms`,
  gone: '这条消息已到达或已丢失。',
  flight: (what, ms) => `${what}，在途：${moment(ms)} 到达`,
  heldFlight: (what) => `${what}，被扣住`,
  message: (type, term, from, to) => `${from} 发给 ${to} 的任期 ${term} 的 ${typed(type)}`,
};
