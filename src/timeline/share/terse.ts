/** A run in few characters: names of fields become places in a list, and what is as usual is left out. */
import {
  type Command,
  mostServers,
  type Options,
  paperOptions,
  plainSetup,
  type Setup,
} from '../../sim/index.ts';
import { isRecord } from '../codec.ts';
import type { Given, Run } from '../run.ts';

/** Fields of each command in their order; its number is its place here, so new ones come last. `?`: may be absent. */
const shapes = {
  crash: ['server'],
  restart: ['server', 'lose?'],
  pause: ['server'],
  resume: ['server'],
  timeout: ['server'],
  heartbeat: ['server'],
  request: ['client', 'operation', 'at?', 'loseReply?'],
  retry: ['client', 'at?'],
  cut: ['links'],
  heal: ['links'],
  deliver: ['message'],
  drop: ['message'],
  duplicate: ['message'],
  hold: ['message'],
  release: ['message'],
  inject: ['message'],
  snapshot: ['server'],
  persist: ['server'],
  transfer: ['target', 'at?'],
  reconfigure: ['change', 'at?'],
  options: ['options', 'rulesOff'],
  delivery: ['delivery'],
  delay: ['message', 'untilMs'],
} as const satisfies Record<Command['type'], readonly string[]>;
const types = Object.keys(shapes) as Command['type'][];

type Fields = Readonly<Record<string, unknown>>;

const operations = ['set', 'get', 'delete', 'cas', 'incr'] as const;

/** Times are in steps of a microsecond. */
const ticksOf = (ms: number): number => Math.round(ms * 1000);
const msOf = (ticks: number): number => Math.round(ticks) / 1000;

export type Terse = readonly unknown[];

/** What of `options` is not as in `usual`. */
function unlike(options: Options, usual: Options): Fields {
  const entries = Object.entries(options).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(usual[key as keyof Options]),
  );
  return Object.fromEntries(entries);
}

/** The setup as a list: servers, seed, options, and the rest only where it is not as usual. */
function terseSetup(setup: Setup): Terse {
  const { names, seed, options, rulesOff, timers, delivery, initial, spares } = setup;
  const plain = plainSetup(names.length, seed).names;
  const servers = names.every((name, id) => name === plain[id]) ? names.length : names;
  const manual = (timers === 'manual' ? 1 : 0) + (delivery === 'manual' ? 2 : 0);
  // One more than there are, since a trailing 0 is left out and means that the setup does not say.
  const waiting = spares === undefined ? 0 : spares + 1;
  return trimmed(
    [servers, seed, unlike(options, paperOptions), rulesOff, manual, initial, waiting],
    3,
  );
}

// What stands at the end and says nothing is left out.
function trimmed(list: readonly unknown[], least: number): Terse {
  let length = list.length;
  while (length > least && saysNothing(list[length - 1])) length -= 1;
  return list.slice(0, length);
}

const saysNothing = (value: unknown): boolean =>
  value === 0 || (typeof value === 'object' && Object.keys(value as object).length === 0);

function fullSetup(terse: unknown): unknown {
  if (!Array.isArray(terse)) return null;
  const [servers, seed, options, rulesOff = [], manual = 0, initial = {}, waiting = 0] = terse;
  const isCount = Number.isInteger(servers) && servers > 0 && servers <= mostServers;
  const names = isCount ? plainSetup(servers, 0).names : servers;
  return {
    names,
    ...(waiting === 0 ? null : { spares: waiting - 1 }),
    seed,
    options: { ...paperOptions, ...(isRecord(options) ? options : {}) },
    rulesOff,
    timers: manual & 1 ? 'manual' : 'auto',
    delivery: manual & 2 ? 'manual' : 'auto',
    initial,
  };
}

/** Setup and commands, each command with what lies between it and the one before. */
export function terseRun({ setup, commands }: Run): Terse {
  let options = setup.options;
  let last = { seq: 0, time: 0 };
  const given = commands.map(({ seq, time, command }) => {
    const terse = terseCommand(command, options);
    if (command.type === 'options') options = command.options;
    const since = [seq - last.seq, ticksOf(time) - ticksOf(last.time)];
    last = { seq, time };
    return [...since, ...terse];
  });
  return [terseSetup(setup), given];
}

function terseCommand(command: Command, options: Options): Terse {
  const fields = command as unknown as Fields;
  const values = shapes[command.type].map((key) => fields[key.replace('?', '')]);
  if (command.type === 'options') values[0] = unlike(command.options, options);
  if (command.type === 'request') {
    const { type, ...rest } = command.operation;
    values[1] = [operations.indexOf(type), ...Object.values(rest)];
  }
  let length = values.length;
  while (length > 0 && values[length - 1] === undefined) length -= 1;
  // An absent field before one that is there; only those that may be absent are ever so.
  return [types.indexOf(command.type), ...values.slice(0, length).map((value) => value ?? null)];
}

/** What `terseRun` was made of, as far as it makes sense; whether it is a run is for the caller to say. */
export function fullRun(terse: unknown): { setup: unknown; commands: unknown } {
  const [setup, given] = Array.isArray(terse) ? terse : [];
  const full = fullSetup(setup);
  if (!Array.isArray(given) || !isRecord(full)) return { setup: full, commands: null };
  let options = full.options as Options;
  let [seq, ticks] = [0, 0];
  const commands = given.map((one) => {
    if (!Array.isArray(one)) return null;
    seq += Number(one[0]);
    ticks += Number(one[1]);
    const command = fullCommand(one.slice(2), options);
    if (isRecord(command) && command.type === 'options') options = command.options as Options;
    return { seq, time: msOf(ticks), command } as Given;
  });
  return { setup: full, commands };
}

function fullCommand([number, ...values]: readonly unknown[], options: Options): unknown {
  const type = types[Number(number)];
  if (type === undefined) return null;
  const fields = shapes[type].flatMap((key, place) => {
    const value = values[place];
    const isAbsent = key.endsWith('?') && (value === null || value === undefined);
    return isAbsent ? [] : [[key.replace('?', ''), value] as const];
  });
  const command: Record<string, unknown> = { type, ...Object.fromEntries(fields) };
  if (type === 'options' && isRecord(command.options))
    command.options = { ...options, ...command.options };
  if (type === 'request') command.operation = fullOperation(command.operation);
  return command;
}

function fullOperation(terse: unknown): unknown {
  if (!Array.isArray(terse)) return null;
  const [number, key, ...values] = terse;
  const type = operations[Number(number)];
  if (type === 'cas') return { type, key, expected: values[0], value: values[1] };
  return type === 'set' ? { type, key, value: values[0] } : { type, key };
}
