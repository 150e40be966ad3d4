/** A link carries how a run is looked at, and what comes with one is looked at before it is believed. */
import { expect, test } from 'vitest';
import { plainSetup, profiles } from '../../src/sim/index.ts';
import { lookAs, lookOf } from '../../src/store/index.ts';
import { runOf } from '../../src/timeline/index.ts';
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
