/** The command palette: every act by its name. */
import type { Said } from '../../catalogue.ts';
import type { palette as english } from '../../en/later/palette.ts';

export const palette: Said<typeof english> = {
  title: '查找操作',
  placeholder: '输入你想做的事：崩溃、修复、下一次选举…',
  none: '没有这样的操作。试试服务器的名字，或“下一”。',
  events: {
    title: '查找事件',
    placeholder: '输入发生了什么：当选、S3 崩溃、投票……',
    none: '没有叫这个名字的事件。',
  },
  groups: {
    lessons: '课程',
    events: '事件，最新的在前',
    time: '时间',
    branches: '分支与链接',
    diagram: '时空图',
    servers: '服务器',
    network: '网络',
    page: '页面',
    server: '对服务器的操作',
    links: '对链路的操作',
    messages: '对在途消息的操作',
    jumps: '在标记之间跳转',
    scenarios: '场景',
  },
  select: '选择',
  ofServer: (verb, name) => `${name}：${verb}`,
  ofLink: {
    both: (a, b) => `双向断开 ${a}–${b}`,
    ab: (a, b) => `单向断开 ${a}→${b}`,
    ba: (a, b) => `单向断开 ${b}→${a}`,
    mend: (a, b) => `修复 ${a}–${b}`,
    inspect: (a, b) => `检查链路 ${a}–${b}`,
  },
  ofMessage: {
    deliver: (what) => `立即送达 ${what}`,
    hold: (what) => `扣住 ${what}`,
    release: (what) => `放行 ${what}`,
    duplicate: (what) => `复制 ${what}`,
    delay: (what) => `推迟 ${what} 10 ms`,
    delayLong: (what) => `推迟 ${what} 100 ms`,
    drop: (what) => `丢弃 ${what}`,
    inspect: (what) => `检查 ${what}`,
    why: (what) => `问为什么：${what}`,
  },
  ofBranch: {
    go: (name) => `在分支 ${name} 中继续`,
    compare: (name) => `与分支 ${name} 比较`,
    repeat: (name) => `在此重做分支 ${name} 的操作`,
    remove: (name) => `删除分支 ${name}`,
  },
  language: (ownName) => `语言（Language）：${ownName}`,
  more: (many) => `另有 ${many} 项：请输入更多字。`,
};
