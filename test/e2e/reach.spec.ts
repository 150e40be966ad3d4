/** For everybody: by keyboard alone, on a phone, and with nothing that axe would complain of. */
import type { Page } from '@playwright/test';
import { complaints } from './support/complaints.ts';
import { expect, test } from './support/fixtures.ts';
import {
  commands,
  elect,
  leaders,
  logOf,
  openPaused,
  pause,
  server,
  stepUntil,
} from './support/lab.ts';

test('a whole story by keyboard alone', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  await page.keyboard.press('k');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await page.keyboard.press('2');
  await page.keyboard.press('t');
  await expect(server(page, 'S2')).toHaveAccessibleName(/candidate, term 1/);
  for (let step = 0; step < 40 && (await leaders(page).count()) === 0; step += 1) {
    await page.keyboard.press('ArrowRight');
  }
  await expect(server(page, 'S2')).toHaveAccessibleName(/leader, term 1/);
  await page.keyboard.press('c');
  await expect(page.getByRole('textbox', { name: 'Key' })).toBeFocused();
  await page.keyboard.type('x');
  await page.keyboard.press('Enter');
  await expect(logOf(page, 'S2')).toContainText('x=1');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Quorate' }).click();
  await page.keyboard.press('x');
  await expect(server(page, 'S2')).toHaveAccessibleName(/crashed/);
  await expect(commands(page)).toContainText('which is down');
  await page.keyboard.press('x');
  await expect(server(page, 'S2')).toHaveAccessibleName(/follower/);
  await page.keyboard.press('i');
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('currentTerm');
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Help' });
  await expect(help).toContainText('Next important event');
  await expect(help).toContainText('Drag around servers');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Home');
  await expect(page.getByRole('region', { name: 'Time' })).toContainText('0.000 s');
});

test('single characters can be turned off, and stay so', async ({ page }) => {
  await openPaused(page);
  await page.keyboard.press('?');
  const letters = page.getByRole('switch', { name: /Single letters/ });
  await letters.uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+P');
  await page.keyboard.press('?');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.reload();
  await page.getByRole('button', { name: 'Help' }).click();
  await expect(letters).not.toBeChecked();
  await letters.check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+P');
  await expect(page.getByRole('dialog', { name: 'Partition the cluster' })).toBeVisible();
});

test('at four times the size everything can still be come to', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto('./');
  await server(page, 'S5').scrollIntoViewIfNeeded();
  await expect(server(page, 'S5')).toBeInViewport({ ratio: 1 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBe(320);
  // A menu that is longer than the page is scrolled in itself.
  await server(page, 'S5').press('Enter');
  const last = page.getByRole('menuitem').last();
  await last.hover();
  await expect(last).toBeInViewport({ ratio: 1 });
});

test('the ring is one tab stop, with arrows inside; skip links come first', async ({ page }) => {
  await openPaused(page);
  await page.reload();
  // A kept run is read before anything is drawn, and what is not there cannot be come to.
  await expect(page.getByRole('table', { name: 'Logs' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Servers' })).toBeFocused();
  await server(page, 'S1').focus();
  await page.keyboard.press('ArrowRight');
  await expect(server(page, 'S2')).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
});

test('the inspector reads a leader and a message', async ({ page }) => {
  await openPaused(page);
  const leader = await elect(page);
  await server(page, leader).press('Enter');
  await page.getByRole('menuitem', { name: 'Inspect' }).click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector).toContainText('nextIndex');
  const message = inspector.getByRole('button', { name: /AppendEntries/ }).first();
  await stepUntil(page, () => message.isVisible());
  await message.click();
  await expect(inspector).toContainText('prevLogIndex');
  await expect(inspector).toContainText('leaderCommit');
});

for (const theme of ['light', 'dark'] as const) {
  test(`nothing for axe to complain of, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openPaused(page);
    await elect(page);
    await page.getByRole('button', { name: 'SET', exact: true }).click();
    await page.getByRole('button', { name: 'Conditions', exact: true }).click();
    await expect(page.getByRole('slider', { name: 'Message loss' })).toBeVisible();
    expect(await complaints(page)).toEqual([]);
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('servers are rows, everything else is in the sheet, nothing scrolls sideways', async ({
    page,
  }) => {
    await openPaused(page);
    await playAtFromSheet(page);
    await expect(leaders(page)).toHaveCount(1);
    await pause(page);
    await page.getByRole('button', { name: 'Clients, links and settings' }).click();
    await page.getByRole('button', { name: 'SET', exact: true }).click();
    await expect(commands(page)).toContainText('waiting for a majority');
    expect(await complaints(page)).toEqual([]);
    // The menu of a link hangs over the sheet, whole.
    const cut = page.getByRole('button', { name: /^Link S1–S3, / });
    await cut.tap();
    const verb = page.getByRole('menuitem', { name: 'Cut both ways', exact: true });
    await expect(verb).toBeInViewport({ ratio: 1 });
    await verb.tap();
    await expect(cut).toHaveAccessibleName('Link S1–S3, cut');
    await page.keyboard.press('Escape');
    // Who waits is seen where the sheet is closed, too.
    const now = page.getByRole('list', { name: 'Cut, and waiting' });
    await expect(now).toContainText('waiting for a majority');
    await expect(now).toContainText('1 link cut');
    await expect(now).toBeInViewport({ ratio: 1 });
    await server(page, 'S1').tap();
    await page.getByRole('menuitem', { name: 'Crash' }).tap();
    await expect(server(page, 'S1')).toHaveAccessibleName(/crashed/);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBe(390);
    expect(await complaints(page)).toEqual([]);
  });

  async function playAtFromSheet(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Clients, links and settings' }).click();
    await page.getByRole('slider', { name: 'Speed' }).fill('8');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
  }
});
