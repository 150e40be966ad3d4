/** Questions that a run raises by itself. */
import type { Said } from '../../catalogue.ts';
import type { wonders as english } from '../../en/later/wonders.ts';

export const wonders: Said<typeof english> = {
  label: '这次运行引出的问题',
  dismiss: '暂时不看',
  ask: {
    olderTerm: () => '已在多数服务器上，却未提交：为什么？',
    longerRefused: ({ server }) => `日志更长者向 ${server} 请求投票却被拒绝：为什么？`,
    doneUnanswered: () => '已经执行，客户端却没有得到答复：为什么？',
    readWaits: ({ server }) => `${server} 有值，却不答复读取：为什么？`,
    removedLeads: ({ server }) => `${server} 已被移除，却仍在领导：为什么？`,
    unsureLeader: ({ server }) => `${server} 是领导者，却不知道哪些已提交：为什么？`,
    unheardCommit: ({ server }) => `已经提交，${server} 却不知道：为什么？`,
    keptAfterAll: () => '已下线的领导者的条目被保留：为什么？',
    extraEntries: ({ server }) => `${server} 听到领导者，却保留着更多条目：为什么？`,
    forgotten: ({ server }) => `${server} 重启后不知道任何已提交的条目：为什么？`,
    halfOfThem: () => '已在一半服务器上，却未提交：为什么？',
    allThatRun: () => '已在所有运行的服务器上，却未提交：为什么？',
    aloneAndUntold: ({ server }) => `${server} 接受了无法提交的命令：为什么？`,
    twoLeaders: ({ server }) => `同时有两个领导者：为什么 ${server} 仍在领导？`,
  },
  setting: '运行中出现意外情况时提问',
  settingHint: '显示在叙述下方的一行，每个问题每次运行只问一次。',
};
