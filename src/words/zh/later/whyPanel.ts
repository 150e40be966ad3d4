/** The panel of why-answers: how a question is put, and what stands around an answer. */
import type { Said } from '../../catalogue.ts';
import type * as english from '../../en/later/whyPanel.ts';
import { duration } from '../numbers.ts';
import { citation } from '../rules.ts';

export const whyPanel: Said<typeof english.whyPanel> = {
  list: '问题',
  none: '这里没有可问的。请选择一台服务器、一条消息，或一个未提交的条目。',
  noAnswer: '现在并非如此，也就没有原因可言。',
  because: '因为',
  more: (many) => `另有 ${many} 条`,
  otherwise: '若非如此',
  goTo: (moment, text) => `前往 ${moment}：${text}`,
  asked: (moment) => `提问于 ${moment}`,
  back: '回到提问的时刻',
  tryIt: '试一试',
  willBranch: (moment, ms) =>
    ms < 1
      ? `在 ${moment} 开始一个分支。这次运行保持原样。`
      : `在 ${moment} 开始一个分支，并显示其后 ${duration(ms)}。这次运行保持原样。`,
  tried: (name) => `你在一个单独的分支上：${name}。这就是它要展示的时刻。`,
  elsewhere: '这是在另一个分支上问的：只能在那里试，不能在这里试。',
  takeBack: '收回',
  sentence: (had, would) => `${had}，${would}`,
};

export const whyAsked: Said<typeof english.whyAsked> = {
  role: ({ server, role }) => `${server} 为何处于“${role}”状态？`,
  notLeader: ({ server }) => `${server} 为何不是领导者？`,
  doesNotStand: ({ server }) => `${server} 为何不参选？`,
  noElection: () => '为何没有谁参选？',
  notCounted: ({ server, leader }) => `${leader} 是否计入 ${server}，若不计入，为何？`,
  committed: ({ server, index }) => `${server} 的条目 ${index} 为何已提交？`,
  notCommitted: ({ server, index }) => `${server} 的条目 ${index} 为何未提交？`,
  clientWaits: ({ client }) => `${client} 为何在等待？`,
  readWaits: ({ client }) => `${client} 的读取为何在等待？`,
  voteGranted: ({ moment }) => `${moment} 时为何投票？`,
  voteRefused: ({ moment }) => `${moment} 时为何拒绝投票？`,
  overwritten: ({ moment }) => `${moment} 时条目为何被覆盖？`,
  refused: ({ moment }) => `${moment} 时客户端为何被拒？`,
  event: ({ moment }) => `${moment} 时为何发生此事？`,
};

/** `图 2，领导者 · 规则 4，§5.4.2`; a section alone, where no line says it. */
export const whyCited: typeof english.whyCited = (rule, section) => {
  const thesis = section.replace('Thesis ', '');
  const place = thesis === section ? `§${section}` : `博士论文 §${thesis}`;
  if (rule === null) return thesis === section ? `论文 ${place}` : place;
  const cited = citation(rule);
  return cited.startsWith('图 2') ? `${cited}，${place}` : cited;
};
