/** Servers and links: what they are called, what they are in, and what can be done to them. */
import { count } from './numbers.ts';

export const roles = {
  follower: 'follower',
  candidate: 'candidate',
  leader: 'leader',
  preCandidate: 'pre-candidate',
  learner: 'learner',
};

/** How many of one body of voters; in a joint configuration there are two, and each must agree. */
export interface TallySaid {
  readonly half: 'all' | 'old' | 'new';
  readonly have: number;
  readonly of: number;
}

/** `2 of 5`; in a joint configuration `2 of 3 old, 3 of 5 new`. */
export const tally = (bodies: readonly TallySaid[]): string =>
  bodies
    .map(({ half, have, of }) => `${have} of ${of}${half === 'all' ? '' : ` ${half}`}`)
    .join(', ');

export const conditions = { running: 'running', paused: 'paused', crashed: 'crashed' };

export interface ServerSaid {
  readonly name: string;
  readonly role: keyof typeof roles;
  readonly condition: keyof typeof conditions;
  readonly term: number;
  readonly entries: number;
  readonly committed: number;
  readonly part: 'voter' | 'learner' | 'outside';
  /** Votes received, out of those needed in each body of voters; empty unless it asks for votes. */
  readonly votes: readonly TallySaid[];
  /** Whether its term or vote would not survive a crash yet. */
  readonly isWriting: boolean;
}

/** The name a server goes by: `S1, leader, term 2, running, …`. */
export function serverLabel(said: ServerSaid): string {
  const { name, condition, term, entries, committed, votes, part, isWriting } = said;
  const role = part === 'learner' && said.role === 'follower' ? 'learner' : said.role;
  const stands =
    condition === 'running'
      ? [roles[role], `term ${term}`, conditions.running]
      : [conditions[condition], `term ${term}`];
  if (part === 'outside') stands.push(servers.outside);
  const asked = role === 'preCandidate' ? 'pre-votes' : 'votes';
  const asks = votes.length === 0 ? [] : [`${tally(votes)} ${asked} needed`];
  const disk = isWriting ? [servers.notDurable] : [];
  const log = [`log ${count(entries, 'entry', 'entries')}`, `committed ${committed}`];
  return [name, ...stands, ...asks, ...disk, ...log].join(', ');
}

export const verbs = {
  crash: 'Crash',
  restart: 'Restart',
  pause: 'Pause',
  resume: 'Resume',
  timeout: 'Time out',
  inspect: 'Inspect',
  why: 'Why is it so?',
  whyNot: 'Why not otherwise?',
};

export const servers = {
  menu: (name: string) => `${name}: what to do`,
  term: (term: number) => `term ${term}`,
  termWord: 'term',
  oldLeader: 'leader, of old',
  unlike: 'differs in the branch beside',
  unlikeSign: '≠',
  add: (name: string) => `Add ${name}`,
  outside: 'not in the configuration',
  /** The same, where there is room for a word. */
  noMember: 'not a member',
  noMemberAs: (role: string) => `${role}, no member`,
  joint: 'old + new',
  lease: (left: string) => `lease ${left}`,
  half: { all: '', old: 'old', new: 'new' },
  notDurable: 'term and vote not durable yet',
  pausedAs: (role: string) => `paused, ${role}`,
  votes: (needed: readonly TallySaid[]) => `${tally(needed)} votes`,
  preVotes: (needed: readonly TallySaid[]) => `${tally(needed)} pre-votes`,
  timer: (ms: string) => ms,
  traffic: {
    sent: (many: number) => `↑${many}`,
    coming: (many: number) => `↓${many}`,
    legend: '↑ sent, on the way · ↓ coming in',
  },
  beat: (ms: string) => `next heartbeat ${ms}`,
};

export const links = {
  up: 'up',
  cut: 'cut',
  oneWay: (from: string, to: string) => `one-way ${from}→${to}`,
  label: (a: string, b: string, state: string) => `Link ${a}–${b}, ${state}`,
  heading: 'Links',
  title: (a: string, b: string) => `Link ${a}–${b}`,
  menu: (a: string, b: string) => `Link ${a}–${b}: what to do`,
  verbs: {
    cutBoth: 'Cut both ways',
    cutOne: (from: string, to: string) => `Cut ${from}→${to}`,
    mend: 'Mend',
    mendOne: (from: string, to: string) => `Mend ${from}→${to}`,
    inspect: 'Inspect',
  },
  healAll: 'Heal all',
  partition: 'Partition…',
  allUp: 'Every link is up.',
};
