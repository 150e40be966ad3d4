/** What was done in a run, written as a scenario, does the same again. */
import { expect, test } from 'vitest';
import { storyOf } from '../../src/explore/index.ts';
import { loadScenario, recordRun, writeScenario } from '../../src/scenario/index.ts';
import { bothWays, type Command, plainSetup } from '../../src/sim/index.ts';
import {
  fingerprint,
  give,
  momentOf,
  openTimeline,
  playTo,
  runOf,
  type Timeline,
} from '../../src/timeline/index.ts';
import { lessonPaths, load, textOf } from '../scenario/files.ts';

/** The state that a story leads to. */
function told({ run, world }: Timeline, title: string): string {
  const { file, left } = storyOf(run, { seq: world.seq, time: world.time }, title);
  expect(left).toEqual([]);
  const loaded = loadScenario(writeScenario(file), 'story.yaml');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  const again = recordRun(loaded.value);
  expect(again.failures).toEqual([]);
  const timeline = openTimeline(again.run);
  playTo(timeline, again.end.time);
  return fingerprint(timeline.world);
}

test('commands, faults and conditions at their times', () => {
  const timeline = openTimeline(runOf(plainSetup(5, 7)));
  const at = (time: number, command: Command): void => {
    playTo(timeline, time);
    expect(give(timeline, command).ok).toBe(true);
  };
  at(400, { type: 'request', client: 'c1', operation: { type: 'set', key: 'A', value: '1' } });
  at(450, { type: 'cut', links: bothWays(0, 1) });
  at(470, { type: 'crash', server: 2 });
  at(600, { type: 'options', options: timeline.world.options, rulesOff: ['vote.upToDate'] });
  at(700, { type: 'restart', server: 2 });
  at(720, { type: 'heal', links: null });
  playTo(timeline, 900);
  expect(told(timeline, 'Mine')).toBe(fingerprint(timeline.world));
});

test('what cannot be told is named', () => {
  const timeline = openTimeline(runOf(plainSetup(3, 7)));
  playTo(timeline, 50);
  give(timeline, { type: 'delivery', delivery: 'manual' });
  expect(storyOf(timeline.run, momentOf(timeline), 'x').left).toEqual(['delivery']);
});

/** Lessons that begin in the middle and are done by hand, message by message. */
test.each(lessonPaths.filter((path) => /\/(09|13)-/.test(path)))('the solution of %s', (path) => {
  const { solution } = load(textOf(path), path);
  if (solution === null) throw new Error('no solution');
  const { run, end } = recordRun(solution);
  const timeline = openTimeline(run);
  playTo(timeline, end.time);
  expect(told(timeline, 'Solved')).toBe(fingerprint(timeline.world));
});
