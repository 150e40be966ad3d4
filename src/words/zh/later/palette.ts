/** The command palette: every act by its name. */
import type { Said } from '../../catalogue.ts';
import type { palette as english } from '../../en/later/palette.ts';

export const palette: Said<typeof english> = {
  title: '查找操作',
  placeholder: '输入你想做的事：崩溃、修复、下一次选举…',
  none: '没有这样的操作。试试服务器的名字，或“下一”。',
  groups: {
    time: '时间',
    branches: '分支与链接',
    diagram: '时空图',
    servers: '服务器',
    network: '网络',
    page: '页面',
    server: '对服务器的操作',
    jumps: '前往',
    scenarios: '场景',
  },
  ofServer: (verb, name) => `${name}：${verb}`,
  language: (ownName) => `语言（Language）：${ownName}`,
  nextOf: (what) => `下一${what}`,
  previousOf: (what) => `上一${what}`,
  marks: {
    elected: '次选举',
    commit: '次提交',
    fault: '个故障',
    violation: '次违反',
    client: '条客户端命令',
    term: '个任期',
  },
};
