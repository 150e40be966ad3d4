/**
 * Exactly Once: a command that a client sends more than once takes effect once (§8). Each applied entry is played on
 * a model that knows which commands it has seen; what a server holds under the key must be what the model holds.
 */
import { sortedMap } from '../base/index.ts';
import { log as logs } from '../raft/index.ts';
import { appliedAt } from './facts.ts';
import type { Check } from './violation.ts';

export const exactlyOnce: Check = ({ before, after, known, world }) => {
  if (after.lastApplied <= before.lastApplied || !world.options.sessions) return null;
  const expected = appliedAt(known, after.lastApplied)?.expected;
  const machine = world.machines[after.id];
  if (expected === undefined || expected === null || machine === undefined) return null;
  for (let index = before.lastApplied + 1; index <= after.lastApplied; index += 1) {
    const entry = logs.entryAt(after.log, index);
    const first = appliedAt(known, index);
    // Where servers applied different entries, another property has broken.
    if (entry === undefined || first === undefined || !logs.sameEntry(entry, first.entry))
      return null;
    if (entry.payload.type !== 'command') continue;
    const { clientId, serial, operation } = entry.payload.command;
    const found = sortedMap.get(machine.data, operation.key) ?? null;
    const due = sortedMap.get(expected.data, operation.key) ?? null;
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
