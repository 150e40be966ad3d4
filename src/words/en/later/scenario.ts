/** What is said of scenario files: what is wrong with one, what did not hold in a run, and how to run them. */

export interface ProblemSaid {
  readonly problem: string;
  /** The value there, in short; null: nothing. */
  readonly found: string | null;
  readonly allowed: readonly string[];
  /** The key's path; empty for the file as a whole. */
  readonly path: string;
}

type Sentence = (facts: ProblemSaid) => string;

/** Up to so many possibilities are listed; more would hide the sentence. */
const mostListed = 16;

const oneOf = (allowed: readonly string[]): string =>
  allowed.length > mostListed
    ? `${allowed.slice(0, mostListed).join(', ')}, …`
    : allowed.join(', ');

const there = ({ found }: ProblemSaid): string => found ?? 'nothing';
const lastKey = (path: string): string => path.replace(/^.*\./, '');

const expected =
  (what: string): Sentence =>
  (facts) =>
    `${what} is expected here, not ${there(facts)}.`;

const problems: Readonly<Record<string, Sentence>> = {
  syntax: ({ found }) => `This is no valid YAML: ${found}`,
  badKey: () => 'A key must be a plain text.',
  tooLarge: () => 'The file unfolds to too many values or nests too deeply.',
  unknownKey: ({ found, allowed }) =>
    `There is no key ${found} here${allowed.length > 0 ? `; known are ${oneOf(allowed)}` : ''}.`,
  missingKey: ({ path }) => `The key ${lastKey(path)} is missing.`,
  text: expected('A text'),
  number: expected('A number'),
  wholeNumber: expected('A whole number'),
  atLeast: (facts) => `It must be at least ${facts.allowed[0]}, not ${there(facts)}.`,
  atMost: (facts) => `It must be at most ${facts.allowed[0]}, not ${there(facts)}.`,
  moreThan: (facts) => `It must be more than ${facts.allowed[0]}, not ${there(facts)}.`,
  yesNo: expected('true or false'),
  onlyTrue: expected('true'),
  list: expected('A list'),
  map: expected('A map of keys and values'),
  range: expected('A list of two numbers, [min, max],'),
  pair: expected('A list of two'),
  empty: () => 'It must not be empty.',
  oneOf: (facts) => `One of ${oneOf(facts.allowed)} is expected here, not ${there(facts)}.`,
  version: (facts) => `This is format version 1, so "quorate: 1" is expected, not ${there(facts)}.`,
  unknownServer: (facts) =>
    `There is no server ${there(facts)}; the servers are ${oneOf(facts.allowed)}.`,
  unknownLink: (facts) =>
    `${there(facts)} is no link: write "A-B" for both ways or "A>B" for one, with ${oneOf(facts.allowed)}.`,
  minAboveMax: () => 'The first number, the minimum, is above the second, the maximum.',
  serverCount: (facts) =>
    `There may be ${facts.allowed[0]} to ${facts.allowed[1]} servers, not ${there(facts)}.`,
  namesTwice: () => '"servers" and "names" disagree about how many servers there are.',
  noServers: () => 'The key servers is missing: how many there are, or their names.',
  tooManyServers: () => 'There may be at most 101 servers, those that join later among them.',
  duplicateName: ({ found }) => `Two servers are called ${found}.`,
  reservedName: ({ found }) =>
    `A server cannot be called ${found}: the word has a meaning in "expect".`,
  sameServer: () => 'A link needs two different servers.',
  twice: () => 'The same server stands here twice.',
  twiceInGroups: () => 'A server stands in two groups, or twice in one.',
  oneVerb: (facts) =>
    `A step is a map with exactly one verb, such as run, set or expect; here is ${there(facts)}.`,
  oneKey: (facts) => `Exactly one key with its value is expected here, not ${there(facts)}.`,
  oneContent: (facts) =>
    `An entry has exactly one content, of ${oneOf(facts.allowed)}; here is ${there(facts)}.`,
  oneCount: () =>
    'A count needs either "messages" or "leaderChanges", and one of "is", "atLeast", "atMost".',
  noSuchMark: () => 'No step before this one marks a moment of that name.',
  beyondLog: () => 'commitIndex lies beyond the end of the log.',
  beforeSnapshot: () =>
    'The index lies before the end of the snapshot, which holds only what is applied.',
  appliedBeyondCommit: () => 'lastApplied lies beyond commitIndex.',
  notForRole: () =>
    'Only a leader has nextIndex and matchIndex, only a candidate or preCandidate votesGranted.',
  matchBeyondNext: () => 'matchIndex must be below nextIndex.',
  votesToo: () => 'A server is either a voter or a learner, not both.',
};

export interface FailureSaid {
  readonly reason: string;
  readonly step: number | null;
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

const short = (value: unknown): string => JSON.stringify(value);

/** Why a step failed, where it is not for an expectation. */
const reasons: Readonly<Record<string, (facts: FailureSaid) => string>> = {
  notInTime: ({ expected: wanted, actual }) =>
    `expected ${short(wanted)} in time, actual ${short(actual)}`,
  noSuchMessage: ({ expected: wanted }) =>
    `expected a message in flight that fits ${short(wanted)}, actual none (or too few)`,
  standstill: () => 'expected time to go on, actual 1,000,000 events at one moment',
  undeclared: ({ expected: wanted, actual }) =>
    `expected only the violations ${short(wanted)}, actual ${short(actual)}`,
  isStopped: ({ actual }) => `expected ${actual} to run, actual stopped`,
  isRunning: ({ actual }) => `expected ${actual} to be stopped, actual running`,
  isPaused: ({ actual }) => `expected ${actual} to run, actual paused`,
  isNotPaused: ({ actual }) => `expected ${actual} to be paused, actual not`,
  doesNotLead: ({ actual }) => `expected ${actual} to lead, actual not`,
  nothingPending: () => 'expected a command that waits for its answer, actual none',
};

const usage = `Usage: npm run --silent sim -- FILE... [--trace OUT.ndjson] [--history OUT.ndjson] [--seed N] [--json]

Runs scenario files headless. Exit code 0: all hold; 1: something did not; 2: a bad file or a bad command line.`;

/** Sentences about scenario files. */
export const files = {
  noText: (name: string) => `${name} could not be read: the browser gave no text.`,
  tooLarge: (name: string) => `${name} is larger than 1 MB, which no scenario is.`,
  tooLong: (name: string) =>
    `${name} runs for more than six hours of virtual time, which would hold up the page: \`npm run sim\` runs it.`,
  wrong: (file: string, line: number, path: string, sentence: string, more: number) => {
    const place = path === '' ? `${file}, line ${line}` : `${file}, line ${line}, ${path}`;
    return `${place}: ${sentence}${more > 0 ? ` (And ${more} more.)` : ''}`;
  },
  /** One sentence for an error in a file. */
  problem: (facts: ProblemSaid): string => problems[facts.problem]?.(facts) ?? facts.problem,
  /** What was expected and what is. */
  failure: (facts: FailureSaid): string =>
    reasons[facts.reason]?.(facts) ??
    `expected ${short(facts.expected)}, actual ${short(facts.actual)}`,
  step: (step: number | null): string => (step === null ? 'end' : `step ${step}`),
  closing: (passed: number, failed: number): string => `${passed} passed, ${failed} failed`,
  running: (file: string): string => `${file} …`,
  usage,
  noFile: 'No file is named.',
  unknownFlag: (flag: string): string => `There is no flag ${flag}.`,
  flagTwice: (flag: string): string => `${flag} is given twice.`,
  flagNeedsValue: (flag: string): string => `${flag} needs a value.`,
  badSeed: (value: string): string => `--seed needs a whole number, not ${value}.`,
  unreadable: (file: string, why: string): string => `${file} cannot be read: ${why}.`,
  unwritable: (file: string, why: string): string => `${file} cannot be written: ${why}.`,
} as const;
