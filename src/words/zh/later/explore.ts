import type { Said } from '../../catalogue.ts';
import type { explore as english } from '../../en/later/explore.ts';

const usage = `用法：
  npm run explore -- [search] --seeds A..B [--rules-off RULE,RULE] [--servers N] [--acts N] [--way hand|weather|mixed]
                     [--goal EXPECT] [--first] [--shrink] [--shard I/N] [--out FILE] [--to FOLDER] [--seconds N] [--workers N]
  npm run explore -- --merge FILE… [--out FILE]
  npm run explore -- exhaust [--rules-off RULE,RULE] [--servers N] [--terms N] [--entries N] [--messages N]
                     [--losses N] [--copies N] [--crashes N] [--noop] [--to FOLDER]
  npm run explore -- measure downtime|splitVotes|availability|repair|reads [--trials N] [--seed N] [--csv FILE]

  --seeds      尝试哪些种子；每个种子给出若干调度
  --rules-off  关闭哪些规则，名称与 \`rulesOff\` 相同
  --goal       寻找使此期望成立的调度（JSON，同 \`expect\`），而不是被违反的性质
  --first      找到第一个就停下，将其缩小并打印
  --shrink     缩小每一个发现
  --shard      把种子分成 N 份，取第 I 份
  --out        每个种子一行；被中断的文件会从断处继续
  --to         发现写成的场景文件放在哪里
  --seconds    这么久之后停下
  --workers    线程数（默认每核一个）；0：只用本线程
  --merge      合并各份文件：与一次运行的字节相同

退出码 0：没有发现；1：有发现；2：命令行或文件有误。`;

export const explore: Said<typeof english> = {
  usage,
  unknownFlag: (flag) => `没有选项 ${flag}。`,
  badValue: (flag, value) => `${flag} 不能是 ${value}。`,
  missing: (flag) => `缺少 ${flag}。`,
  unreadable: (file, why) => `无法读取 ${file}：${why}。`,
  unwritable: (file, why) => `无法写入 ${file}：${why}。`,
  noExploration: (file) => `${file} 不是探索的结果文件。`,
  otherQuestion: (file) => `${file} 属于另一次探索。`,
  incomplete: (count, first) => `有 ${count} 个种子不在任何文件中，第一个是 ${first}。`,
  resumed: (seeds) => `此前已尝试 ${seeds} 个种子。`,
  progress: (seeds, of, events, perSecond, rules) =>
    `${seeds} / ${of} 个种子，${events} 个事件，每秒 ${perSecond} 个，图 2 的 ${rules} 行`,
  sum: (seeds, schedules, events) =>
    `${seeds} 个种子，${schedules} 个调度，${events} 个事件，每个事件之后都检查所有性质`,
  nothing: '没有发现。',
  found: (seed, what, steps) => `种子 ${seed}：${what}，${steps} 步。`,
  merged: (files, seeds) => `${files} 个文件，${seeds} 个种子。`,
  exhausting: (worlds, done, depth) => `${worlds} 个状态，已展开 ${done} 个，深度 ${depth}`,
  exhausted: (worlds, steps, depth) => `${worlds} 个不同的状态，${steps} 步，深度 ${depth}`,
  allHold: '在每一个调度中，所有性质都成立。',
  shortest: (property, length) => `${property} 被违反；最短的调度有 ${length} 步：`,
  outOfReach: (rules) => `在这么小的世界里没有意义：${rules}。`,
  measuring: (done, of) => `${done} / ${of} 次试验`,
  measured: (section, unit, seed) =>
    `${/\d/.test(section.charAt(0)) ? '§' : ''}${section}，单位 ${unit}，种子 ${seed}`,
  columns: {
    trials: '次数',
    least: '最小',
    median: '中位',
    mean: '平均',
    p95: 'p95',
    worst: '最坏',
    paper: '论文',
  },
};
