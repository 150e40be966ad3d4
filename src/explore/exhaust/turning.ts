/** Of all worlds that differ in the names of servers alone, the one that stands for them. Changed in place. */

import type { Message } from '../../raft/index.ts';
import { ordersOf, type Places, placedHistory, placedMessage, placedServer } from './alike.ts';
import { atom } from './atoms.ts';
import { historyNumber, inputNumber, serverNumber, type Tables } from './moves.ts';

/** For every order, what each thing becomes, by its number; filled on first use. */
export interface Turning {
  readonly orders: readonly Places[];
  readonly servers: number[][];
  readonly messages: number[][];
  readonly histories: number[][];
  readonly row: Int32Array;
}

/** For worlds of `count` servers in rows of that width. */
export function openTurning(count: number, width: number): Turning {
  const orders = ordersOf(count);
  const tables = (): number[][] => orders.map(() => []);
  return {
    orders,
    servers: tables(),
    messages: tables(),
    histories: tables(),
    row: new Int32Array(width),
  };
}

/** Puts the least of all turned rows in place of `row`; gives the number of the order that leads there. */
export function turnLeast(turning: Turning, tables: Tables, row: Int32Array): number {
  const { orders, row: turned } = turning;
  const given = row.slice();
  let best = 0;
  for (let order = 1; order < orders.length; order += 1) {
    if (!turn(turning, tables, given, row, order)) continue;
    best = order;
    row.set(turned);
  }
  return best;
}

// Turns `given` by an order; false as soon as it cannot be less than `least`.
function turn(
  turning: Turning,
  tables: Tables,
  given: Int32Array,
  least: Int32Array,
  order: number,
): boolean {
  const { row } = turning;
  const places = turning.orders[order] as Places;
  const [knownServers, knownMessages, knownHistories] = [
    turning.servers[order],
    turning.messages[order],
    turning.histories[order],
  ] as [number[], number[], number[]];
  const count = places.length;
  for (let id = 0; id < count; id += 1)
    row[places[id] as number] = remembered(
      knownServers,
      turnedServer,
      tables,
      given[id] as number,
      places,
    );
  const servers = compared(row, least, 0, count);
  if (servers > 0) return false;
  row[count] = remembered(knownHistories, turnedHistory, tables, given[count] as number, places);
  if (servers === 0 && (row[count] as number) > (least[count] as number)) return false;
  let end = count + 1;
  for (; end < given.length && given[end] !== none; end += 1)
    row[end] = remembered(knownMessages, turnedMessage, tables, given[end] as number, places);
  sortFrom(row, count + 1, end);
  row.fill(none, end);
  return compared(row, least, 0, row.length) < 0;
}

/** What stands where there is no message. */
export const none = -1;

/** Sorts part of a row, a few numbers, in place. */
export function sortFrom(row: Int32Array, start: number, end: number): void {
  for (let place = start + 1; place < end; place += 1) {
    const one = row[place] as number;
    let hole = place;
    while (hole > start && (row[hole - 1] as number) > one) {
      row[hole] = row[hole - 1] as number;
      hole -= 1;
    }
    row[hole] = one;
  }
}

function compared(a: Int32Array, b: Int32Array, start: number, end: number): number {
  for (let place = start; place < end; place += 1) {
    const difference = (a[place] as number) - (b[place] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What number a thing has once the servers have other places; each is worked out once for each order. */
type Turned = (tables: Tables, number: number, places: Places) => number;

const turnedServer: Turned = (tables, number, places) =>
  serverNumber(tables, placedServer(atom(tables.servers, number), places));
const turnedMessage: Turned = (tables, number, places) =>
  inputNumber(tables, placedMessage(atom(tables.inputs, number) as Message, places));
const turnedHistory: Turned = (tables, number, places) =>
  historyNumber(tables, placedHistory(atom(tables.histories, number), places));

function remembered(
  known: number[],
  turned: Turned,
  tables: Tables,
  number: number,
  places: Places,
): number {
  known[number] ??= turned(tables, number, places);
  return known[number];
}
