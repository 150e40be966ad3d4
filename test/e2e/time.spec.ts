/** Time is a place one can go to: steps forward and back, restarts, and a run that survives a reload. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { elect, logOf, openPaused, pause, playAt, set } from './support/lab.ts';

/** Everything that can be read of the moment. */
const read = (page: Page): Promise<string> => page.locator('body').ariaSnapshot();

test('forward and back again is where one was', async ({ page }) => {
  await openPaused(page);
  await elect(page);
  await page.getByRole('button', { name: 'Next event' }).click();
  const before = await read(page);
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('.');
  await expect.poll(() => read(page)).not.toBe(before);
  for (let step = 0; step < 5; step += 1) await page.keyboard.press(',');
  await expect.poll(() => read(page)).toBe(before);
});

test('the run in hand survives a reload, where it stood', async ({ page }) => {
  await openPaused(page);
  const leader = await elect(page);
  await set(page, 'K', '9');
  await page.getByRole('button', { name: 'Next event' }).click();
  await expect(logOf(page, leader)).toContainText('K=9');
  const time = await page.getByRole('slider', { name: 'Timeline' }).getAttribute('aria-valuetext');
  await page.reload();
  await expect(logOf(page, leader)).toContainText('K=9');
  await expect(page.getByRole('slider', { name: 'Timeline' })).toHaveAttribute(
    'aria-valuetext',
    time ?? '',
  );
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});

test('a kept run that cannot be read is replaced by a new one, with a sentence', async ({
  page,
}) => {
  await openPaused(page);
  await page.getByRole('button', { name: 'Next event' }).click();
  await page.goto('./favicon.svg');
  await page.evaluate(() => localStorage.setItem('quorate.run', '{"run":"{"}'));
  await page.goto('./');
  await expect(page.getByRole('alert')).toContainText('could not be read again');
});

test('the timeline, the speed and the restart', async ({ page }) => {
  await openPaused(page);
  await elect(page);
  const timeline = page.getByRole('slider', { name: 'Timeline' });
  await timeline.fill('100');
  await expect(page.getByRole('region', { name: 'Time' })).toContainText('0.100 s');
  const speed = page.getByRole('slider', { name: 'Speed' });
  await speed.fill('0');
  await expect(speed).toHaveAttribute('aria-valuetext', '1/1000 of real time');
  await speed.fill('13');
  await expect(speed).toHaveAttribute('aria-valuetext', '16 times real time');
  await page.getByRole('button', { name: 'Restart run' }).click();
  await expect(page.getByRole('region', { name: 'Time' })).toContainText('0.000 s');
  await playAt(page, 'slow');
  await expect.poll(async () => Number(await timeline.inputValue())).toBeGreaterThan(5);
  await pause(page);
});
