/** Why, and why not: a learner asks, reads the reasons, goes to them, and tries what would have changed it. */
import type { Page } from '@playwright/test';
import { complaints } from './support/complaints.ts';
import { expect, test } from './support/fixtures.ts';
import {
  choose,
  commands,
  elect,
  leaders,
  logOf,
  openPaused,
  pause,
  playAt,
  server,
  set,
  stepUntil,
} from './support/lab.ts';

const panel = (page: Page) => page.getByRole('complementary', { name: 'Why' });
const answer = (page: Page) => panel(page).getByRole('status').first();
const names = ['S1', 'S2', 'S3', 'S4', 'S5'];

/** Puts `A=1` on the leader and two followers, loses the leader before it hears of it, and waits for the next one. */
async function inheritEntry(page: Page): Promise<string> {
  const old = await elect(page);
  await set(page, 'A', '1');
  const copies = page.getByRole('table', { name: 'Logs' }).getByRole('cell', { name: /A=1/ });
  await stepUntil(page, async () => (await copies.count()) === 3);
  await choose(page, server(page, old), 'Crash');
  return elect(page, old);
}

test('an entry on a majority that is not committed: asked, read, and tried otherwise', async ({
  page,
}) => {
  await openPaused(page);
  const leader = await inheritEntry(page);
  const cell = logOf(page, leader).getByRole('button', { name: 'Why is entry 1 not committed?' });
  await stepUntil(page, async () => {
    await cell.click();
    return ((await answer(page).textContent()) ?? '').includes('by counting');
  });
  await expect(answer(page)).toHaveText(
    `${leader} may not commit entry 1 by counting: it is of term 1, and ${leader} leads term 2.`,
  );
  await expect(panel(page)).toContainText('Figure 2, Leaders · rule 4, §5.4.2');
  await expect(panel(page)).toContainText(/knows of [345] copies on 5 servers: enough/);
  await expect(panel(page)).toContainText(
    `Had ${leader} taken a command in its own term 2, ${leader} would commit entry 1.`,
  );

  const moment = page.getByRole('region', { name: 'Time' });
  const asked = await moment.getByText(/^\d+\.\d{3} s$/).textContent();
  await panel(page)
    .getByRole('button', { name: /: S\d won term 2\.$/ })
    .click();
  await expect(page.getByRole('status', { name: 'What just happened' })).toContainText(
    'a majority: it leads term 2',
  );
  await panel(page)
    .getByRole('button', { name: /^Asked at/ })
    .click();
  await expect(moment).toContainText(asked ?? '');

  await panel(page).getByRole('button', { name: 'Try it' }).click();
  await expect(logOf(page, leader).getByRole('cell', { name: /A=1 committed/ })).toBeVisible();
  await expect(panel(page)).toContainText('You are on a branch of its own');
  await expect(page.getByRole('button', { name: 'Branch 2 of 2' })).toBeVisible();
  await panel(page).getByRole('button', { name: 'Take it back' }).click();
  await expect(logOf(page, leader).getByRole('cell', { name: /A=1 not committed/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Branch 2 of 2' })).toHaveCount(0);
});

test('a partition: why the client waits, why a server does not count, by button, menu and key', async ({
  page,
}) => {
  await openPaused(page);
  const leader = await elect(page);
  const others = names.filter((name) => name !== leader);
  for (const name of others.slice(0, 3)) await choose(page, server(page, name), 'Crash');
  await set(page, 'C', '3');
  await playAt(page, 'tenth');
  await expect(commands(page)).toContainText('only 2 of 5 can be reached');
  await pause(page);

  await commands(page)
    .getByRole('button', { name: /^Why\? c1/ })
    .click();
  await expect(answer(page)).toContainText('answers SET C 3 only once entry 1 is committed');
  await expect(panel(page)).toContainText(`${others[0]} is down.`);

  await choose(page, server(page, others[0] ?? ''), 'Why not otherwise?');
  await expect(answer(page)).toHaveText(`${others[0]} cannot lead: it does not run.`);
  await panel(page)
    .getByRole('button', { name: /^Does S\d count/ })
    .click();
  await expect(answer(page)).toContainText(`${leader} cannot count ${others[0]} for entry 1`);

  await page.getByRole('heading', { name: 'Quorate' }).click();
  await page.keyboard.press('e');
  await expect(answer(page)).toContainText(`${others[0]} is down`);
  await page.keyboard.press('Shift+e');
  await expect(answer(page)).toContainText('cannot lead');
  await panel(page).getByRole('button', { name: 'Try it' }).click();
  await expect(leaders(page)).toHaveAccessibleName(new RegExp(`^${others[0]}, leader`));
});

test('of what was just said', async ({ page }) => {
  await openPaused(page);
  await elect(page);
  await page.keyboard.press('Shift+ArrowLeft');
  await page
    .getByRole('button', { name: /^Why\? / })
    .first()
    .click();
  await expect(answer(page)).toHaveText(/leads term 1: 3 of 5 servers voted for it\.$/);
  await expect(panel(page)).toContainText('Figure 2, Candidates · rule 2, §5.2');
  await expect(panel(page).getByRole('listitem')).not.toHaveCount(0);
  expect(await complaints(page)).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the answer comes in a sheet', async ({ page }) => {
    await openPaused(page);
    await server(page, 'S1').tap();
    await page.getByRole('menuitem', { name: 'Why not otherwise?' }).tap();
    const sheet = page.getByRole('dialog', { name: 'Why' });
    await expect(sheet).toContainText('S1 does not lead');
    await sheet.getByRole('button', { name: 'Try it' }).tap();
    await page.keyboard.press('Escape');
    await expect(server(page, 'S1')).toHaveAccessibleName(/leader, term 1/);
  });
});

test('a link to an answer opens with the question that was chosen', async ({ page, context }) => {
  await openPaused(page);
  const leader = await elect(page);
  const other = names.find((name) => name !== leader) ?? '';
  await choose(page, server(page, other), 'Why not otherwise?');
  await panel(page)
    .getByRole('button', { name: `Why does ${other} not stand for election?` })
    .click();
  const said = (await answer(page).textContent()) ?? '';
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const link = await page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
  const theirs = await context.newPage();
  await theirs.goto(link);
  await expect(answer(theirs)).toHaveText(said);
  await expect(panel(theirs).getByRole('button', { pressed: true })).toHaveText(
    `Why does ${other} not stand for election?`,
  );
});
