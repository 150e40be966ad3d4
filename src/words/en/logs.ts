/** The logs on their common ruler, and the store they make. */
import { count } from './numbers.ts';

export interface OperationSaid {
  readonly type: 'set' | 'get' | 'delete' | 'cas' | 'incr';
  readonly key: string;
  readonly value?: string;
  readonly expected?: string;
}

const short: Record<OperationSaid['type'], (operation: OperationSaid) => string> = {
  set: ({ key, value }) => `${key}=${value}`,
  get: ({ key }) => `${key}?`,
  delete: ({ key }) => `−${key}`,
  cas: ({ key, value }) => `${key}:${value}`,
  incr: ({ key }) => `${key}+1`,
};

const long: Record<OperationSaid['type'], (operation: OperationSaid) => string> = {
  set: ({ key, value }) => `SET ${key} ${value}`,
  get: ({ key }) => `GET ${key}`,
  delete: ({ key }) => `DELETE ${key}`,
  cas: ({ key, expected, value }) => `CAS ${key} ${expected} ${value}`,
  incr: ({ key }) => `INCR ${key}`,
};

/** A command as it stands in a log: `A=1`. */
export const commandShort = (operation: OperationSaid): string => short[operation.type](operation);
/** A command as a client says it: `SET A 1`. */
export const commandLong = (operation: OperationSaid): string => long[operation.type](operation);

export const logs = {
  title: 'Logs',
  server: 'Server',
  index: (index: number) => `entry ${index}`,
  legend: {
    match: 'known to match',
    next: 'next to send',
    fence: 'committed here',
    applied: 'applied',
    written: 'not durable yet',
  },
  noop: '·',
  noopLong: 'no-op of a new leader',
  config: 'config',
  /** Configurations: what an entry of one changes, and who takes part. */
  crew: {
    both: 'old+new',
    joined: (name: string) => `+${name}`,
    left: (name: string) => `−${name}`,
    learns: (name: string) => `+${name} L`,
    promoted: (name: string) => `${name}↑`,
    same: 'same',
    nobody: 'nobody yet',
    joint: (old: string, now: string) => `a majority of ${old} and one of ${now}`,
    withLearners: (voters: string, learners: string) => `${voters}; learning: ${learners}`,
    entry: (text: string) => `configuration: ${text}`,
  },
  snapshot: {
    whole: (index: number, term: number) => `snapshot through ${index}, term ${term}`,
    upTo: (index: number, term: number) => `through ${index}, term ${term}`,
    long: (index: number) => `snapshot through ${index}`,
    middle: (index: number) => `through ${index}`,
    short: (index: number) => `…${index}`,
  },
  empty: 'No entries yet. A leader appends what clients ask of it.',
  earlier: (many: number) => `… ${many} earlier`,
  later: (many: number) => `${many} later …`,
  latest: 'Latest',
  leads: 'leads',
  cell: {
    term: 'term',
    committed: 'committed',
    uncommitted: 'not committed here',
    applied: 'applied',
    conflict: 'conflicts with the leader',
    written: 'not durable yet',
    match: 'known to match',
    next: 'next to send',
    why: (index: number) => `Why is entry ${index} not committed?`,
  },
  entries: (many: number) => count(many, 'entry', 'entries'),
};

export const store = {
  at: (name: string) => `Store at ${name}:`,
  empty: 'empty',
  pair: (key: string, value: string) => `${key}=${value}`,
  noLeader: 'Store: no leader',
};
