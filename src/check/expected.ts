/** What the state machine should hold after each index, if every command took effect once. */
import { type SortedMap, sortedMap } from '../base/index.ts';
import type { Entry } from '../raft/index.ts';
import { play, type Told } from './model.ts';

/** A client's last command that has taken effect, and what it gives. */
export interface Effected {
  readonly serial: number;
  readonly told: Told;
}

/** What the state machine should be after an index, every command counted once. */
export interface Expected {
  readonly data: SortedMap<string>;
  /** By client. */
  readonly effected: SortedMap<Effected>;
}

export const nothingExpected: Expected = { data: null, effected: null };

/** The model after one more entry. */
export function expectAfter(before: Expected, { payload }: Entry): Expected {
  if (payload.type !== 'command') return before;
  const { data, effected } = before;
  const { clientId, serial, operation } = payload.command;
  const isAgain = clientId !== null && serial <= (sortedMap.get(effected, clientId)?.serial ?? 0);
  if (isAgain) return before;
  const { value, told } = play(sortedMap.get(data, operation.key) ?? null, operation);
  return {
    data:
      value === null
        ? sortedMap.remove(data, operation.key)
        : sortedMap.set(data, operation.key, value),
    effected: clientId === null ? effected : sortedMap.set(effected, clientId, { serial, told }),
  };
}
