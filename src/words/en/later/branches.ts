/** Branches of a run, two of them side by side, and links to a moment. */
import { count, list } from '../numbers.ts';

/** What was done first on a branch, by the command's type. */
const deeds = {
  crash: (server: string) => `${server} crashes`,
  restart: (server: string) => `${server} restarts`,
  pause: (server: string) => `${server} is paused`,
  resume: (server: string) => `${server} goes on`,
  timeout: (server: string) => `${server} times out`,
  heartbeat: (server: string) => `${server} sends heartbeats`,
  request: () => 'a client’s command',
  retry: () => 'a client asks again',
  cut: () => 'links are cut',
  heal: () => 'links are mended',
  deliver: () => 'a message delivered',
  drop: () => 'a message dropped',
  duplicate: () => 'a message doubled',
  hold: () => 'a message held',
  release: () => 'a message released',
  inject: () => 'a message forged',
  snapshot: (server: string) => `${server} takes a snapshot`,
  persist: (server: string) => `${server} writes`,
  transfer: (server: string) => `leadership to ${server}`,
  reconfigure: (server: string) => `the crew changes${server === '' ? '' : ` by ${server}`}`,
  options: () => 'other conditions',
  delivery: () => 'who delivers messages',
  delay: () => 'a message delayed',
} as const;

export const branches = {
  title: 'Branches',
  intro:
    'Whatever you do in the past begins another branch. Nothing is lost: the old future stays here.',
  list: 'Branches of this run',
  first: 'As it began',
  deed: (type: string, server: string, moment: string) =>
    `${deeds[type as keyof typeof deeds]?.(server) ?? type} at ${moment}`,
  numbered: (id: number, name: string) => `${id} · ${name}`,
  here: 'here',
  upTo: (moment: string, commands: number) =>
    `up to ${moment}, ${count(commands, 'command', 'commands')}`,
  from: (moment: string) => `leaves at ${moment}`,
  go: (name: string) => `Go on in ${name}`,
  rename: 'Rename',
  name: 'Name of the branch',
  verbs: {
    compare: 'Compare',
    stopComparing: 'Stop comparing',
    repeat: 'Repeat its acts here',
    remove: 'Delete',
  },
  /** What stands beside `repeat`, for whoever points at it. */
  repeatHint: 'The same faults under the conditions of this branch, and the two side by side.',
  /** What the branch is called on which the acts of another come again. */
  again: (name: string) => `Again: ${name}`,
  left: (many: number, lost: number) =>
    `${count(many, 'act', 'acts')} given again; ${lost} could not be: messages have other numbers here, or the act was refused.`,
  save: 'Save',
  only: 'This run has one branch so far. Go back in time and do something else: another begins.',
};

export const compare = {
  title: (name: string) => `Beside it: ${name}`,
  close: 'Stop comparing',
  other: (name: string, unlike: readonly string[]) =>
    unlike.length === 0
      ? `Servers in ${name}: all as here`
      : `Servers in ${name}: ${list(unlike)} ${unlike.length === 1 ? 'differs' : 'differ'}`,
  logs: 'Logs that differ',
  unlike: 'differs',
  nothing: '–',
  nothingLong: 'no entry',
  later: (many: number) => `${count(many, 'more entry', 'more entries')} behind.`,
  differences: 'Differences',
  none: 'At this moment the two branches do not differ.',
  parted: (moment: string) => `They part at ${moment}.`,
  here: 'here',
  there: 'there',
  what: 'what',
  fields: {
    condition: 'condition',
    role: 'role',
    currentTerm: 'currentTerm',
    votedFor: 'votedFor',
    log: 'log',
    commitIndex: 'commitIndex',
    lastApplied: 'lastApplied',
    kv: 'key-value store',
    configuration: 'configuration',
  } as Readonly<Record<string, string>>,
  entries: (last: number, from: number) =>
    from > 0
      ? `${count(last, 'entry', 'entries')}, others from ${from}`
      : count(last, 'entry', 'entries'),
  nobody: 'nobody',
};

export const share = {
  title: 'Share this moment',
  intro:
    'The link holds the whole run: how it began, what was done, where you stand, and how you look at it. It needs no server, and leads to the same state on every machine.',
  what: 'What is shared',
  moment: 'This moment of the run',
  lesson: 'This lesson, from this stop',
  lessonHint: 'Whoever opens it has the lesson before them, its questions unanswered.',
  link: 'Link',
  plays: 'Plays when it is opened',
  playsHint: 'Otherwise it stands still at this moment.',
  copy: 'Copy the link',
  copied: 'Copied.',
  notCopied: 'The clipboard refused: select the text and copy it.',
  making: 'Making the link…',
  state: (print: string) => `State ${print}`,
  characters: (length: number) => `${length} characters`,
  tooLong: (length: number, most: number) =>
    `This run takes ${length} characters, and addresses of more than ${most} are often cut off. Save it as a file instead.`,
  download: 'Save as a file',
  fileName: 'quorate-run.txt',
  modified: (rules: readonly string[]) =>
    `It says that this is a modified Raft: ${rules.join(', ')} ${rules.length === 1 ? 'is' : 'are'} off.`,
  open: 'Open a link or a saved run',
  paste: 'Paste a link',
  openIt: 'Open',
  file: 'Open a saved run…',
  noLink: 'There is no link in this text: it begins with #r=.',
};
