/** The settings of a run, and what is wrong with a value that cannot be. */
import type { Said } from '../../catalogue.ts';
import type { settings as english } from '../../en/later/conditions.ts';
import { duration, percent } from '../numbers.ts';

export const settings: Said<typeof english> = {
  cluster: '集群',
  servers: '服务器数量',
  seed: '种子',
  newRun: '改变服务器数量或种子会开始新的运行；其余设置改变当前的运行。',
  copyRun: '复制这次运行',
  breakRaft: '打破 Raft：开关规则…',
  ms: duration,
  share: percent,
  electionUpsideDown: (min, max) =>
    `选举超时会是从 ${duration(min)} 到 ${duration(max)}：最小值不能大于最大值。`,
  latencyUpsideDown: (min, max) =>
    `延迟会是从 ${duration(min)} 到 ${duration(max)}：最小值不能大于最大值。`,
  size: (servers) => `${servers} 台服务器的运行`,
  serversOutside: '集群有 1 到 101 台服务器，须为整数。',
  seedOutside: '种子是 0 到 4294967295 之间的整数。',
};
