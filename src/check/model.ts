/**
 * The state machine a second time, as small as it can be, for the checks: what each command would give if it took
 * effect once. It shares no line with `kv`, so that a fault there cannot hide here.
 */
import type { Operation } from '../raft/index.ts';

/** A value of a key; null: absent. */
export type Value = string | null;

/** What a client is told. */
export interface Told {
  readonly ok: boolean;
  readonly value?: Value;
  /** Its session is gone: the command was not executed now, and nobody knows whether it was before. */
  readonly expired?: true;
}

/** The value after an operation, and what it tells. */
export function play(
  value: Value,
  operation: Operation,
): { readonly value: Value; readonly told: Told } {
  switch (operation.type) {
    case 'set':
      return { value: operation.value, told: { ok: true } };
    case 'delete':
      return { value: null, told: { ok: true } };
    case 'get':
      return { value, told: { ok: true, value } };
    case 'cas':
      if (value === operation.expected) return { value: operation.value, told: { ok: true } };
      return { value, told: { ok: false, value } };
    case 'incr': {
      const counted = value === null ? '0' : value;
      if (!/^[+-]?[0-9]+$/.test(counted)) return { value, told: { ok: false, value } };
      const next = String(BigInt(counted.replace('+', '')) + 1n);
      return { value: next, told: { ok: true, value: next } };
    }
  }
}

/** Whether two answers say the same; an absent value and null are one. */
export const sameTold = (a: Told, b: Told): boolean =>
  a.ok === b.ok && (a.value ?? null) === (b.value ?? null);
