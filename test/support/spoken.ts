/**
 * Says everything a catalogue can say: walks it, calls each function with facts made up by the names of its
 * parameters, and gives every text with the path of its sentence.
 */

/** One sentence of a catalogue: where it stands, and what it says for each set of facts. */
export interface Spoken {
  readonly path: string;
  readonly texts: readonly string[];
}

type Facts = Readonly<Record<string, unknown>>;

const bodies = [
  { half: 'old', have: 2, of: 3 },
  { half: 'new', have: 4, of: 6 },
];

/** Names and numbers that no sentence says by itself, so that each can be found again in every language. */
const common: Facts = {
  name: 'S71',
  a: 'S71',
  b: 'S72',
  from: 'S73',
  to: 'S74',
  server: 'S75',
  leader: 'S76',
  candidate: 'S77',
  voter: 'S78',
  asker: 'S79',
  target: 'S80',
  votedFor: 'S81',
  client: 'c82',
  by: 'S83',
  command: 'K=84',
  result: 'R85',
  old: 'S86',
  learners: 'S87',
  voters: 'S88',
  crew: 'S89',
  first: 'S90',
  second: 'S91',
  key: 'K92',
  committedBy: 'S93',
  field: 'F94',
  links: ['S95–S96', 'S95→S94'],
  type: 'T97',
  kind: 'K98',
  role: 'leader',
  property: 'ElectionSafety',
  reason: 'cut',
  moment: 'M1',
  print: 'P2',
  text: 'T3',
  link: 'L4',
  path: 'a.P5',
  file: 'F6',
  sentence: 'X7',
  other: 'S97',
  what: 'W8',
  verb: 'V9',
  letter: 'L1',
  title: 'T98',
  titles: 'T99',
  option: 'U5',
  truth: 'U1',
  tally: 'T2',
  frame: { width: 2001, height: 2002 },
  half: 'old',
  servers: ['S71', 'S72'],
  way: ['whole', 'lossless', 'up'],
  // A step and its place in a file.
  problem: 'oneOf',
  found: 'F3',
  allowed: ['A4', 'A5'],
  expected: 'E6',
  actual: 'A7',
  // A server as it is called.
  condition: 'running',
  part: 'learner',
  votes: bodies,
  isWriting: true,
  committed: 163,
};

const numbers = [
  ...['term', 'index', 'many', 'ms', 'have', 'of', 'needed', 'need', 'size', 'entries', 'last'],
  ...['own', 'ownTerm', 'theirs', 'current', 'next', 'refused', 'missing', 'haveOld', 'ofOld'],
  ...['attempt', 'untilMs', 'match', 'end', 'ahead', 'every', 'least', 'id', 'number', 'line'],
  ...['more', 'seq', 'seed', 'speed', 'place', 'version', 'passed', 'failed', 'round', 'length'],
  ...['most', 'min', 'max', 'held', 'serial', 'step', 'rate', 'lost', 'rounds', 'past', 'future'],
  ...['commands', 'share', 'times', 'committedIn', 'leaderTerm', 'pendingIndex', 'value', 'now'],
  ...['events', 'acts', 'seen', 'all', 'goals', 'right', 'par', 'commit'],
];

/** The same facts with every number as `start` and on: all different, or all one, or all nothing. */
const counted = (start: number, step: number): Facts => ({
  ...common,
  ...Object.fromEntries(numbers.map((name, place) => [name, start + place * step])),
});

export const variants: readonly Facts[] = [
  counted(101, 1),
  { ...counted(1, 0), half: 'all', learners: '', command: '', isWriting: false, votes: [] },
  { ...counted(0, 0), path: '', found: null, value: null, step: null },
];

/** Parameters that are called like a fact and are something else: a list, or a number as text. */
const positional: Facts = {
  bodies,
  voters: bodies,
  needed: bodies,
  names: ['S71', 'S72', 'S73'],
  parts: ['P1', 'P2'],
  rules: ['R1', 'R2'],
  one: 'U3',
  isAsked: true,
  isCommitted: true,
  said: null,
  operation: { type: 'set', key: 'K1', value: 'V2' },
  line: 'Ldr4',
  section: '5.4.2',
  rule: 'Ldr4',
  message: 'M3',
  had: 'H4',
  would: 'W5',
  why: 'Y6',
  flag: '--F7',
  ownName: 'N7',
  verdict: 'V8',
  have: 2,
  left: '9 ms',
  end: '8 s',
  at: 'S75',
  event: 'V2',
  role: 'R4',
  other: 'O5',
  asked: 'A6',
  answer: 'A8',
  range: 'R9',
  does: 'D8',
  unlike: ['S71', 'S72'],
  isQuorate: true,
};

/** The parameters of a function, as its source names them; a pattern counts as one. */
function parametersOf(source: string): readonly string[] {
  const inside = /^(?:function \w*)?\(([\s\S]*?)\)\s*(?:=>|\{)/.exec(source)?.[1];
  const list = inside ?? /^(\w+)\s*=>/.exec(source)?.[1] ?? '';
  return list.trim().startsWith('{')
    ? ['{}']
    : list
        .split(',')
        .map((name) => name.trim().replace(/^_/, ''))
        .filter((name) => name !== '');
}

/** Parameters that hold all facts of a sentence at once. */
const whole = new Set(['{}', 'said', 'facts', 'sent', 'p']);

const argumentFor = (name: string, facts: Facts): unknown =>
  whole.has(name) ? facts : (positional[name] ?? facts[name]);

type Sentence = (...args: readonly unknown[]) => unknown;
const isSentence = (value: unknown): value is Sentence => typeof value === 'function';

/** By path: the calls of a sentence that chooses by an id, every id among them. */
export type Special = Readonly<Record<string, readonly (readonly unknown[])[]>>;

/**
 * Every sentence of `catalogue`. Names of parameters are read from `model`, a catalogue of the same shape, since a
 * language may call them otherwise.
 */
export function spoken(model: unknown, catalogue: unknown, special: Special, path = ''): Spoken[] {
  if (typeof catalogue === 'string') return [{ path, texts: [catalogue] }];
  if (isSentence(catalogue)) {
    const parameters = parametersOf(String(model));
    const calls =
      special[path] ?? variants.map((facts) => parameters.map((name) => argumentFor(name, facts)));
    return [{ path, texts: calls.map((args) => String(catalogue(...args))) }];
  }
  if (typeof catalogue !== 'object' || catalogue === null) return [];
  return Object.entries(catalogue).flatMap(([name, value]) =>
    spoken(
      (model as Readonly<Record<string, unknown>>)[name],
      value,
      special,
      path === '' ? name : `${path}.${name}`,
    ),
  );
}
