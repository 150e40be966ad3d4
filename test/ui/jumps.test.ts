/** From mark to mark: each kind has its two ways, by name, by letter and from the list, and says where there is none. */
import { expect, test } from 'vitest';
import { plainSetup, profiles } from '../../src/sim/index.ts';
import { type Jump, jumps } from '../../src/store/index.ts';
import { landmarksBetween, momentOf, runOf } from '../../src/timeline/index.ts';
import { leapBy } from '../../src/ui/dialogs/JumpList.tsx';
import type { Lab } from '../../src/ui/hooks/lab.ts';
import { actionsOf } from '../../src/ui/palette/actions.ts';
import { jumpRows, leap } from '../../src/ui/shortcuts/jumpKeys.ts';
import { goTo, keys, misses } from '../../src/words/index.ts';
import { labOf } from '../support/lab.ts';

const timelineOf = ({ session }: Lab) => session.store.getState().timeline;
const troubleOf = ({ session }: Lab) => session.store.getState().trouble;

/** A leader dies with a command on its way, and another takes over; nothing breaks. */
function eventful(): Lab {
  const lab = labOf(runOf(plainSetup(5, 7, profiles.paper)));
  const { session } = lab;
  const request = { client: 'c1', operation: { type: 'set', key: 'A', value: '1' } } as const;
  session.seek(400);
  session.do({ type: 'request', ...request });
  session.seek(600);
  session.do({ type: 'crash', server: timelineOf(lab).world.servers.findIndex(isLeader) });
  session.seek(2000);
  return lab;
}

const isLeader = ({ role }: { readonly role: string }): boolean => role === 'leader';

/** The events of the landmarks of a kind. */
const seqsOf = (lab: Lab, jump: Jump): readonly number[] =>
  landmarksBetween(timelineOf(lab).chronicle)
    .filter(({ kind }) => (jumps[jump] as readonly string[]).includes(kind))
    .map(({ seq }) => seq);

const press = (key: string, shiftKey = false) =>
  ({ key, shiftKey, ctrlKey: false, metaKey: false, altKey: false }) as Parameters<
    typeof leapBy
  >[1];

test('every kind of mark has a row, a letter of its own, and its two names', () => {
  expect(jumpRows.map(({ jump }) => jump).toSorted()).toEqual(Object.keys(jumps).toSorted());
  expect(new Set(jumpRows.map(({ letter }) => letter)).size).toBe(jumpRows.length);
  const named = actionsOf(eventful()).map(({ text }) => text);
  for (const { jump, ids } of jumpRows) {
    expect(goTo.kinds[jump]).toBeDefined();
    for (const id of ids) expect(named).toContain(keys.does[id]);
  }
});

test.each(['elected', 'commit', 'fault', 'term', 'client'] as const)(
  'from %s to the next by its letter and back with Shift, to each in its order',
  (jump) => {
    const lab = eventful();
    const { letter = '' } = jumpRows.find((row) => row.jump === jump) ?? {};
    const seqs = seqsOf(lab, jump);
    expect(seqs).not.toEqual([]);
    lab.session.seekStart();
    for (const seq of seqs) {
      expect(leapBy(lab, press(letter.toLowerCase()))).toBe(true);
      expect(momentOf(timelineOf(lab)).seq).toBe(seq);
    }
    leapBy(lab, press(letter.toLowerCase()));
    expect(troubleOf(lab)).toBe(misses.noMarkAhead);
    for (const seq of seqs.slice(0, -1).toReversed()) {
      leapBy(lab, press(letter, true));
      expect(momentOf(timelineOf(lab)).seq).toBe(seq);
    }
  },
);

test('where there is none nothing moves, and a sentence says so', () => {
  const lab = eventful();
  const before = momentOf(timelineOf(lab));
  leap(lab, -1, 'violation');
  expect(troubleOf(lab)).toBe(misses.noMarkBefore);
  leap(lab, 1, 'violation');
  expect(troubleOf(lab)).toBe(misses.noMarkAhead);
  expect(momentOf(timelineOf(lab))).toEqual(before);
});

test('figures are typed, and letters are heard only where a reader wants them to be', () => {
  const lab = eventful();
  expect(leapBy(lab, press('4'))).toBe(false);
  expect(leapBy(lab, { ...press('c'), ctrlKey: true })).toBe(false);
  lab.view.prefer({ hasLetterKeys: false });
  expect(leapBy(lab, press('c'))).toBe(false);
});
