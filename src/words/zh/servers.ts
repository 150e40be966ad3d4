/** Servers and links: what they are called, what they are in, and what can be done to them. */
import type { Said } from '../catalogue.ts';
import type * as english from '../en/servers.ts';

export const roles: Said<typeof english.roles> = {
  follower: '跟随者',
  candidate: '候选者',
  leader: '领导者',
  preCandidate: '预候选者',
  learner: '学习者',
};

const halves = { all: '', old: '旧 ', new: '新 ' };

/** `2/5`; in a joint configuration `旧 2/3、新 3/5`. */
export const tally: typeof english.tally = (bodies) =>
  bodies.map(({ half, have, of }) => `${halves[half]}${have}/${of}`).join('、');

export const conditions: Said<typeof english.conditions> = {
  running: '运行中',
  paused: '已暂停',
  crashed: '已崩溃',
};

/** The name a server goes by: `S1，领导者，任期 2，运行中，…`. */
export const serverLabel: typeof english.serverLabel = (said) => {
  const { name, condition, term, entries, committed, votes, part, isWriting } = said;
  const role = part === 'learner' && said.role === 'follower' ? 'learner' : said.role;
  const stands =
    condition === 'running'
      ? [roles[role], `任期 ${term}`, conditions.running]
      : [conditions[condition], `任期 ${term}`];
  if (part === 'outside') stands.push(servers.outside);
  const asked = role === 'preCandidate' ? '预投票' : '选票';
  const asks = votes.length === 0 ? [] : [`所需${asked}已得 ${tally(votes)}`];
  const disk = isWriting ? [servers.notDurable] : [];
  const log = [`日志 ${entries} 个条目`, `已提交 ${committed}`];
  return [name, ...stands, ...asks, ...disk, ...log].join('，');
};

export const verbs: Said<typeof english.verbs> = {
  crash: '崩溃',
  restart: '重启',
  pause: '暂停',
  resume: '恢复',
  timeout: '使其超时',
  inspect: '检查',
  why: '为何如此？',
  whyNot: '为何不是别的？',
};

export const servers: Said<typeof english.servers> = {
  menu: (name) => `${name}：可做的操作`,
  term: (term) => `任期 ${term}`,
  termWord: '任期',
  oldLeader: '旧领导者',
  unlike: '与旁边的分支不同',
  unlikeSign: '≠',
  add: (name) => `加入 ${name}`,
  outside: '不在配置中',
  noMember: '非成员',
  noMemberAs: (role) => `${role}，非成员`,
  joint: '旧 + 新',
  lease: (left) => `租约 ${left}`,
  half: { all: '', old: '旧', new: '新' },
  notDurable: '任期与选票尚未落盘',
  pausedAs: (role) => `已暂停，${role}`,
  votes: (needed) => `${tally(needed)} 票`,
  preVotes: (needed) => `预投票 ${tally(needed)}`,
  timer: (ms) => ms,
  traffic: {
    sent: (many) => `↑${many}`,
    coming: (many) => `↓${many}`,
    legend: '↑ 已发出、在途 · ↓ 即将到达',
  },
  beat: (ms) => `下次心跳 ${ms}`,
};

export const links: Said<typeof english.links> = {
  up: '畅通',
  cut: '断开',
  oneWay: (from, to) => `单向 ${from}→${to}`,
  label: (a, b, state) => `链路 ${a}–${b}，${state}`,
  heading: '链路',
  title: (a, b) => `链路 ${a}–${b}`,
  menu: (a, b) => `链路 ${a}–${b}：可做的操作`,
  verbs: {
    cutBoth: '双向断开',
    cutOne: (from, to) => `断开 ${from}→${to}`,
    mend: '修复',
    mendOne: (from, to) => `修复 ${from}→${to}`,
    inspect: '检查',
  },
  healAll: '全部修复',
  partition: '分区…',
  allUp: '所有链路畅通。',
};
