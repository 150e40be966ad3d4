/** What is known of a run before its first event. */
import { type LogIndex, sortedMap } from '../base/index.ts';
import { log as logs, type Operation, type Server } from '../raft/index.ts';
import type { World } from '../sim/index.ts';
import type { Expected } from './expected.ts';
import {
  type Facts,
  factsFrom,
  noteApplied,
  noteCommitted,
  noteElected,
  nothingBefore,
  type Start,
} from './facts.ts';

/** What is known at the start: initial leaders took office, initial commits are commits. */
export function factsAtStart(world: World): Facts {
  const { servers, conditions } = world;
  const running = servers.filter((server) => conditions[server.id] !== 'crashed');
  // Of several servers that cover an entry from the start, the one of the lowest term dates it.
  const byTerm = [...running].sort((a, b) => a.currentTerm - b.currentTerm);
  let facts = factsFrom(startOf(world, running));
  for (const server of byTerm) facts = noteApplied(noteCommitted(facts, server), server, 0);
  for (const server of running) if (server.role === 'leader') facts = noteElected(facts, server);
  return facts;
}

function startOf({ machines }: World, running: readonly Server[]): Start {
  const furthest = running.reduce<Server | null>(
    (best, server) => (best === null || server.lastApplied > best.lastApplied ? server : best),
    null,
  );
  if (furthest === null) return nothingBefore;
  const index = furthest.lastApplied;
  const { data, sessions } = machines[furthest.id] as World['machines'][number];
  let effected: Expected['effected'] = null;
  for (const [client, { serial, outcome }] of sortedMap.entries(sessions))
    effected = sortedMap.set(effected, client, { serial, told: outcome });
  return { index, expected: { data, effected }, open: openCommands(running, index) };
}

function openCommands(running: readonly Server[], applied: LogIndex): readonly Operation[] {
  return running.flatMap(({ log }) => {
    const found: Operation[] = [];
    for (let index = applied + 1; index <= logs.lastIndex(log); index += 1) {
      const payload = logs.entryAt(log, index)?.payload;
      if (payload?.type === 'command') found.push(payload.command.operation);
    }
    return found;
  });
}
