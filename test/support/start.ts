/** How a server of a test begins. */
import type { Configuration, Role } from '../../src/raft/index.ts';
import type { InitialServer } from '../../src/sim/index.ts';
import { entriesOf, type LogShort } from './logs.ts';

/** A server's start in short: servers by name, and a log by terms where its commands do not matter. */
export interface Start {
  readonly role?: Role;
  readonly running?: boolean;
  readonly currentTerm?: number;
  readonly votedFor?: string;
  readonly log?: LogShort;
  readonly commitIndex?: number;
  readonly lastApplied?: number;
  readonly config?: Configuration;
  readonly nextIndex?: Readonly<Record<string, number>>;
  readonly matchIndex?: Readonly<Record<string, number>>;
  readonly votesGranted?: readonly string[];
  readonly kv?: Readonly<Record<string, string>>;
  readonly snapshot?: NonNullable<InitialServer['snapshot']>;
}

/** The same by ids, as a setup has it. */
export function initialOf(start: Start, idOf: (name: string) => number): InitialServer {
  const { log, votedFor, votesGranted, nextIndex, matchIndex, ...rest } = start;
  const byId = (record: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(record).map(([name, index]) => [idOf(name), index]));
  return {
    ...rest,
    ...(log === undefined ? {} : { log: entriesOf(log) }),
    ...(votedFor === undefined ? {} : { votedFor: idOf(votedFor) }),
    ...(votesGranted === undefined ? {} : { votesGranted: votesGranted.map(idOf) }),
    ...(nextIndex === undefined ? {} : { nextIndex: byId(nextIndex) }),
    ...(matchIndex === undefined ? {} : { matchIndex: byId(matchIndex) }),
  };
}
