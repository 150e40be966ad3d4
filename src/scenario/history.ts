/** What the clients asked and were told, as NDJSON: the shape that checkers of linearizability read. */
import type { VirtualMs } from '../base/index.ts';
import type { Operation } from '../raft/index.ts';
import type { Client, Completed, World } from '../sim/index.ts';
import type { Json, JsonMap } from './show.ts';

/** One line an operation, in the order they were called; a command tried again is one operation. */
export function history({ clients }: World): readonly string[] {
  return clients
    .flatMap((client) => [...completed(client), ...pending(client)])
    .sort((a, b) => a.call - b.call || (a.return ?? Infinity) - (b.return ?? Infinity))
    .map(({ client, operation, call, return: back, result, status }) =>
      JSON.stringify({
        client,
        ...asked(operation),
        call,
        return: back,
        result,
        status,
      }),
    );
}

interface Call {
  readonly client: string;
  readonly operation: Operation;
  readonly call: VirtualMs;
  /** Null: never. */
  readonly return: VirtualMs | null;
  readonly result: Json;
  readonly status: 'ok' | 'fail' | 'unknown';
}

const completed = ({ id, completed: { buffer, length } }: Client): readonly Call[] =>
  buffer.slice(0, length).map(({ operation, call, return: back, outcome, mayBeDone }) => ({
    client: id,
    operation,
    call,
    ...(mayBeDone === true ? unknown : { return: back, ...resultOf(operation, outcome) }),
  }));

// Nobody knows what becomes of a command without an answer, nor what became of one whose session is gone.
const unknown = { return: null, result: null, status: 'unknown' } as const;

const pending = ({ id, pending: out }: Client): readonly Call[] =>
  out === null
    ? []
    : [
        {
          client: id,
          operation: out.operation,
          call: out.calledAt,
          ...unknown,
        },
      ];

function resultOf(
  { type }: Operation,
  { ok, value, expired }: Completed['outcome'],
): Pick<Call, 'result' | 'status'> {
  // Thesis §6.3: a command that finds its session gone is not executed.
  if (expired === true) return { result: null, status: 'fail' };
  // A comparison that fails is an answer like any other.
  if (type === 'cas') return { result: ok, status: 'ok' };
  if (!ok) return { result: null, status: 'fail' };
  return { result: type === 'set' || type === 'delete' ? null : (value ?? null), status: 'ok' };
}

function asked(operation: Operation): JsonMap {
  const { type, key } = operation;
  if (operation.type === 'set') return { op: type, key, value: operation.value };
  if (operation.type === 'cas')
    return { op: type, key, value: [operation.expected, operation.value] };
  return { op: type, key };
}
