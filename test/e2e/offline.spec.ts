/** Once it is loaded the page asks for nothing, whatever is opened, and goes on where the network is gone. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { choose, everythingHere, openPaused, server } from './support/lab.ts';

async function openMenusAndPanels(page: Page): Promise<void> {
  await choose(page, server(page, 'S1'), 'Crash');
  await expect(server(page, 'S1')).toHaveAccessibleName(/^S1, crashed/);
  const link = page.getByRole('button', { name: /^Link S2–S3/ });
  await choose(page, link, 'Cut both ways');
  await expect(link).toHaveAccessibleName('Link S2–S3, cut');
  await page.getByRole('button', { name: 'Conditions', exact: true }).click();
  await expect(page.getByRole('slider', { name: 'Heartbeat interval' })).toBeVisible();
  await choose(page, server(page, 'S2'), 'Inspect');
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('currentTerm');
}

async function openDialogs(page: Page): Promise<void> {
  const titles = { 'Shift+P': 'Partition the cluster', g: 'Go to a time or a mark', '?': 'Help' };
  for (const [key, name] of Object.entries(titles)) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
}

async function openLessons(page: Page): Promise<void> {
  const picker = page.getByRole('combobox', { name: 'Scenario' });
  const lessons = await picker.getByRole('option', { name: /^Lesson / }).allTextContents();
  expect(lessons.length).toBeGreaterThan(0);
  // All come by the same way: some of each part stand for the rest.
  for (const label of lessons.filter((_, at) => at % 5 === 0)) {
    await picker.selectOption({ label });
    await expect(picker.getByRole('option', { name: label, selected: true })).toBeAttached();
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
}

test('opens every menu, panel, dialog and lesson without asking for anything', async ({
  page,
  context,
}) => {
  await openPaused(page);
  await everythingHere(page);
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  await context.setOffline(true);
  await openMenusAndPanels(page);
  await openDialogs(page);
  await openLessons(page);
  expect(asked).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('opens the sheet without asking for anything', async ({ page, context }) => {
    await openPaused(page);
    await everythingHere(page);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Clients, links and settings' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  });
});
