/** What is known of a run before its first event. */
import { type LogIndex, sortedMap } from '../base/index.ts';
import { type Entry, log as logs, type Operation, type Server } from '../raft/index.ts';
import type { World } from '../sim/index.ts';
import { type Expected, type Lately, nothingExpected } from './expected.ts';
import {
  type Facts,
  factsFrom,
  noteApplied,
  noteCommitted,
  noteElected,
  noteOptions,
  nothingBefore,
  type Start,
} from './facts.ts';

/**
 * What is known at the start: initial leaders took office, initial commits are commits. A stopped server shows what is
 * durable, and what its snapshot holds was committed and applied once.
 */
export function factsAtStart(world: World): Facts {
  const { servers } = world;
  // Of several servers that cover an entry from the start, the one of the lowest term dates it.
  const byTerm = [...servers].sort((a, b) => a.currentTerm - b.currentTerm);
  let facts = noteOptions(factsFrom(startOf(world)), world.options);
  for (const server of byTerm) facts = noteApplied(noteCommitted(facts, server, 0), server, 0);
  for (const server of servers) if (server.role === 'leader') facts = noteElected(facts, server);
  return facts;
}

function startOf({ servers, machines, conditions, options }: World): Start {
  const isUp = ({ id }: Server): boolean => conditions[id] !== 'crashed';
  // What a running server holds is given; what a stopped one will hold is what its snapshot says.
  const [furthest] = [...servers].sort(
    (a, b) => b.lastApplied - a.lastApplied || Number(isUp(b)) - Number(isUp(a)),
  );
  const limit = options.sessionLimit ?? null;
  if (furthest === undefined)
    return { ...nothingBefore, expected: { ...nothingExpected, lately: latelyIn(null, limit) } };
  const index = furthest.lastApplied;
  const { data, sessions } = machines[furthest.id] as World['machines'][number];
  let effected: Expected['effected'] = null;
  for (const [client, { serial, outcome }] of sortedMap.entries(sessions))
    effected = sortedMap.set(effected, client, { serial, told: outcome });
  const expected = { data, effected, lately: latelyIn(sessions, limit) };
  return { index, expected, open: openCommands(servers, index) };
}

type Sessions = World['machines'][number]['sessions'];

/** Whose sessions are kept at the start; who is expired then stays so, however many may be kept. */
function latelyIn(sessions: Sessions, limit: number | null): Lately | null {
  const all = sortedMap.entries(sessions);
  const kept = all.filter(([, { outcome }]) => outcome.expired !== true);
  if (limit === null && kept.length === all.length) return null;
  kept.sort(([, a], [, b]) => (a.usedAt ?? 0) - (b.usedAt ?? 0));
  return { limit: limit ?? Infinity, clients: kept.map(([client]) => client) };
}

/** Each once, on however many servers it stands. */
function openCommands(servers: readonly Server[], applied: LogIndex): readonly Operation[] {
  const found: Operation[] = [];
  const last = Math.max(...servers.map(({ log }) => logs.lastIndex(log)));
  for (let index = applied + 1; index <= last; index += 1) {
    const entries: Entry[] = [];
    for (const { log } of servers) {
      const entry = logs.entryAt(log, index);
      if (entry?.payload.type !== 'command') continue;
      if (entries.some((other) => logs.sameEntry(other, entry))) continue;
      entries.push(entry);
      found.push(entry.payload.command.operation);
    }
  }
  return found;
}
