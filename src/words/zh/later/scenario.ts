/** What is said of scenario files: what is wrong with one, what did not hold in a run, and how to run them. */
import type { Said } from '../../catalogue.ts';
import type { FailureSaid, files as filesEnglish, ProblemSaid } from '../../en/later/scenario.ts';

type Sentence = (facts: ProblemSaid) => string;

/** Up to so many possibilities are listed; more would hide the sentence. */
const mostListed = 16;

const oneOf = (allowed: readonly string[]): string =>
  allowed.length > mostListed ? `${allowed.slice(0, mostListed).join('、')}…` : allowed.join('、');

const there = ({ found }: ProblemSaid): string => found ?? '空';
const lastKey = (path: string): string => path.replace(/^.*\./, '');

const expected =
  (what: string): Sentence =>
  (facts) =>
    `此处应为${what}，而不是 ${there(facts)}。`;

const problems: Readonly<Record<string, Sentence>> = {
  syntax: ({ found }) => `这不是有效的 YAML：${found}`,
  badKey: () => '键必须是普通文本。',
  tooLarge: () => '文件展开后的值过多，或嵌套过深。',
  unknownKey: ({ found, allowed }) =>
    `此处没有键 ${found}${allowed.length > 0 ? `；可用的有 ${oneOf(allowed)}` : ''}。`,
  missingKey: ({ path }) => `缺少键 ${lastKey(path)}。`,
  text: expected('文本'),
  number: expected('数字'),
  wholeNumber: expected('整数'),
  atLeast: (facts) => `此值至少为 ${facts.allowed[0]}，而不是 ${there(facts)}。`,
  atMost: (facts) => `此值至多为 ${facts.allowed[0]}，而不是 ${there(facts)}。`,
  moreThan: (facts) => `此值必须大于 ${facts.allowed[0]}，而不是 ${there(facts)}。`,
  yesNo: expected(' true 或 false'),
  onlyTrue: expected(' true'),
  list: expected('列表'),
  map: expected('键与值的映射'),
  range: expected('两个数字的列表 [min, max]'),
  pair: expected('两项的列表'),
  empty: () => '此处不能为空。',
  oneOf: (facts) => `此处应为 ${oneOf(facts.allowed)} 之一，而不是 ${there(facts)}。`,
  version: (facts) => `这是格式的第 1 版，应写 "quorate: 1"，而不是 ${there(facts)}。`,
  unknownServer: (facts) => `没有服务器 ${there(facts)}；现有 ${oneOf(facts.allowed)}。`,
  unknownLink: (facts) =>
    `${there(facts)} 不是链路：双向写 "A-B"，单向写 "A>B"，其中的服务器取自 ${oneOf(facts.allowed)}。`,
  minAboveMax: () => '第一个数（最小值）大于第二个数（最大值）。',
  serverCount: (facts) =>
    `服务器可有 ${facts.allowed[0]} 到 ${facts.allowed[1]} 台，而不是 ${there(facts)}。`,
  namesTwice: () => '"servers" 与 "names" 对服务器数量的说法不一致。',
  noServers: () => '缺少键 servers：服务器的数量，或它们的名字。',
  tooManyServers: () => '服务器至多 101 台，包括之后加入的。',
  duplicateName: ({ found }) => `有两台服务器都叫 ${found}。`,
  reservedName: ({ found }) => `服务器不能叫 ${found}：这个词在 "expect" 中另有含义。`,
  sameServer: () => '链路需要两台不同的服务器。',
  twice: () => '同一台服务器在此出现了两次。',
  twiceInGroups: () => '某台服务器出现在两个组里，或在一个组里出现两次。',
  oneVerb: (facts) => `步骤是只含一个动词的映射，例如 run、set 或 expect；此处是 ${there(facts)}。`,
  oneKey: (facts) => `此处应恰好有一个键和它的值，而不是 ${there(facts)}。`,
  oneContent: (facts) =>
    `条目恰好有一种内容，取自 ${oneOf(facts.allowed)}；此处是 ${there(facts)}。`,
  oneCount: () =>
    '计数需要 "messages" 或 "leaderChanges" 之一，以及 "is"、"atLeast"、"atMost" 之一。',
  noSuchMark: () => '在此之前没有步骤标记过这个名字的时刻。',
  beyondLog: () => 'commitIndex 超出了日志末尾。',
  beforeSnapshot: () => '该索引位于快照末尾之前，而快照只含已应用的内容。',
  appliedBeyondCommit: () => 'lastApplied 超出了 commitIndex。',
  notForRole: () =>
    '只有领导者有 nextIndex 与 matchIndex，只有 candidate 或 preCandidate 有 votesGranted。',
  matchBeyondNext: () => 'matchIndex 必须小于 nextIndex。',
  votesToo: () => '服务器要么是投票成员，要么是学习者，不能两者都是。',
};

const short = (value: unknown): string => JSON.stringify(value);

/** Why a step failed, where it is not for an expectation. */
const reasons: Readonly<Record<string, (facts: FailureSaid) => string>> = {
  notInTime: ({ expected: wanted, actual }) =>
    `预期 ${short(wanted)} 按时成立，实际为 ${short(actual)}`,
  noSuchMessage: ({ expected: wanted }) =>
    `预期有符合 ${short(wanted)} 的在途消息，实际没有（或太少）`,
  standstill: () => '预期时间会前进，实际在同一时刻发生了 1,000,000 个事件',
  undeclared: ({ expected: wanted, actual }) =>
    `预期只有违反 ${short(wanted)}，实际为 ${short(actual)}`,
  isStopped: ({ actual }) => `预期 ${actual} 在运行，实际已停止`,
  isRunning: ({ actual }) => `预期 ${actual} 已停止，实际在运行`,
  isPaused: ({ actual }) => `预期 ${actual} 在运行，实际已暂停`,
  isNotPaused: ({ actual }) => `预期 ${actual} 已暂停，实际没有`,
  doesNotLead: ({ actual }) => `预期 ${actual} 是领导者，实际不是`,
  nothingPending: () => '预期有等待答复的命令，实际没有',
};

const usage = `用法：npm run --silent sim -- FILE... [--trace OUT.ndjson] [--history OUT.ndjson] [--seed N] [--json]

在命令行中运行场景文件。退出码 0：全部成立；1：有不成立之处；2：文件或命令行有误。`;

export const files: Said<typeof filesEnglish> = {
  noText: (name) => `无法读取 ${name}：浏览器没有给出文本。`,
  tooLarge: (name) => `${name} 超过 1 MB，场景文件不会这么大。`,
  tooLong: (name) => `${name} 的运行超过六小时虚拟时间，会卡住页面：请改用 \`npm run sim\` 运行。`,
  wrong: (file, line, path, sentence, more) => {
    const place = path === '' ? `${file}，第 ${line} 行` : `${file}，第 ${line} 行，${path}`;
    return `${place}：${sentence}${more > 0 ? `（另有 ${more} 处。）` : ''}`;
  },
  problem: (facts) => problems[facts.problem]?.(facts) ?? facts.problem,
  failure: (facts) =>
    reasons[facts.reason]?.(facts) ?? `预期 ${short(facts.expected)}，实际 ${short(facts.actual)}`,
  step: (step) => (step === null ? '结尾' : `第 ${step} 步`),
  closing: (passed, failed) => `${passed} 项通过，${failed} 项失败`,
  running: (file) => `正在运行 ${file} …`,
  usage,
  noFile: '没有指定文件。',
  unknownFlag: (flag) => `没有选项 ${flag}。`,
  flagTwice: (flag) => `${flag} 出现了两次。`,
  flagNeedsValue: (flag) => `${flag} 需要一个值。`,
  badSeed: (value) => `--seed 需要整数，而不是 ${value}。`,
  unreadable: (file, why) => `无法读取 ${file}：${why}。`,
  unwritable: (file, why) => `无法写入 ${file}：${why}。`,
};
