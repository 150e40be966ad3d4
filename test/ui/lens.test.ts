/** What the diagram shows of a run that nobody has looked at yet. */
import { expect, test } from 'vitest';
import { plainSetup } from '../../src/sim/index.ts';
import { runOf } from '../../src/timeline/index.ts';
import { lookAt, show } from '../../src/ui/spacetime/lensMoves.ts';
import { labOf } from '../support/lab.ts';

const byClock = runOf(plainSetup(3, 1));
const byHand = runOf({ ...plainSetup(3, 1), timers: 'manual' });

test('each run is looked at anew, along what it is measured by, until somebody chooses', () => {
  const lab = labOf(byHand);
  const { lens } = lab.view;
  lookAt(lab, byHand);
  expect(lens.getState()).toMatchObject({ axis: 'logical', window: null });
  lens.setState({ axis: 'physical' });
  show(lab, { from: 10, to: 50 });
  lookAt(lab, byHand);
  expect(lens.getState()).toMatchObject({ axis: 'physical', window: { from: 10 } });
  lookAt(lab, byClock);
  expect(lens.getState()).toMatchObject({ axis: 'physical', window: null });
});

test('what a link says is shown first', () => {
  const lab = labOf(byHand);
  lab.view.lens.setState({ of: null, axis: 'physical', window: { from: 5, to: 9 } });
  lookAt(lab, byHand);
  expect(lab.view.lens.getState()).toMatchObject({ axis: 'physical', window: { from: 5, to: 9 } });
});
