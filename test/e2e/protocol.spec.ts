/** Membership, leadership transfer, snapshots, slow disks, reads, and rules that are off, as they are seen. */
import type { Page } from '@playwright/test';
import { complaints } from './support/complaints.ts';
import { expect, test } from './support/fixtures.ts';
import {
  choose,
  commands,
  elect,
  leaders,
  logOf,
  nameOf,
  narration,
  openPaused,
  pause,
  playAt,
  server,
  set,
  stepUntil,
} from './support/lab.ts';

const banner = (page: Page) => page.getByRole('status', { name: 'Modified Raft' });

test('a server is added through a joint configuration, and then it votes', async ({ page }) => {
  await openPaused(page);
  const leader = await elect(page);
  await page.getByRole('button', { name: 'Add S6' }).click();
  await expect(narration(page)).toContainText('appends a joint configuration');
  await expect(logOf(page, leader)).toContainText('old+new');
  await expect(server(page, 'S6')).toHaveAccessibleName(/^S6, follower, term 0/);
  await stepUntil(
    page,
    async () => (await logOf(page, 'S6').textContent())?.includes('+S6') ?? false,
  );
  await choose(page, server(page, leader), 'Crash');
  await choose(page, server(page, 'S6'), 'Time out');
  await expect(server(page, 'S6')).toHaveAccessibleName(/candidate, .*1 of 4 votes needed/);
  await stepUntil(page, () => leaders(page).isVisible());
  expect(await nameOf(leaders(page))).toBe('S6');
});

test('under a joint configuration a command shows both bodies of voters', async ({ page }) => {
  await openPaused(page);
  await elect(page);
  await page.getByRole('button', { name: 'Add S6' }).click();
  await set(page, 'x', '1');
  const line = commands(page).getByRole('listitem');
  await expect(line.getByRole('img', { name: '1 of 5 old, 3 needed' })).toBeVisible();
  await expect(line.getByRole('img', { name: '1 of 6 new, 4 needed' })).toBeVisible();
});

test('a learner joins, is promoted, and a removed server is outside; a second change is refused', async ({
  page,
}) => {
  await openPaused(page);
  const leader = await elect(page);
  await choose(page, server(page, leader), 'Add S6 as a learner');
  await expect(server(page, 'S6')).toHaveAccessibleName(/^S6, learner/);
  await server(page, 'S6').press('Enter');
  await expect(page.getByRole('menuitem', { name: /^Promote to a voter/ })).toContainText(
    'a change is under way',
  );
  await page.getByRole('menuitem', { name: /^Promote to a voter/ }).click();
  await expect(narration(page)).toContainText('the change before it is not complete');
  await stepUntil(
    page,
    async () => (await logOf(page, 'S6').textContent())?.includes('+S6 L') ?? false,
  );
  await playAt(page, 'half');
  await expect(page.getByRole('region', { name: 'Time' })).toContainText(/event \d\d\d/);
  await pause(page);
  await choose(page, server(page, 'S6'), 'Remove from the cluster');
  await expect(server(page, 'S6')).toHaveAccessibleName(/not in the configuration/);
});

test('leadership goes to the server of one’s choice', async ({ page }) => {
  await openPaused(page);
  const leader = await elect(page);
  const other = leader === 'S1' ? 'S2' : 'S1';
  await choose(page, server(page, other), 'Make it the leader');
  await expect(narration(page)).toContainText(`hands leadership to ${other}`);
  await stepUntil(
    page,
    async () => (await server(page, other).getAttribute('aria-label'))?.includes('leader') ?? false,
  );
  await expect(server(page, other)).toHaveAccessibleName(/leader, term 2/);
});

test('by keyboard: N adds, Shift+L hands over, Shift+N removes, R opens the rules', async ({
  page,
}) => {
  await openPaused(page);
  const leader = await elect(page);
  const other = leader === 'S1' ? '2' : '1';
  await page.getByRole('heading', { name: 'Quorate' }).click();
  await page.keyboard.press('n');
  await expect(server(page, 'S6')).toBeVisible();
  await page.keyboard.press('Shift+N');
  await expect(page.getByRole('alert')).toContainText('Select a server first');
  await page.keyboard.press(other);
  await page.keyboard.press('Shift+L');
  await expect(narration(page)).toContainText(`S${other}`);
  await page.keyboard.press('r');
  await expect(page.getByRole('complementary', { name: 'Break Raft' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toHaveCount(0);
});

test('a snapshot is one block up to its index, and the inspector names it', async ({ page }) => {
  await openPaused(page);
  const leader = await elect(page);
  await set(page, 'x', '1');
  await set(page, 'y', '2');
  await stepUntil(page, () => commands(page).getByText('answered: done').isVisible());
  await choose(page, server(page, leader), /^Take a snapshot/);
  const cell = logOf(page, leader).getByRole('cell', { name: /snapshot through 2, term 1/ });
  await expect(cell).toHaveAttribute('colspan', '2');
  await expect(narration(page)).toContainText('keeps a snapshot instead of its log');
  await choose(page, server(page, leader), 'Inspect');
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText(
    'through 2, term 1',
  );
});

test('options change in a run: a slow disk marks what is not durable yet', async ({ page }) => {
  await openPaused(page);
  const leader = await elect(page);
  await page.getByRole('button', { name: 'Conditions', exact: true }).click();
  await page.getByRole('slider', { name: 'Disk latency' }).fill('50');
  await set(page, 'x', '1');
  await expect(logOf(page, leader).getByRole('cell', { name: /not durable yet/ })).toBeVisible();
  await choose(page, server(page, leader), 'Inspect');
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText(
    '0 of 1 entries durable',
  );
});

test('options change in a run: a read by rounds says what it waits for', async ({ page }) => {
  await openPaused(page);
  const leader = await elect(page);
  await set(page, 'x', '1');
  await stepUntil(page, () => commands(page).getByText('answered: done').isVisible());
  await page.getByRole('button', { name: 'Conditions', exact: true }).click();
  await page
    .getByRole('combobox', { name: 'GET is served' })
    .selectOption('After a round of heartbeats');
  await page.getByRole('button', { name: 'GET', exact: true }).click();
  await expect(commands(page)).toContainText(
    `waiting for a round to confirm that ${leader} still leads`,
  );
  await stepUntil(page, () => commands(page).getByText('answered: 1').isVisible());
});

test('a server comes back without its log, and with an empty disk', async ({ page }) => {
  await openPaused(page);
  const leader = await elect(page);
  await choose(page, server(page, leader), 'Crash');
  await choose(page, server(page, leader), 'Restart with an empty disk');
  await expect(server(page, leader)).toHaveAccessibleName(/follower, term 0, running/);
});

test('a rule that is off shows a banner, here, after a reload, and in a copied run', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPaused(page);
  await expect(banner(page)).toHaveCount(0);
  await page.keyboard.press('r');
  const rule = page.getByRole('switch', { name: 'Count replicas of the current term only' });
  await rule.uncheck();
  await expect(banner(page)).toContainText('Modified Raft: commit.currentTerm is off');
  await page.reload();
  await expect(banner(page)).toContainText('commit.currentTerm');
  await page.getByRole('button', { name: 'Conditions', exact: true }).click();
  await page.getByRole('button', { name: 'Copy this run' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(copied)).toMatchObject({
    about: 'Modified Raft: commit.currentTerm is off',
    rulesOff: ['commit.currentTerm'],
  });
  await banner(page).getByRole('button', { name: 'Rules' }).click();
  await page.getByRole('button', { name: 'All rules on' }).click();
  await expect(banner(page)).toHaveCount(0);
  await expect(rule).toBeChecked();
});

test('a profile is one choice, and a clock can run fast', async ({ page }) => {
  await openPaused(page);
  await page.getByRole('button', { name: 'Conditions', exact: true }).click();
  const profile = page.getByRole('combobox', { name: 'Profile' });
  await profile.selectOption('Production');
  await expect(page.getByRole('switch', { name: /PreVote/ })).toBeChecked();
  await expect(page.getByRole('combobox', { name: 'GET is served' })).toHaveValue('readIndex');
  await page.getByText('Clocks', { exact: true }).click();
  await page.getByRole('slider', { name: 'Clock of S2' }).fill('8');
  await expect(profile).toHaveValue('own');
  await choose(page, server(page, 'S1'), 'Time out');
  await expect(server(page, 'S1')).toHaveAccessibleName(/^S1, pre-candidate, .*pre-votes needed/);
});

for (const theme of ['light', 'dark'] as const) {
  test(`nothing for axe to complain of while a rule is off, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openPaused(page);
    await page.keyboard.press('r');
    await page.getByRole('switch', { name: 'One vote a term' }).uncheck();
    expect(await complaints(page)).toEqual([]);
    await page.getByRole('button', { name: 'Conditions', exact: true }).click();
    await expect(page.getByRole('combobox', { name: 'Profile' })).toBeVisible();
    expect(await complaints(page)).toEqual([]);
  });

  test(`nothing for axe to complain of while a crew changes, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openPaused(page);
    const leader = await elect(page);
    await page.getByRole('button', { name: 'Add S6' }).click();
    await page.getByRole('button', { name: 'SET', exact: true }).click();
    await server(page, leader).press('Enter');
    await expect(page.getByRole('menu')).toBeVisible();
    expect(await complaints(page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'Inspect' }).click();
    await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('majority');
    expect(await complaints(page)).toEqual([]);
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the banner stands there too, and rules have a sheet of their own', async ({ page }) => {
    await openPaused(page);
    await page.keyboard.press('r');
    await page.getByRole('switch', { name: 'One vote a term' }).uncheck();
    expect(await complaints(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(banner(page)).toContainText('vote.onePerTerm is off');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBe(390);
    expect(await complaints(page)).toEqual([]);
  });
});
