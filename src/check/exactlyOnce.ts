/**
 * Exactly Once: a command that a client sends more than once takes effect once (§8). Each applied entry is played on
 * a model that knows which commands it has seen; what a server holds under the key must be what the model holds.
 */
import { type LogIndex, sortedMap } from '../base/index.ts';
import { log as logs } from '../raft/index.ts';
import { valueIn } from './expected.ts';
import { appliedAt, type Facts } from './facts.ts';
import type { Value } from './model.ts';
import type { Check } from './violation.ts';

export const exactlyOnce: Check = ({ before, after, known, world }) => {
  if (after.lastApplied <= known.start.index || known.hasRepeats) return null;
  const machine = world.machines[after.id];
  if (machine === undefined) return null;
  const dues = duesOf(known, before.lastApplied + 1, after.lastApplied);
  for (let index = before.lastApplied + 1; index <= after.lastApplied; index += 1) {
    const entry = logs.entryAt(after.log, index);
    const first = appliedAt(known, index);
    // Where servers applied different entries, another property has broken.
    if (entry === undefined || first === undefined || !logs.sameEntry(entry, first.entry))
      return null;
    if (entry.payload.type !== 'command') continue;
    const { clientId, serial, operation } = entry.payload.command;
    const found = sortedMap.get(machine.data, operation.key) ?? null;
    const due = dues === null ? first.due : dues.get(operation.key);
    if (due === undefined) return null;
    if (found === due) continue;
    return {
      property: 'ExactlyOnce',
      server: after.id,
      index,
      client: clientId ?? '',
      serial,
      expected: due,
      found,
    };
  }
  return null;
};

/** What the keys of these entries should hold after the last; null: the one entry there is says it itself. */
function duesOf(
  facts: Facts,
  first: LogIndex,
  last: LogIndex,
): ReadonlyMap<string, Value | undefined> | null {
  if (first === last) return null;
  const dues = new Map<string, Value | undefined>();
  for (let index = first; index <= last; index += 1) {
    const item = appliedAt(facts, index);
    if (item?.entry.payload.type !== 'command') continue;
    const { key } = item.entry.payload.command.operation;
    dues.set(key, index > facts.start.index ? item.due : valueIn(facts.start.expected, key));
  }
  return dues;
}
