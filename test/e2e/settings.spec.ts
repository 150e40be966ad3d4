/** What a reader sets once and for all, and the story as a text. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { elect, narration, openPaused, server } from './support/lab.ts';

/** A letter of another layout than the runner's. */
const pressLetter = (page: Page, key: string): Promise<void> =>
  page.evaluate((letter) => {
    const event = new KeyboardEvent('keydown', { key: letter, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
  }, key);

test('a key is put in the place of another, kept, and given back', async ({ page }) => {
  await openPaused(page);
  await page.keyboard.press('Shift+S');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('button', { name: /^Crash or restart the selected server: X/ }).click();
  await page.keyboard.press('t');
  await expect(settings).toContainText('t is taken: Time out the selected server.');
  await settings.getByRole('button', { name: /^Crash or restart the selected server: X/ }).click();
  await pressLetter(page, 'ö');
  await expect(
    settings.getByRole('button', { name: 'Crash or restart the selected server: Ö. Change' }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(server(page, 'S2')).toBeVisible();
  await page.keyboard.press('2');
  await page.keyboard.press('x');
  await expect(server(page, 'S2')).toHaveAccessibleName(/running/);
  await pressLetter(page, 'ö');
  await expect(server(page, 'S2')).toHaveAccessibleName(/crashed/);
  // Letters of other alphabets are keys like any other.
  await page.keyboard.press('Shift+S');
  await settings.getByRole('button', { name: /^Crash or restart the selected server: Ö/ }).click();
  await pressLetter(page, 'ф');
  await page.keyboard.press('Escape');
  await pressLetter(page, 'ф');
  await expect(server(page, 'S2')).toHaveAccessibleName(/running/);
  await page.keyboard.press('Shift+S');
  await settings.getByRole('button', { name: 'All keys as they were' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('x');
  await expect(server(page, 'S2')).toHaveAccessibleName(/crashed/);
});

test('who wants no motion says so here, and stepping tells the same', async ({ page }) => {
  await openPaused(page);
  await page.keyboard.press('Shift+S');
  await page.getByRole('combobox', { name: 'Motion' }).selectOption('still');
  await page.keyboard.press('Escape');
  await expect(page.locator('html')).toHaveAttribute('data-motion', 'still');
  await expect(page.locator('.stage')).toHaveClass(/still/);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Next event' }).click();
  await expect(narration(page)).not.toBeEmpty();
});

test('the story so far can be read as a text', async ({ page }) => {
  await openPaused(page);
  const leader = await elect(page);
  await page.keyboard.press('Shift+V');
  const text = page.getByRole('textbox', { name: 'Transcript of the run' });
  await expect(text).toHaveValue(
    new RegExp(`${leader} has three of five votes, a majority: it leads term 1`),
  );
  await expect(text).toHaveValue(/stands for election in term 1.*\[Figure 2, Followers/s);
});
