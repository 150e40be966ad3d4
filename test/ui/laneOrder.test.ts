/** Lanes of the space-time diagram are moved among each other, those of clients like those of servers. */
import { expect, test } from 'vitest';
import { plainSetup } from '../../src/sim/index.ts';
import { annalsOf, callsBetween, runOf } from '../../src/timeline/index.ts';
import type { Lab } from '../../src/ui/hooks/lab.ts';
import {
  laneSelected,
  moveLane,
  orderIn,
  selectLane,
  shiftLane,
} from '../../src/ui/spacetime/laneOrder.ts';
import { labOf } from '../support/lab.ts';

const ask = (lab: Lab, ...clients: readonly string[]): void => {
  for (const client of clients)
    lab.session.do({ type: 'request', client, operation: { type: 'get', key: 'A' } });
};

function asked(...clients: readonly string[]): Lab {
  const lab = labOf(runOf(plainSetup(3, 7)));
  lab.session.seek(500);
  ask(lab, ...clients);
  return lab;
}

test('a client goes among the servers, and whoever comes later stands first', () => {
  const lab = asked('c1');
  expect(orderIn(lab)).toEqual(['c1', 0, 1, 2]);
  moveLane(lab, 'c1', 2);
  expect(orderIn(lab)).toEqual([0, 1, 'c1', 2]);
  expect(shiftLane(lab, 'c1', 1)).toBe(true);
  expect(shiftLane(lab, 'c1', 1)).toBe(false);
  expect(orderIn(lab)).toEqual([0, 1, 2, 'c1']);
  ask(lab, 'c2');
  expect(orderIn(lab)).toEqual(['c2', 0, 1, 2, 'c1']);
});

test('the name of a client stands for its lane and for what it did last', () => {
  const lab = asked('c1', 'c2');
  selectLane(lab, 'c1');
  const { calls } = annalsOf(lab.session.store.getState().timeline);
  const own = callsBetween(calls, 0, Infinity).filter(({ client }) => client === 'c1');
  expect(lab.view.store.getState().selection).toMatchObject({
    kind: 'event',
    seq: own.at(-1)?.seq,
    client: 'c1',
  });
  expect(laneSelected(lab)).toBe('c1');
  selectLane(lab, 2);
  expect(laneSelected(lab)).toBe(2);
});

test('clients on one lane move as one', () => {
  const lab = asked('c4', 'c1', 'c3', 'c2');
  expect(orderIn(lab)).toEqual(['c1', 0, 1, 2]);
  selectLane(lab, 'c1');
  expect(laneSelected(lab)).toBe('c1');
  moveLane(lab, 'c1', 1);
  expect(orderIn(lab)).toEqual([0, 'c1', 1, 2]);
});
