/** Every state in which a client's command can be until it is answered. */
const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];
const nth = (attempt: number): string => ordinals[attempt] ?? `${attempt}th`;

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
