/**
 * Every schedule of a tiny world, breadth first: so what breaks a property first breaks it in the fewest steps. Worlds that
 * differ in the names of servers alone count once, and a world is found again by all that is in it.
 */

import type { Message } from '../../raft/index.ts';
import { log as logs, type Property } from '../../raft/index.ts';
import type { ScenarioFile } from '../../scenario/index.ts';
import { atom } from './atoms.ts';
import type { Bounds, Fault } from './bounds.ts';
import { type History, matches, noted } from './history.ts';
import {
  firstServers,
  historyNumber,
  inputNumber,
  isSpent,
  type Move,
  moveOf,
  openTables,
  type Tables,
} from './moves.ts';
import { add, openStore, type Store } from './store.ts';
import { storyOf } from './story.ts';
import { none, openTurning, sortFrom, type Turning, turnLeast } from './turning.ts';
import { type Way, wayNumber } from './ways.ts';

export interface ExhaustProgress {
  /** Distinct worlds found so far. */
  readonly worlds: number;
  /** Of them gone on from. */
  readonly done: number;
  /** Steps tried so far. */
  readonly steps: number;
  /** Most steps from the start to a world that was gone on from. */
  readonly depth: number;
}

export interface Exhausted extends ExhaustProgress {
  readonly bounds: Bounds;
  /** Null: every property holds in every schedule. */
  readonly counterexample: Counterexample | null;
}

export interface Counterexample {
  readonly property: Property;
  /** Steps of servers to it, the fewest there are. */
  readonly length: number;
  readonly file: ScenarioFile;
}

/** On its way. Changed in place. */
export interface Search {
  readonly bounds: Bounds;
  readonly tables: Tables;
  readonly turning: Turning;
  readonly store: Store;
  readonly matching: Map<number, boolean>;
  /** The world being gone on from, as a row, and its number. */
  readonly here: Int32Array;
  at: number;
  readonly next: Int32Array;
  readonly timers: readonly [timeout: number, heartbeat: number, reboot: number];
  readonly asks: readonly number[];
  steps: number;
  found: { readonly property: Property; readonly way: Way } | null;
}

/** So many worlds between two words of progress: some ms. */
const slice = 256;

/** Goes through all of it. Yields now and then; returns once all is done, or a property is broken. */
export function* exhausting(bounds: Bounds): Generator<ExhaustProgress, Exhausted> {
  const search = openSearch(bounds);
  const { store } = search;
  let depth = 0;
  let levelEnd = 1;
  for (let at = 0; at < store.count && search.found === null; at += 1) {
    if (at === levelEnd) {
      depth += 1;
      levelEnd = store.count;
    }
    search.at = at;
    goOn(search);
    if (at % slice === slice - 1)
      yield { worlds: store.count, done: at + 1, steps: search.steps, depth };
  }
  const { found, steps } = search;
  const counterexample = found === null ? null : storyOf(search, found);
  return { bounds, worlds: store.count, done: search.at + 1, steps, depth, counterexample };
}

function openSearch(bounds: Bounds): Search {
  const tables = openTables(bounds);
  const width = bounds.servers + 1 + bounds.messages;
  const turning = openTurning(bounds.servers, width);
  const store = openStore(width);
  const first = new Int32Array(width).fill(none);
  first.set([...firstServers(tables), 0]);
  add(store, first, -1, 0, turnLeast(turning, tables, first));
  const input = (type: 'timeout' | 'heartbeat' | 'reboot'): number => inputNumber(tables, { type });
  return {
    bounds,
    tables,
    turning,
    store,
    matching: new Map(),
    here: new Int32Array(width),
    at: 0,
    next: new Int32Array(width),
    timers: [input('timeout'), input('heartbeat'), input('reboot')],
    asks: Array.from({ length: bounds.entries }, (_, place) =>
      inputNumber(tables, { type: 'ask', number: place + 1 }),
    ),
    steps: 0,
    found: null,
  };
}

function goOn(search: Search): void {
  const { store, here, bounds } = search;
  here.set(store.rows.subarray(search.at * store.width, (search.at + 1) * store.width));
  for (let id = 0; id < bounds.servers; id += 1) byItself(search, id);
  let last = none;
  for (let place = bounds.servers + 1; place < here.length; place += 1) {
    const message = here[place] as number;
    if (message === none || search.found !== null) break;
    if (message !== last) withMessage(search, message);
    last = message;
  }
}

// What befalls a server without a message: its timers, a client, a crash.
function byItself(search: Search, id: number): void {
  const { tables, here, bounds, timers, asks } = search;
  const [timeout, heartbeat, reboot] = timers;
  const number = here[id] as number;
  const { role, currentTerm } = atom(tables.servers, number);
  const { asked } = historyHere(search);
  const own = { message: none, fault: null };
  if (role === 'leader') {
    take(search, id, { ...own, input: heartbeat });
    if (asked < asks.length) take(search, id, { ...own, input: asks[asked] as number });
  } else if (currentTerm < bounds.terms) take(search, id, { ...own, input: timeout });
  if (mayBefall(search, 'crashes')) take(search, id, { ...own, input: reboot, fault: 'crashes' });
}

function withMessage(search: Search, message: number): void {
  const { to } = atom(search.tables.inputs, message) as Message;
  take(search, to, { input: message, message, fault: null });
  if (mayBefall(search, 'copies')) take(search, to, { input: message, message, fault: 'copies' });
  if (mayBefall(search, 'losses')) lose(search, to, message);
}

const historyHere = ({ tables, here, bounds }: Search): History =>
  atom(tables.histories, here[bounds.servers] as number);

function mayBefall(search: Search, fault: Fault): boolean {
  const most = search.bounds.faults[fault];
  return most === null || historyHere(search).faults[fault] < most;
}

/** What a server is given in a step. */
interface Step {
  readonly input: number;
  /** The message that arrives; none: it is no message. */
  readonly message: number;
  readonly fault: Fault | null;
}

/** One step of one server: the worlds it leads to are put in, or what it breaks is found. */
function take(search: Search, id: number, step: Step): void {
  const { tables, here } = search;
  if (search.found !== null) return;
  const move = moveOf(tables, here[id] as number, step.input);
  // A message that does nothing may as well stay where it is, until it does something or is lost.
  if (move === null) {
    if (step.message !== none && step.fault === null) leave(search, id, step);
    return;
  }
  search.steps += 1;
  const way: Way = { server: id, input: step.input, fault: step.fault };
  const history = historyAfter(search, id, move, step);
  const isSame = !move.hasNewLog || areMatching(search, id, move.after);
  const property =
    move.broken ?? (typeof history === 'string' ? history : isSame ? null : 'LogMatching');
  if (property !== null) search.found = { property, way };
  else put(search, id, move, history as number, step, way);
}

// It arrives, and nothing comes of it but that it is gone.
function leave(search: Search, id: number, step: Step): void {
  const { here, bounds } = search;
  search.steps += 1;
  const after = here[id] as number;
  const move: Move = { after, sent: [], broken: null, isHistoric: false, hasNewLog: false };
  const way: Way = { server: id, input: step.input, fault: null };
  put(search, id, move, here[bounds.servers] as number, step, way);
}

function lose(search: Search, id: number, message: number): void {
  const step: Step = { input: message, message, fault: 'losses' };
  const after = search.here[id] as number;
  const move: Move = { after, sent: [], broken: null, isHistoric: false, hasNewLog: false };
  const way: Way = { server: id, input: message, fault: 'losses' };
  search.steps += 1;
  put(search, id, move, historyAfter(search, id, move, step) as number, step, way);
}

function historyAfter(search: Search, id: number, move: Move, step: Step): number | Property {
  const { tables, here, bounds, asks } = search;
  const number = here[bounds.servers] as number;
  const isAsk = asks.includes(step.input);
  const isCounted = step.fault !== null && bounds.faults[step.fault] !== null;
  if (!move.isHistoric && !isAsk && !isCounted) return number;
  const history = atom(tables.histories, number);
  const before = atom(tables.servers, here[id] as number);
  const after =
    step.fault === 'crashes'
      ? { history, broken: null }
      : noted(history, before, atom(tables.servers, move.after));
  if (after.broken !== null) return after.broken;
  const faults =
    isCounted && step.fault !== null
      ? { ...history.faults, [step.fault]: history.faults[step.fault] + 1 }
      : history.faults;
  return historyNumber(tables, { ...after.history, asked: history.asked + Number(isAsk), faults });
}

function areMatching(
  { tables, here, bounds, matching }: Search,
  id: number,
  after: number,
): boolean {
  for (let other = 0; other < bounds.servers; other += 1) {
    if (other === id) continue;
    const theirs = here[other] as number;
    const key = after * 0x200_0000 + theirs;
    let known = matching.get(key);
    if (known === undefined) {
      const logOf = (number: number) => logs.entriesOf(atom(tables.servers, number).log);
      known = matches(logOf(after), logOf(theirs));
      matching.set(key, known);
    }
    if (!known) return false;
  }
  return true;
}

/** Puts the world after a step in, unless too much would be in flight in it. */
function put(search: Search, id: number, move: Move, history: number, step: Step, way: Way): void {
  const { bounds, here, next, turning, tables, store, at } = search;
  for (let server = 0; server < bounds.servers; server += 1) next[server] = here[server] as number;
  next[id] = move.after;
  next[bounds.servers] = history;
  const start = bounds.servers + 1;
  let end = start;
  let isLeft = step.message !== none && step.fault !== 'copies';
  for (let place = start; place < here.length; place += 1) {
    const one = here[place] as number;
    if (one === none) break;
    if (isLeft && one === step.message) isLeft = false;
    else if (!isSpent(tables, one, next[receiverOf(search, one)] as number)) next[end++] = one;
  }
  for (const one of move.sent) {
    if (isSpent(tables, one, next[receiverOf(search, one)] as number)) continue;
    if (end === next.length) return;
    next[end++] = one;
  }
  sortFrom(next, start, end);
  next.fill(none, end);
  const order = turnLeast(turning, tables, next);
  add(store, next, at, wayNumber(way), order);
}

const receiverOf = ({ tables }: Search, message: number): number =>
  (atom(tables.inputs, message) as Message).to;
