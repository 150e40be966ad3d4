/** Where two worlds of one setup differ, server by server: what a comparison of two branches lights. */
import { type LogIndex, type ServerId, sortedMap } from '../base/index.ts';
import { type Configuration, type Log, log as logs, type Server } from '../raft/index.ts';
import { conditionOf, type World } from '../sim/index.ts';

/** A field of a server that can differ. */
export type Field =
  | 'condition'
  | 'role'
  | 'currentTerm'
  | 'votedFor'
  | 'log'
  | 'commitIndex'
  | 'lastApplied'
  | 'kv'
  | 'configuration';

/** What a server is seen to be; texts are tags of the core, not sentences. */
export interface Seen {
  readonly server: ServerId;
  readonly field: Field;
  readonly here: Value;
  readonly there: Value;
  /** First index at which the logs differ; 0 for other fields. */
  readonly from: LogIndex;
}

export type Value =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'server'; readonly server: ServerId | null }
  | { readonly kind: 'servers'; readonly servers: readonly ServerId[] }
  | { readonly kind: 'pairs'; readonly pairs: readonly (readonly [string, string])[] };

const tag = (value: string): Value => ({ kind: 'tag', tag: value });
const number = (value: number): Value => ({ kind: 'number', value });

const looks: Readonly<Record<Field, (world: World, server: Server) => Value>> = {
  condition: (world, { id }) => tag(conditionOf(world, id)),
  role: (_world, { role }) => tag(role),
  currentTerm: (_world, { currentTerm }) => number(currentTerm),
  votedFor: (_world, { votedFor }) => ({ kind: 'server', server: votedFor }),
  log: (_world, { log }) => number(logs.lastIndex(log)),
  commitIndex: (_world, { commitIndex }) => number(commitIndex),
  lastApplied: (_world, { lastApplied }) => number(lastApplied),
  kv: (world, { id }) => ({
    kind: 'pairs',
    pairs: sortedMap.entries(world.machines[id]?.data ?? null),
  }),
  configuration: (_world, { configuration }) => ({
    kind: 'servers',
    servers: votersIn(configuration),
  }),
};

const votersIn = ({ voters, outgoing }: Configuration): readonly ServerId[] => [
  ...new Set([...voters, ...(outgoing ?? [])]),
];

/** Everything in which two worlds differ, in the order of servers and fields. */
export function differences(here: World, there: World): readonly Seen[] {
  const count = Math.min(here.servers.length, there.servers.length);
  const found: Seen[] = [];
  for (let server = 0; server < count; server += 1) {
    const [a, b] = [here.servers[server] as Server, there.servers[server] as Server];
    const from = firstUnlike(a.log, b.log);
    for (const [field, look] of Object.entries(looks) as [Field, (typeof looks)[Field]][]) {
      const [ours, theirs] = [look(here, a), look(there, b)];
      const isUnlike = field === 'log' ? from > 0 : JSON.stringify(ours) !== JSON.stringify(theirs);
      if (isUnlike)
        found.push({ server, field, here: ours, there: theirs, from: field === 'log' ? from : 0 });
    }
  }
  return found;
}

/** The first index at which two logs differ; 0: nowhere. */
function firstUnlike(a: Log, b: Log): LogIndex {
  const last = Math.max(logs.lastIndex(a), logs.lastIndex(b));
  for (let index = Math.max(a.snapshotIndex, b.snapshotIndex) + 1; index <= last; index += 1) {
    const [ours, theirs] = [logs.entryAt(a, index), logs.entryAt(b, index)];
    if (ours === undefined || theirs === undefined || !logs.sameEntry(ours, theirs)) return index;
  }
  return 0;
}
