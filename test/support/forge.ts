/** Events that no core would make, for what looks at events. */
import { look, type Violation } from '../../src/check/index.ts';
import { type Leader, log as logs, type Operation, type Server } from '../../src/raft/index.ts';
import type { ClientNews, Event, EventKind } from '../../src/sim/index.ts';
import { entriesOf, type LogShort } from './logs.ts';
import type { Cluster } from './world.ts';

type Changed = Partial<Omit<Leader, 'role' | 'log'>> & {
  readonly role?: Server['role'];
  readonly log?: LogShort;
};

/** The server changes so, for no reason. Gives what broke. */
export function forge(
  cluster: Cluster,
  name: string,
  changed: Changed,
  kind: EventKind = 'receive',
  clients: Event['clients'] = [],
): readonly Violation[] {
  const before = cluster.server(name);
  const { log, ...rest } = changed;
  const after = {
    ...before,
    ...rest,
    ...(log === undefined ? {} : { log: logs.logOf(entriesOf(log)) }),
  } as Server;
  const state = cluster.world;
  state.servers[before.id] = after;
  state.seq += 1;
  const event = { seq: state.seq, time: state.time, kind, before, after, clients } as Event;
  return look(cluster.checks, state, event);
}

/** The first server answers a client, whatever it holds. */
export function forgeAnswer(
  cluster: Cluster,
  operation: Operation,
  answer: ClientNews['answer'],
  { client = 'c1', serial = 1, attempt = 1 } = {},
): readonly Violation[] {
  const news = { client, serial, operation, what: 'answered', at: 0, answer, attempt } as const;
  return forge(cluster, 'S1', {}, 'client', [news]);
}
