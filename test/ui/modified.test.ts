/** That a run is no Raft as it should be goes with it, into whatever text is made of it. */
import { expect, test } from 'vitest';
import { plainSetup } from '../../src/sim/index.ts';
import { exportedRun } from '../../src/store/index.ts';
import { runOf } from '../../src/timeline/index.ts';
import { transcriptOf } from '../../src/ui/transcript/transcriptOf.ts';
import { labOf } from '../support/lab.ts';

const off = 'Modified Raft: vote.upToDate is off';

test('the transcript and the export say which rules are off, or were', () => {
  const { session } = labOf(runOf(plainSetup(3, 1)));
  const { timeline } = session.store.getState();
  expect(transcriptOf(timeline).lines).not.toContain(off);
  session.setRulesOff(['vote.upToDate']);
  session.setRulesOff([]);
  expect(transcriptOf(timeline).lines[0]).toBe(off);
  expect(JSON.parse(exportedRun(timeline))).toMatchObject({ about: off });
});
