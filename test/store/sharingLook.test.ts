/** A link carries how a run is looked at, and what comes with one is looked at before it is believed. */
import { expect, test } from 'vitest';
import { plainSetup, profiles } from '../../src/sim/index.ts';
import { lookAs, lookOf } from '../../src/store/index.ts';
import { loadWhy, runOf, type Subject } from '../../src/timeline/index.ts';
import type { Lab } from '../../src/ui/hooks/lab.ts';
import { labOf } from '../support/lab.ts';

function played(): Lab {
  const lab = labOf(runOf(plainSetup(5, 7, profiles.paper)));
  lab.session.seek(400);
  return lab;
}

/** What a second page shows that was opened from the first one's link. */
function reopened({ session, view }: Lab): Lab {
  const other = played();
  lookAs(other.session, other.view, lookOf(view, session.store.getState().speed));
  return other;
}

test('panel, selection, diagram, axis, window and speed arrive; the theme does not', () => {
  const lab = played();
  const { view, session } = lab;
  view.open('figure2');
  view.select({ kind: 'link', a: 1, b: 3 });
  view.showDiagram('full');
  view.lens.setState({ axis: 'logical', window: { from: 3.25, to: 17.5 } });
  view.prefer({ theme: 'dark' });
  session.setSpeed(1 / 10);
  const other = reopened(lab);
  expect(other.view.store.getState()).toMatchObject({
    panel: 'figure2',
    selection: { kind: 'link', a: 1, b: 3 },
    diagram: 'full',
    theme: null,
  });
  expect(other.view.lens.getState()).toMatchObject({
    axis: 'logical',
    window: { from: 3.25, to: 17.5 },
  });
  expect(other.session.store.getState().speed).toBe(1 / 10);
});

test.each([
  { kind: 'server', server: 4 },
  { kind: 'message', message: 12 },
  { kind: 'event', seq: 9, server: 0 },
] as const)('a selected $kind arrives', (selection) => {
  const lab = played();
  lab.view.select(selection);
  expect(reopened(lab).view.store.getState().selection).toMatchObject({
    ...selection,
    ...('seq' in selection ? { server: expect.anything() } : null),
  });
});

test('the dialog that makes the link is not what is shared, but the panel it came over', () => {
  const lab = played();
  lab.view.open('conditions');
  lab.view.open('share');
  expect(reopened(lab).view.store.getState().panel).toBe('conditions');
  lab.view.close();
  expect(lab.view.store.getState().panel).toBe('conditions');
});

const subjects: readonly Subject[] = [
  { kind: 'server', server: 2 },
  { kind: 'entry', server: 0, index: 1 },
  { kind: 'client', client: 'a. client' },
  { kind: 'message', message: 12 },
  { kind: 'event', seq: 9 },
  { kind: 'cluster' },
];

test.each(subjects)('a question about a $kind arrives', (subject) => {
  const [lab, other] = [played(), played()];
  for (const { session } of [lab, other])
    session.do({ type: 'request', client: 'a. client', operation: { type: 'get', key: 'A' } });
  lab.view.ask(subject, true);
  lookAs(other.session, other.view, lookOf(lab.view, 1));
  expect(other.view.store.getState()).toMatchObject({
    panel: 'why',
    asked: { subject, isWhyNot: true, chosen: null },
  });
});

test('of several questions the one that was chosen arrives', async () => {
  const { questionKey, questionsAt } = await loadWhy();
  const lab = played();
  const subject = { kind: 'server', server: 2 } as const;
  const [, , last] = questionsAt(lab.session.store.getState().timeline, subject);
  expect(last).toMatchObject({ kind: 'doesNotStand' });
  const chosen = questionKey(last as NonNullable<typeof last>);
  lab.view.ask(subject, false, chosen);
  const other = reopened(lab);
  expect(other.view.store.getState().asked).toMatchObject({ subject, chosen });
  const found = questionsAt(other.session.store.getState().timeline, subject);
  expect(found.filter((question) => questionKey(question) === chosen)).toEqual([last]);
});

test('a question that is not open does not arrive', () => {
  const lab = played();
  lab.view.ask({ kind: 'cluster' }, true);
  lab.view.open('figure2');
  const { panel, asked } = reopened(lab).view.store.getState();
  expect([panel, asked]).toEqual(['figure2', null]);
});

test.each([
  'server.77',
  'server.-1',
  'entry.0.x',
  'entry.9.1',
  'client.nobody',
  'message.x',
  'event.1000000000',
  'toString.1',
  '',
  7,
])('no question is asked about %o', (about) => {
  const lab = played();
  const before = lab.view.store.getState();
  lookAs(lab.session, lab.view, { about, why: 'so' });
  expect(lab.view.store.getState()).toEqual(before);
});

test('what makes no sense in the run is left as it is', () => {
  const lab = played();
  const before = lab.view.store.getState();
  const { speed } = lab.session.store.getState();
  lookAs(lab.session, lab.view, {
    panel: 'why',
    server: 77,
    event: 1e9,
    link: '3-1',
    diagram: 'closed',
    axis: 'sideways',
    from: 5,
    to: 5,
    speed: -1,
  });
  expect(lab.view.store.getState()).toEqual(before);
  expect(lab.view.lens.getState()).toMatchObject({ axis: 'physical', window: null });
  expect(lab.session.store.getState().speed).toBe(speed);
});
