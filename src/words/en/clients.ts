/** What clients ask, and every state in which a command can be until it is answered. */
const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];
const nth = (attempt: number): string => ordinals[attempt] ?? `${attempt}th`;

export const clients = {
  title: 'Clients',
  key: 'Key',
  value: 'Value',
  expected: 'Expected',
  is: '=',
  set: 'SET',
  get: 'GET',
  send: 'Send',
  operation: 'Operation',
  operations: { delete: 'DELETE', cas: 'CAS', incr: 'INCR' },
  others: 'Others…',
  client: 'Client',
  sendTo: 'Send to',
  believed: 'the leader it believes in',
  list: 'Commands of clients',
  nothing: 'No client has asked for anything yet.',
  noKey: 'A key is needed: type one, such as A.',
  noValue: 'A value is needed: type one, such as 1.',
  noExpected: 'CAS compares: type the value that you expect to be there.',
  spaces: 'Keys and values are single words without spaces or invisible signs.',
  tooLong: 'Keys and values are 24 characters at most.',
};

/** Where a command out stands, in words that say exactly that. */
export const commandStates = {
  travelling: (to: string) => `on its way to ${to}`,
  appended: (at: string, index: number) =>
    `appended at ${at} as entry ${index}: waiting for a majority`,
  sent: (at: string, index: number, to: number) =>
    `entry ${index} of ${at}, sent to ${to}: waiting for a majority`,
  acknowledged: (tally: string) => `acknowledged, on ${tally}: waiting for a majority`,
  committed: 'committed on a majority, not yet applied',
  applied: (at: string) => `applied at ${at}, the answer is on its way`,
  noMajority: (tally: string) => `waiting for a majority: only ${tally} can be reached`,
  oldLeader: (at: string) => `sent to ${at}, which leads nobody: no answer`,
  down: (at: string) => `sent to ${at}, which is down: no answer`,
  paused: (at: string) => `sent to ${at}, which is paused: no answer`,
  silent: (at: string) => `sent to ${at}: no answer`,
  deposed: (at: string) => `${at} no longer leads: no answer`,
  refused: (at: string) => `${at} knows of no leader`,
  lost: (at: string) => `no longer in the log of ${at}: no answer`,
  redirected: (to: string) => `redirected to ${to}`,
  retried: (attempt: number, at: string) => `retried at ${at}, ${nth(attempt)} time`,
  asksAgain: (ms: string) => `asks again in ${ms}`,
  queued: (many: number) => `${many} more queued`,
  join: (parts: readonly string[]) => parts.join(' · '),
};

/** Where a read stands that leaves no entry. */
export const readStates = {
  ownTerm: (at: string) => `waiting until ${at} has committed an entry of its term`,
  round: (at: string) => `waiting for a round to confirm that ${at} still leads`,
  apply: (at: string, index: number) => `waiting until ${at} has applied entry ${index}`,
};

export const answers = {
  answered: 'answered',
  done: 'answered: done',
  value: (value: string) => `answered: ${value}`,
  absent: 'answered: no such key',
  notEqual: (value: string | null) =>
    value === null ? 'answered: refused, no such key' : `answered: refused, it is ${value}`,
  notNumber: (value: string | null) => `answered: refused, ${value} is no number`,
};

export const quorum = {
  label: (half: 'all' | 'old' | 'new', have: number, size: number, need: number) =>
    `${have} of ${size}${half === 'all' ? '' : ` ${half}`}, ${need} needed`,
  has: '✓',
  out: '·',
};
