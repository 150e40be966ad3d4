/** What the state machine should hold after each index, if every command took effect once. */
import { type SortedMap, sortedMap } from '../base/index.ts';
import type { Entry } from '../raft/index.ts';
import { play } from './model.ts';

/** What the state machine should be after an index, every command counted once. */
export interface Expected {
  readonly data: SortedMap<string>;
  /** Highest serial seen, by client. */
  readonly seen: SortedMap<number>;
}

export const nothingExpected: Expected = { data: null, seen: null };

/** The model after one more entry. */
export function expectAfter({ data, seen }: Expected, { payload }: Entry): Expected {
  if (payload.type !== 'command') return { data, seen };
  const { clientId, serial, operation } = payload.command;
  if (clientId !== null && serial <= (sortedMap.get(seen, clientId) ?? 0)) return { data, seen };
  const { value } = play(sortedMap.get(data, operation.key) ?? null, operation);
  return {
    data:
      value === null
        ? sortedMap.remove(data, operation.key)
        : sortedMap.set(data, operation.key, value),
    seen: clientId === null ? seen : sortedMap.set(seen, clientId, serial),
  };
}
