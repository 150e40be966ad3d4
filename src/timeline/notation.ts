/** Commands and answers as everybody who knows a key-value store writes them: the same in every language. */
import type { ServerId } from '../base/index.ts';
import { type Configuration, log as logs, type Operation, type Server } from '../raft/index.ts';
import type { Answer } from '../sim/index.ts';

/** The command at an index in `notation`; `no-op` and `config S1, S2` for what no client asked for. */
export function commandAt({ log }: Server, index: number, name: (id: ServerId) => string): string {
  const payload = logs.entryAt(log, index)?.payload;
  if (payload === undefined) return '';
  if (payload.type === 'command') return notation(payload.command.operation);
  return payload.type === 'noop' ? 'no-op' : configNotation(payload.configuration, name);
}

/** Who takes part: `config S1, S2, S3`; from whom to whom in a joint one, and the learners in brackets. */
function configNotation(
  { voters, outgoing, learners }: Configuration,
  name: (id: ServerId) => string,
): string {
  const list = (ids: readonly ServerId[]): string => ids.map(name).join(', ');
  const from = outgoing === null ? '' : `${list(outgoing)} → `;
  return `config ${from}${list(voters)}${learners.length === 0 ? '' : ` [${list(learners)}]`}`;
}

/** A command in the notation of the whole house, the same in every language: `SET A 1`. */
export function notation(operation: Operation): string {
  const { type, key } = operation;
  if (type === 'set') return `SET ${key} ${operation.value}`;
  if (type === 'cas') return `CAS ${key} ${operation.expected} ${operation.value}`;
  return `${type.toUpperCase()} ${key}`;
}

/**
 * An answer: `OK`, a value, `(nil)` for an absent key, `FAILED` with the value that was in the way, `EXPIRED` where the
 * client's session is gone.
 */
export function answerNotation(answer: Answer, { type }: Operation): string {
  if ('redirect' in answer) return '';
  const { ok, value, expired } = answer;
  if (expired === true) return 'EXPIRED';
  if (value === undefined) return 'OK';
  const shown = value ?? '(nil)';
  return ok || type === 'get' ? shown : `FAILED ${shown}`;
}
