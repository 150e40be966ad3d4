/** From what stands in the fields to an operation, or to the sentence that says what is missing. */
import { fail, ok, type Result } from '../../base/index.ts';
import type { Operation } from '../../raft/index.ts';
import { words } from '../../words/index.ts';

export interface Fields {
  readonly key: string;
  readonly value: string;
  readonly expected: string;
}

export type FieldName = keyof Fields;

export interface FieldTrouble {
  readonly field: FieldName;
  readonly sentence: string;
}

const longest = 24;

/** The fields each operation needs. */
const fieldsOf = {
  set: ['key', 'value'],
  get: ['key'],
  delete: ['key'],
  cas: ['key', 'expected', 'value'],
  incr: ['key'],
} as const satisfies Record<Operation['type'], readonly FieldName[]>;

/** The operation that these fields ask for. */
export function operationOf(
  type: Operation['type'],
  given: Fields,
): Result<Operation, FieldTrouble> {
  for (const field of fieldsOf[type]) {
    const sentence = wrongWith(field, given[field].trim());
    if (sentence !== null) return fail({ field, sentence });
  }
  const [key, value, expected] = [given.key.trim(), given.value.trim(), given.expected.trim()];
  const operations: { readonly [Type in Operation['type']]: Operation } = {
    set: { type: 'set', key, value },
    get: { type: 'get', key },
    delete: { type: 'delete', key },
    cas: { type: 'cas', key, expected, value },
    incr: { type: 'incr', key },
  };
  return ok(operations[type]);
}

function wrongWith(field: FieldName, text: string): string | null {
  const { noKey, noValue, noExpected, spaces, tooLong } = words.clients;
  if (text === '') return { key: noKey, value: noValue, expected: noExpected }[field];
  if (/\s/.test(text)) return spaces;
  return text.length > longest ? tooLong : null;
}
