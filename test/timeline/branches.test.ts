/** Acting in the past, going from branch to branch, and taking acts back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Command, plainSetup } from '../../src/sim/index.ts';
import { decodeTree } from '../../src/timeline/codec.ts';
import {
  annalOf,
  annalsOf,
  encodeRun,
  encodeTree,
  fingerprint,
  give,
  goToBranch,
  landmarksBetween,
  momentOf,
  openTimeline,
  openTreeUnder,
  playTo,
  redo,
  removeBranch,
  renameBranch,
  runOf,
  seekEnd,
  seekTime,
  type Timeline,
  treeOf,
  undo,
} from '../../src/timeline/index.ts';

const crash = (server: number): Command => ({ type: 'crash', server });
const open = (): Timeline => openTimeline(runOf(plainSetup(3, 1)));
const namesOf = (timeline: Timeline) =>
  treeOf(timeline).branches.map(({ id, parent, name }) => ({ id, parent, name }));
const stateOf = (timeline: Timeline) => ({
  print: fingerprint(timeline.world),
  run: encodeRun(timeline.run),
  at: momentOf(timeline),
});

test('on a fixed branch an act begins another, be it at the very end', () => {
  const run = runOf(plainSetup(3, 1));
  const start = { seq: 0, time: 0 };
  const fixed = { id: 1, name: null, parent: null, from: start, run, end: start, isFixed: true };
  const timeline = openTreeUnder(null, { branches: [fixed], current: 1, lastId: 1 });
  give(timeline, crash(0));
  give(timeline, crash(1));
  const commands = treeOf(timeline).branches.map((branch) => branch.run.commands.length);
  expect(commands).toEqual([0, 2]);
  const kept = decodeTree(encodeTree(treeOf(timeline)));
  expect(kept?.branches.map(({ isFixed }) => isFixed)).toEqual([true, undefined]);
});

/** Played to 1 s with S1 crashed at 600 ms; then, back at 300 ms, S2 crashed instead and played to 1 s. */
function forked(): Timeline {
  const timeline = open();
  playTo(timeline, 600);
  give(timeline, crash(0));
  playTo(timeline, 1000);
  seekTime(timeline, 300);
  give(timeline, crash(1));
  playTo(timeline, 1000);
  return timeline;
}

describe('branches', () => {
  test('the old future can be returned to, and is what it was', () => {
    const timeline = forked();
    const second = stateOf(timeline);
    goToBranch(timeline, 1);
    expect(timeline.world.conditions).toEqual(['crashed', 'running', 'running']);
    expect(momentOf(timeline).time).toBe(1000);
    const again = openTimeline(timeline.run);
    playTo(again, 1000);
    expect(fingerprint(timeline.world)).toBe(fingerprint(again.world));
    goToBranch(timeline, 2);
    expect(stateOf(timeline)).toEqual(second);
  });
  test('what is written of a run is that of the branch in hand', () => {
    const timeline = forked();
    const kindsOf = (): string[] => {
      const annals = annalsOf(timeline);
      const crashes = landmarksBetween(timeline.chronicle).filter(({ kind }) => kind === 'crash');
      return crashes.map(
        ({ seq }) => `${annalOf(annals, seq).kind} ${annalOf(annals, seq).server}`,
      );
    };
    expect(kindsOf()).toEqual(['crash 1']);
    goToBranch(timeline, 1);
    expect(kindsOf()).toEqual(['crash 0']);
  });
  test('another branch can be entered at a moment of it', () => {
    const timeline = forked();
    goToBranch(timeline, 1, { seq: annalsOf(timeline).first, time: 450 });
    expect(momentOf(timeline).time).toBe(450);
    expect(timeline.end.time).toBe(1000);
  });
  test('a branch is renamed and removed, its children hanging where it hung; both can be undone', () => {
    const timeline = forked();
    seekTime(timeline, 500);
    give(timeline, crash(2));
    renameBranch(timeline, 2, 'S2 first');
    const before = namesOf(timeline);
    expect(before).toEqual([
      { id: 1, parent: null, name: null },
      { id: 2, parent: 1, name: 'S2 first' },
      { id: 3, parent: 2, name: null },
    ]);
    removeBranch(timeline, 2);
    expect(namesOf(timeline)).toEqual([
      { id: 1, parent: null, name: null },
      { id: 3, parent: 1, name: null },
    ]);
    undo(timeline);
    expect(namesOf(timeline)).toEqual(before);
    undo(timeline);
    expect(namesOf(timeline)[1]).toMatchObject({ name: null });
  });
  test('the branch in hand cannot be removed', () => {
    const timeline = forked();
    removeBranch(timeline, 2);
    expect(namesOf(timeline)).toHaveLength(2);
  });
});

describe('undo', () => {
  test('takes an act back, and redo does it again', () => {
    const timeline = open();
    playTo(timeline, 600);
    const before = stateOf(timeline);
    give(timeline, crash(0));
    playTo(timeline, 800);
    const after = stateOf(timeline);
    expect(undo(timeline)).toBe(true);
    expect(stateOf(timeline)).toEqual(before);
    expect(undo(timeline)).toBe(false);
    expect(redo(timeline)).toBe(true);
    expect(stateOf(timeline)).toEqual(after);
    expect(redo(timeline)).toBe(false);
  });
  test('of an act in the past returns to the old future', () => {
    const timeline = forked();
    undo(timeline);
    expect(momentOf(timeline).time).toBe(300);
    expect(namesOf(timeline)).toHaveLength(1);
    expect(timeline.end.time).toBe(1000);
    expect(timeline.run.commands.map(({ command }) => command)).toEqual([crash(0)]);
  });
  test('whatever was done, in whatever order, taking it all back gives what was there, step by step', () => {
    const deed = fc.record({
      go: fc.integer({ min: 0, max: 900 }),
      server: fc.integer({ min: 0, max: 2 }),
      what: fc.constantFrom('act', 'act', 'act', 'switch', 'rename', 'remove'),
    });
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
        const timeline = open();
        playTo(timeline, 900);
        const seen: unknown[] = [];
        for (const { go, server, what } of deeds) {
          const { branches, lastId } = treeOf(timeline);
          const some = branches[go % branches.length]?.id ?? lastId;
          if (what === 'switch') {
            goToBranch(timeline, some);
            continue;
          }
          seekTime(timeline, go);
          const depth = timeline.done.length;
          const before = [stateOf(timeline), namesOf(timeline)];
          if (what === 'act') give(timeline, { type: 'timeout', server });
          else if (what === 'rename') renameBranch(timeline, some, `at ${go}`);
          else removeBranch(timeline, some);
          if (timeline.done.length > depth) seen.push(before);
        }
        for (const before of seen.reverse()) {
          undo(timeline);
          expect([stateOf(timeline), namesOf(timeline)]).toEqual(before);
        }
      }),
      { seed: 20_261_126, numRuns: 60 },
    );
  });
});

test('what was known further of a branch is forgotten with the undoing, and what comes then is written down', () => {
  const timeline = open();
  playTo(timeline, 500);
  annalsOf(timeline);
  seekTime(timeline, 300);
  give(timeline, crash(0));
  goToBranch(timeline, 1);
  playTo(timeline, 900);
  undo(timeline);
  seekEnd(timeline);
  expect(momentOf(timeline).time).toBe(500);
  give(timeline, crash(1));
  playTo(timeline, 900);
  const fresh = openTimeline(timeline.run);
  playTo(fresh, 900);
  const written = (one: Timeline) => {
    const annals = annalsOf(one);
    const seqs = Array.from({ length: annals.last }, (_, place) => annals.first + place);
    return seqs
      .filter((seq) => seq <= annals.last)
      .map((seq) => annalOf(annals, seq))
      .map(({ kind, server, time }) => `${time} ${kind} ${server}`);
  };
  expect(written(timeline)).toEqual(written(fresh));
  expect(written(timeline)).toContain('500 crash 1');
});
