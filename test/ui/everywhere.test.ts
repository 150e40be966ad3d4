/** Every act is everywhere: its key, its entry in menus and lists, its button and its name in the palette. */
import { expect, test } from 'vitest';
import { inFlight, plainSetup, profiles } from '../../src/sim/index.ts';
import { runOf } from '../../src/timeline/index.ts';
import type { Lab } from '../../src/ui/hooks/lab.ts';
import { messageVerbs, readingVerbs } from '../../src/ui/messages/messageVerbs.ts';
import { type Action, actionsOf } from '../../src/ui/palette/actions.ts';
import { found, shownOf } from '../../src/ui/palette/find.ts';
import { acts, noActs, shortcuts } from '../../src/ui/shortcuts/table.ts';
import { linkVerbs } from '../../src/ui/stage/linkVerbs.ts';
import { serverVerbs } from '../../src/ui/stage/serverVerbs.ts';
import { keys } from '../../src/words/index.ts';
import { labOf } from '../support/lab.ts';

const worldOf = ({ session }: Lab) => session.store.getState().timeline.world;

/** S5 leads three others, and messages are on their way. */
function led(servers = 5): Lab {
  const lab = labOf(runOf(plainSetup(servers, 7, profiles.paper)));
  lab.session.seek(400);
  while (inFlight(worldOf(lab)).length === 0) lab.session.next();
  return lab;
}

const texts = (actions: readonly Action[]): readonly string[] => actions.map(({ text }) => text);
const find = (lab: Lab, typed: string) => texts(found(actionsOf(lab), typed));

test('every sentence of the help has a key, and every key a sentence of its own', () => {
  expect(shortcuts.map(({ id }) => id).toSorted()).toEqual(Object.keys(keys.does).toSorted());
  expect(new Set(Object.values(keys.does)).size).toBe(shortcuts.length);
  const heard = shortcuts.flatMap((shortcut) => shortcut.heard.map((key) => key.toLowerCase()));
  expect(new Set(heard).size).toBe(heard.length);
  for (const { shown } of shortcuts) expect(shown.length).toBeGreaterThan(0);
});

test('what a key does is in the list that the menu, the help and the palette are made of', () => {
  expect(shortcuts.filter((one) => !acts.includes(one)).map(({ id }) => id)).toEqual([...noActs]);
  const named = new Set(actionsOf(led()).map(({ id }) => id));
  const missing = acts.filter(({ id }) => !named.has(id)).map(({ id }) => id);
  expect(missing).toEqual(['palette']);
  for (const { group } of acts) expect(keys.groups[group]).toBeDefined();
});

test('every verb of a server, a link and a message that its menu has, the palette has', () => {
  const lab = led(3);
  lab.session.do({ type: 'crash', server: 0 });
  lab.session.do({ type: 'cut', links: [[1, 2]] });
  const [envelope] = inFlight(worldOf(lab));
  const named = new Set(actionsOf(lab).map(({ id }) => id));
  for (const server of [0, 1, 2])
    for (const { id, isPossible } of serverVerbs(lab, server))
      expect([id, named.has(`${id} ${server}`)]).toEqual([id, isPossible]);
  for (const { id, isPossible } of linkVerbs(lab, 1, 2))
    expect([id, named.has(`${id} 1-2`)]).toEqual([id, isPossible]);
  for (const { id } of [...messageVerbs(lab, envelope!), ...readingVerbs(lab, envelope!.id)])
    expect([id, named.has(`${id} ${envelope!.id}`)]).toEqual([id, true]);
});

test('a verb that shows a key shows one that is in the table', () => {
  const lab = led(3);
  lab.session.do({ type: 'crash', server: 0 });
  const shown = new Set(
    shortcuts.flatMap((one) => one.shown.map((key) => key.replace('Shift ', '⇧'))),
  );
  const [envelope] = inFlight(worldOf(lab));
  const verbs = [0, 1].flatMap((server) => serverVerbs(lab, server));
  for (const { id, hint } of [
    ...verbs,
    ...messageVerbs(lab, envelope!),
    ...readingVerbs(lab, envelope!.id),
  ])
    if (hint !== undefined)
      expect([id, shown.has(hint.replace('Shift ', '⇧'))]).toEqual([id, true]);
});

test('typed words find an act in any order, and a word mistyped still does', () => {
  const lab = led();
  expect(find(lab, 'crash s3')).toEqual(['S3: Crash']);
  expect(find(lab, 's3 cra')).toEqual(['S3: Crash']);
  expect(find(lab, 'cut S1–S2')).toEqual([
    'Cut S1–S2, both ways',
    'Cut S1→S2, one way',
    'Cut S2→S1, one way',
  ]);
  expect(find(lab, 'heal')).toContain('Heal all links');
  expect(find(lab, 'crsh s3')).toEqual(['S3: Crash']);
  expect(find(lab, 'no such thing at all')).toEqual([]);
});

test('a message on its way is dropped by its name', () => {
  const lab = led();
  const { message, id } = inFlight(worldOf(lab))[0]!;
  const [from, to] = [message.from + 1, message.to + 1];
  const [drop] = found(actionsOf(lab), `drop s${from} s${to}`);
  expect(drop?.text).toMatch(new RegExp(`^Drop \\w+ S${from}→S${to}$`));
  drop?.run();
  expect(inFlight(worldOf(lab)).map((one) => one.id)).not.toContain(id);
});

test('with 200 messages on their way a key typed draws no more rows than with a few', () => {
  const lab = labOf(runOf(plainSetup(5, 7, { ...profiles.paper, latencyMs: [4000, 5000] })));
  while (inFlight(worldOf(lab)).length < 200) lab.session.next();
  const actions = actionsOf(lab);
  expect(actions.length).toBeGreaterThan(200 * 7);
  const drawn = (typed: string): number =>
    shownOf(found(actions, typed)).reduce((sum, one) => sum + one.actions.length, 0);
  expect(drawn('')).toBeLessThan(200);
  expect(drawn('drop')).toBeLessThan(30);
  const [group] = shownOf(found(actions, 'drop RequestVote'));
  expect(group).toMatchObject({ group: 'messages' });
  expect((group?.actions.length ?? 0) + (group?.more ?? 0)).toBeGreaterThan(100);
});
