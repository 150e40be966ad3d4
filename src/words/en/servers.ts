/** Servers and links: what they are called, what they are in, and what can be done to them. */
import { count } from './numbers.ts';

export const roles = {
  follower: 'follower',
  candidate: 'candidate',
  leader: 'leader',
  preCandidate: 'pre-candidate',
  learner: 'learner',
};

export const conditions = { running: 'running', paused: 'paused', crashed: 'crashed' };

export interface ServerSaid {
  readonly name: string;
  readonly role: keyof typeof roles;
  readonly condition: keyof typeof conditions;
  readonly term: number;
  readonly entries: number;
  readonly committed: number;
  /** Votes received; null unless it asks for votes. */
  readonly votes: { readonly have: number; readonly need: number } | null;
}

/** The name a server goes by: `S1, leader, term 2, running, …`. */
export function serverLabel(said: ServerSaid): string {
  const { name, role, condition, term, entries, committed, votes } = said;
  const stands =
    condition === 'running'
      ? [roles[role], `term ${term}`, conditions.running]
      : [conditions[condition], `term ${term}`];
  const asks = votes === null ? [] : [`${votes.have} of ${votes.need} votes needed`];
  const log = [`log ${count(entries, 'entry', 'entries')}`, `committed ${committed}`];
  return [name, ...stands, ...asks, ...log].join(', ');
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
  pausedAs: (role: string) => `paused, ${role}`,
  cutOff: (size: number, of: number) => `cut off · ${size} of ${of}`,
  votes: (have: number, need: number) => `${have} of ${need} votes`,
  voted: (name: string) => `voted ${name}`,
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
