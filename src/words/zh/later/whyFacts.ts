/** Turns of phrase that the sentences of answers share. */
import type * as english from '../../en/later/whyFacts.ts';

/** Kinds of events and of commands, which an answer names where no sentence of its own fits. */
const kinds: Readonly<Record<string, string>> = {
  receive: '收到消息',
  electionTimeout: '选举超时',
  client: '客户端的请求',
  apply: '应用条目',
  crash: '崩溃',
  restart: '重启',
  pause: '暂停',
  resume: '恢复运行',
  timeout: '使其超时',
  heartbeat: '发送心跳',
  request: '客户端的命令',
  retry: '客户端重试',
  cut: '断开链路',
  heal: '修复链路',
  deliver: '送达消息',
  drop: '丢弃消息',
  duplicate: '复制消息',
  hold: '扣住消息',
  release: '放行消息',
  delay: '推迟消息',
  inject: '伪造消息',
  snapshot: '生成快照',
  persist: '写盘',
  transfer: '移交领导权',
  reconfigure: '变更配置',
  options: '改变条件',
  delivery: '改变投递者',
  start: '启动',
};

/** A kind in words; its own name where there is none. */
export const kindSaid = (kind: string): string => kinds[kind] ?? kind;

/** Where a log ends: `（4，任期 1）`. */
export const last: typeof english.last = (index, term) =>
  index === 0 ? '（空）' : `（${index}，任期 ${term}）`;

/** `S1 发给 S2 的 AppendEntries`. */
export const message: typeof english.message = ({ type, from, to }) =>
  `${from} 发给 ${to} 的 ${type.replace(/Request$/, '')}`;

export const servers: typeof english.servers = (many) => `${many} 台服务器`;
