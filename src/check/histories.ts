/** What clients asked and were told, in the order of the events; of each key, whether the log explains the answers. */
import { added, type LogIndex, type Seq, sortedMap } from '../base/index.ts';
import { log as logs, type Operation } from '../raft/index.ts';
import type { ClientNews, Event, Options, World } from '../sim/index.ts';
import { valueIn } from './expected.ts';
import { appliedAt, copyOf, type Facts } from './facts.ts';
import type { Observed } from './linearizability.ts';
import { play, sameTold, type Told, type Value } from './model.ts';

/** The command a client has out. */
export interface Call {
  readonly serial: number;
  readonly called: Seq;
  /** How much had been applied by anybody then. */
  readonly applied: number;
}

/** A command that was answered. */
export interface Answered {
  readonly operation: Operation;
  readonly called: Seq;
  readonly returned: Seq;
  readonly told: Told;
  readonly attempt: number;
}

/** The facts after the clients' part in an event. */
export function noteClients(facts: Facts, world: World, event: Event): Facts {
  let noted = facts;
  for (const news of event.clients)
    if (news.what === 'answered') noted = noteAnswer(noted, event, news);
  for (const { client } of event.clients) noted = noteCall(noted, world, event, client);
  return noted;
}

function noteCall(facts: Facts, { clients }: World, event: Event, id: string): Facts {
  let place = 0;
  while (place < clients.length && clients[place]?.id !== id) place += 1;
  const client = clients[place];
  if (client === undefined || client.pending === null) return facts;
  const { serial } = client;
  if (sortedMap.get(facts.calls, id)?.serial === serial) return facts;
  // A command that waited for the answer before it is handed over in a later event.
  const called = hasAnswer(event, id) ? event.seq + 1 : event.seq;
  const noted = copyOf(facts);
  noted.calls = sortedMap.set(facts.calls, id, { serial, called, applied: facts.applied.length });
  return noted;
}

function hasAnswer({ clients }: Event, id: string): boolean {
  for (const news of clients) if (news.what === 'answered' && news.client === id) return true;
  return false;
}

function noteAnswer(facts: Facts, { seq }: Event, news: ClientNews): Facts {
  const { client, serial, operation, attempt, answer } = news;
  const told = answer as Told;
  const known = sortedMap.get(facts.calls, client);
  const { called, applied } =
    known?.serial === serial ? known : { called: seq, applied: facts.applied.length };
  const noted = copyOf(facts);
  const one = { operation, called, returned: seq, told, attempt };
  noted.answered = added(facts.answered, one, sameAnswer);
  if (!isAsApplied(facts, news, told, applied))
    noted.unexplained = sortedMap.set(facts.unexplained, operation.key, true);
  return noted;
}

const sameAnswer = (a: Answered, b: Answered): boolean =>
  a.called === b.called &&
  a.returned === b.returned &&
  a.attempt === b.attempt &&
  logs.sameOperation(a.operation, b.operation) &&
  sameTold(a.told, b.told);

/**
 * Whether the order of the log explains an answer: the command took effect where it was first applied, or it is a
 * read of what the log had made at some time since its call. While that is so for all answers on a key, the log is
 * the order that is looked for, and no search is needed.
 */
function isAsApplied(
  facts: Facts,
  { client, serial, operation }: ClientNews,
  told: Told,
  since: LogIndex,
): boolean {
  // Nothing is told of what the key holds.
  if (told.expired === true) return true;
  if (facts.expected === null) return false;
  const effected = sortedMap.get(facts.expected.effected, client);
  if (effected?.serial === serial && sameTold(effected.told, told)) return true;
  return operation.type === 'get' && hasHeld(facts, operation, told, since);
}

/** Whether the key held what a read told, at some time since. */
function hasHeld(facts: Facts, read: Operation, told: Told, since: LogIndex): boolean {
  const isTold = (value: Value): boolean => sameTold(play(value, read).told, told);
  for (let index = facts.applied.length; index > facts.start.index; index -= 1) {
    const item = appliedAt(facts, index);
    const payload = item?.entry.payload;
    if (payload?.type !== 'command' || payload.command.operation.key !== read.key) continue;
    if (item?.due !== undefined && isTold(item.due)) return true;
    // What it held before was gone by the time of the call.
    if (index <= since) return false;
  }
  return isTold(valueIn(facts.start.expected, read.key));
}

/** Whether some server alone does without. */
const lacksSessions = ({ servers }: Options): boolean =>
  Object.values(servers).some(({ sessions }) => sessions === false);

/** Everything that clients asked of a key and that may have touched it. */
export function historyOf(facts: Facts, world: World, key: string): readonly Observed[] {
  const { answered, calls, start } = facts;
  const observed: Observed[] = [];
  const open = (operation: Operation, call: number, times: number): void => {
    for (let left = times; left > 0; left -= 1)
      observed.push({ operation, call, return: Infinity, told: null });
  };
  // §8: without sessions each attempt may take effect, answered or not.
  const again = facts.hasRepeats || lacksSessions(world.options) ? 1 : 0;
  for (let place = 0; place < answered.length; place += 1) {
    const { operation, called, returned, told, attempt } = answered.buffer[place] as Answered;
    if (operation.key !== key) continue;
    if (told.expired === true) {
      // Thesis §6.3: an earlier attempt may have been executed; the one that was refused was not.
      open(operation, called, Math.min(1, attempt - 1));
      continue;
    }
    observed.push({ operation, call: called, return: returned, told });
    open(operation, called, again * (attempt - 1));
  }
  for (const { id, pending } of world.clients) {
    if (pending?.operation.key !== key) continue;
    open(
      pending.operation,
      sortedMap.get(calls, id)?.called ?? 0,
      again * (pending.attempt - 1) + 1,
    );
  }
  for (const operation of start.open) if (operation.key === key) open(operation, 0, 1);
  return observed;
}
