/** The frame of the page: what stands at the top, how to get around, and the light and the dark. */

export const page = {
  /** The lasting word while a rule is switched off. */
  modified: (rules: readonly string[]) =>
    `Modified Raft: ${rules.join(', ')} ${rules.length === 1 ? 'is' : 'are'} off`,
  modifiedLabel: 'Modified Raft',
  unmodified: 'Raft: no rule is off.',
  rules: 'Break Raft',
  rulesOpen: 'Rules',
  name: 'Quorate',
  factsLabel: 'Cluster',
  term: 'term',
  leader: 'leader',
  committed: 'committed',
  none: 'none',
  skipLabel: 'Skip to',
  skip: {
    servers: 'Servers',
    logs: 'Logs',
    timeline: 'Timeline',
    narration: 'What just happened',
  },
  serversHeading: 'Servers',
  timeHeading: 'Time',
  properties: {
    label: 'Properties',
    hold: 'all properties hold',
    broken: (names: string) => `${names} broken`,
    holdMark: '✓',
    brokenMark: '✕',
  },
  propertyNames: {
    ElectionSafety: 'Election Safety',
    LeaderAppendOnly: 'Leader Append-Only',
    LogMatching: 'Log Matching',
    LeaderCompleteness: 'Leader Completeness',
    StateMachineSafety: 'State Machine Safety',
    MonotonicIndexes: 'Monotonic Indexes',
    OneConfigChange: 'One Config Change',
    ExactlyOnce: 'Exactly Once',
    Linearizability: 'Linearizability',
  } as Readonly<Record<string, string>>,
  toDark: 'Dark theme',
  toLight: 'Light theme',
  help: 'Help',
  inspector: 'Inspector',
  why: 'Why?',
  whyTitle: 'Why',
  conditions: 'Conditions',
  share: 'Share',
  branches: 'Branches',
  figure2: 'Figure 2',
  palette: 'Find an action',
  menu: 'Menu',
  close: 'Close',
  narration: 'What just happened',
  allWait:
    'Every server starts as a follower and waits to hear from a leader. The first whose timer runs out will stand for election.',
  nothingYet: 'Nothing has happened yet.',
  /** What opens the space-time diagram; the rest of its words come with it. */
  spacetime: 'Space-time',
  phone: {
    sheetOpen: 'Clients, links and settings',
    sheetTitle: 'Clients, links and settings',
  },
};

export const scenario = {
  label: 'Scenario',
  sandbox: 'Sandbox',
  lessons: 'Lessons',
  numbered: (number: number, title: string) => `Lesson ${number} · ${title}`,
  file: 'Open a file…',
  fileLabel: 'Scenario file',
  opened: 'From a file',
  link: 'From a link',
  unavailable: 'This scenario could not be loaded: the page was not answered. Try again.',
};
