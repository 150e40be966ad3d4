/** The state machines once more (§8): what each should hold, and what a client may be told. */
import { type ServerId, sortedMap } from '../../src/base/index.ts';
import type { Entry, Operation, Server } from '../../src/raft/index.ts';
import { type Event, isRedirect, type World } from '../../src/sim/index.ts';
import { areSame, entryOf } from './reading.ts';

type Told = { readonly ok: boolean; readonly value?: string | null; readonly expired?: true };

const gone: Told = { ok: false, expired: true };

/** Changed in place. */
export interface Replica {
  data: Map<string, string>;
  /** By client, who used its session last at the end: the last serial executed, and its answer. */
  sessions: Map<string, { readonly serial: number; readonly told: Told }>;
}

type MachineShown = World['machines'][number];

/** A copy of what a state machine, or the data of a snapshot, holds. */
export function copied({ data, sessions }: MachineShown): Replica {
  return {
    data: new Map(sortedMap.entries(data)),
    sessions: new Map(
      sortedMap
        .entries(sessions)
        .sort(([, a], [, b]) => (a.usedAt ?? 0) - (b.usedAt ?? 0))
        .map(([client, { serial, outcome }]) => [client, { serial, told: outcome }]),
    ),
  };
}

export const unwritten = (): Replica => ({ data: new Map(), sessions: new Map() });

/** What an operation answers; it changes the data unless it only asks. */
function execute(data: Map<string, string>, operation: Operation): Told {
  const { key } = operation;
  const held = data.get(key) ?? null;
  const put = (value: string): Told => {
    data.set(key, value);
    return { ok: true };
  };
  switch (operation.type) {
    case 'get':
      return { ok: true, value: held };
    case 'delete':
      data.delete(key);
      return { ok: true };
    case 'set':
      return put(operation.value);
    case 'cas':
      return held === operation.expected ? put(operation.value) : { ok: false, value: held };
    case 'incr': {
      if (!/^[+-]?[0-9]+$/.test(held ?? '0')) return { ok: false, value: held };
      const value = String(BigInt((held ?? '0').replace(/^[+]/, '')) + BigInt(1));
      put(value);
      return { ok: true, value };
    }
  }
}

/** Executes one entry; null where no client asked for it. */
function executeEntry(
  { data, sessions }: Replica,
  { payload }: Entry,
  isOnce: boolean,
  limit: number,
): Told | null {
  if (payload.type !== 'command') return null;
  const { clientId, serial, operation } = payload.command;
  const session = clientId === null ? undefined : sessions.get(clientId);
  // Thesis §6.3: a client whose session has expired executes nothing.
  if (isOnce && session?.told.expired === true) return gone;
  // §8: a serial that was executed is answered again, not executed again.
  const isKnown = isOnce && session !== undefined && session.serial >= serial;
  const kept = isKnown ? session : { serial, told: execute(data, operation) };
  if (clientId === null) return kept.told;
  sessions.delete(clientId);
  sessions.set(clientId, kept);
  const live = [...sessions].filter(([, { told }]) => told.expired !== true);
  for (const [client, { serial: last }] of live.slice(0, Math.max(0, live.length - limit)))
    sessions.set(client, { serial: last, told: gone });
  return kept.told;
}

/** Executes what the event applied; gives what its clients may have been told of it, by client and serial. */
export function follow(
  replica: Replica,
  before: Server,
  after: Server,
  world: World,
): Map<string, Told[]> {
  const isOnce = world.options.sessions && after.settings.obeys['session.deduplicate'];
  const limit = world.options.sessionLimit ?? Infinity;
  const told = new Map<string, Told[]>();
  for (let index = before.lastApplied + 1; index <= after.lastApplied; index += 1) {
    const entry = entryOf(after.log, index);
    const outcome = entry === undefined ? null : executeEntry(replica, entry, isOnce, limit);
    if (outcome === null || entry?.payload.type !== 'command') continue;
    const { clientId, serial } = entry.payload.command;
    const key = `${clientId} ${serial}`;
    // Without sessions a command that stands twice in the log may be answered twice, differently.
    told.set(key, [...(told.get(key) ?? []), outcome]);
  }
  return told;
}

/** Whether a state machine holds what it should. */
export function machineDifferences(world: World, id: ServerId, { data }: Replica): string[] {
  const shown = sortedMap.entries((world.machines[id] as MachineShown).data);
  const isSame =
    shown.length === data.size && shown.every(([key, value]) => data.get(key) === value);
  return isSame ? [] : ['its state machine does not hold what its applied entries make'];
}

/** Whether clients were answered only what was executed, and by whom may say it. */
export function answerDifferences(
  { clients, before, after }: Event,
  replica: Replica,
  told: ReadonlyMap<string, readonly Told[]>,
): string[] {
  return clients.flatMap((news) => {
    const { answer, client, serial } = news;
    if (answer === null) return [];
    if (isRedirect(answer))
      return answer.redirect === after?.id && after.role !== 'leader'
        ? [`sent ${client} to itself, and does not lead`]
        : [];
    const isRead = news.operation.type === 'get';
    const isLocal = isRead && after?.settings.reads === 'local';
    // A leader that commits its own removal may answer with its last word.
    if (before?.role !== 'leader' && !isLocal) return [`answered ${client}, and does not lead`];
    const isWaiting = before?.role === 'leader' && (before.reads?.pending.length ?? 0) > 0;
    const isReadNow = isRead && (isWaiting || after?.settings.reads !== 'log');
    const session = replica.sessions.get(client);
    const due = [
      ...(told.get(`${client} ${serial}`) ?? []),
      session?.serial === serial || session?.told.expired ? session.told : undefined,
      isReadNow ? execute(replica.data, news.operation) : undefined,
    ];
    return due.some((one) => areSame(one, answer))
      ? []
      : [`told ${client} ${JSON.stringify(answer)}, which is nothing it has executed`];
  });
}
