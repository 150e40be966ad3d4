/** The bench that goes through every schedule of a tiny world. */
import type { Said } from '../../catalogue.ts';
import type { labExhaust as english } from '../../en/later/labExhaust.ts';

export const labExhaust: Said<typeof english> = {
  form: '世界有多小',
  bounds: {
    servers: '服务器',
    terms: '任期',
    entries: '命令',
    messages: '在途消息，至多',
  },
  faults: {
    losses: '丢失的消息',
    copies: '到达两次的消息',
    crashes: '崩溃',
  },
  anyNumber: '任意多',
  noop: '新的领导者追加一个空操作',
  rulesNote: '需要时间、快照、读取或成员变更的规则在这里没有意义。',
  start: '走遍全部',
  cancel: '取消',
  resume: '继续',
  again: '重新走遍全部',
  idle: '定时器到期、消息到达或丢失、服务器崩溃的每一种顺序都试一次；只有服务器名字不同的世界算作一个。第一个打破性质的世界结束搜索，步数是最少的。',
  running: '正在从一个世界走到下一个……',
  stopped: '没到终点就停了：还什么也没有证明。',
  holds: (many, length) => `所有性质在全部 ${many} 个世界中成立，离起点至多 ${length} 步。`,
  broken: (property, many) => `${property}在 ${many} 步内被打破，不能更少。`,
  progressLabel: '已走过的世界，占已找到的',
  tallies: {
    worlds: '不同的世界',
    depth: '步深',
    frontier: '尚待走过',
    steps: '试过的步骤',
  },
};
