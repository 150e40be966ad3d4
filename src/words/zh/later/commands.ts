/** Every state in which a client's command can be until it is answered. */
import type { Said } from '../../catalogue.ts';
import type * as english from '../../en/later/commands.ts';

export const commandStates: Said<typeof english.commandStates> = {
  travelling: (to) => `正在发往 ${to}`,
  appended: (at, index) => `已在 ${at} 追加为条目 ${index}：等待多数派`,
  sent: (at, index, to) => `${at} 的条目 ${index} 已发给 ${to} 台服务器：等待多数派`,
  acknowledged: (tally) => `已确认，副本 ${tally}：等待多数派`,
  committed: '已在多数派上提交，尚未应用',
  applied: (at) => `已在 ${at} 应用，答复在途`,
  noMajority: (tally) => `等待多数派：只能联系到 ${tally}`,
  oldLeader: (at) => `已发给 ${at}，而它并没有在领导谁：没有答复`,
  down: (at) => `已发给 ${at}，而它已停机：没有答复`,
  paused: (at) => `已发给 ${at}，而它已暂停：没有答复`,
  silent: (at) => `已发给 ${at}：没有答复`,
  deposed: (at) => `${at} 不再是领导者：没有答复`,
  refused: (at) => `${at} 不知道谁是领导者`,
  lost: (at) => `已不在 ${at} 的日志中：没有答复`,
  redirected: (to) => `已转向 ${to}`,
  retried: (attempt, at) => `在 ${at} 重试，第 ${attempt} 次`,
  asksAgain: (ms) => `${ms} 后重试`,
  queued: (many) => `另有 ${many} 条排队`,
  join: (parts) => parts.join(' · '),
};

export const readStates: Said<typeof english.readStates> = {
  ownTerm: (at) => `等待 ${at} 提交一个本任期的条目`,
  round: (at) => `等待一轮心跳确认 ${at} 仍是领导者`,
  apply: (at, index) => `等待 ${at} 应用条目 ${index}`,
};

export const answers: Said<typeof english.answers> = {
  answered: '已答复',
  done: '已答复：完成',
  value: (value) => `已答复：${value}`,
  absent: '已答复：没有这个键',
  notEqual: (value) =>
    value === null ? '已答复：拒绝，没有这个键' : `已答复：拒绝，现值是 ${value}`,
  notNumber: (value) => `已答复：拒绝，${value} 不是数字`,
};

const halves = { all: '', old: '旧配置 ', new: '新配置 ' };

export const quorum: Said<typeof english.quorum> = {
  label: (half, have, size, need) => `${halves[half]}${size} 台中有 ${have} 台，需要 ${need} 台`,
  has: '✓',
  out: '·',
};
