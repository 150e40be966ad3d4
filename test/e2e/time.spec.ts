/** Time is a place one can go to: steps forward and back, restarts, and a run that survives a reload. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { elect, logOf, narration, openPaused, pause, playAt, set } from './support/lab.ts';
import { touching } from './support/touch.ts';

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

test('a run that was left playing for days opens without waiting for its end', async ({ page }) => {
  await openPaused(page);
  await page.goto('./favicon.svg');
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('quorate.run') ?? '{}');
    const long = { ...kept, endTime: 1e12, time: 1e12, seq: 1e12, speed: 1e9 };
    localStorage.setItem('quorate.run', JSON.stringify(long));
  });
  await page.goto('./');
  await expect(page.getByRole('table', { name: 'Logs' })).toBeVisible();
  await expect(page.getByRole('slider', { name: 'Speed' })).toHaveAttribute(
    'aria-valuetext',
    '16 times real time',
  );
});

test('G goes to a time; what is no time says so', async ({ page }) => {
  await openPaused(page);
  await page.keyboard.press('g');
  const field = page.getByRole('spinbutton', { name: 'Seconds' });
  await expect(field).toBeFocused();
  await field.fill('-1');
  await field.press('Enter');
  await expect(page.getByRole('alert')).toContainText('a number of seconds from 0 to');
  await field.fill('0.1');
  await field.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Time' })).toContainText('0.100 s');
});

test('the timeline, the speed and the restart', async ({ page }) => {
  await openPaused(page);
  await elect(page);
  const timeline = page.getByRole('slider', { name: 'Timeline' });
  await timeline.fill('100');
  await expect(page.getByRole('region', { name: 'Time' })).toContainText('0.100 s');
  // A drag along it goes along the run, there and back.
  const box = await page.locator('svg.score').boundingBox();
  const [left, middle] = [(box?.x ?? 0) + 100, (box?.y ?? 0) + 40];
  await page.mouse.move(left, middle);
  await page.mouse.down();
  await expect(timeline).not.toHaveValue('100');
  const pressed = Number(await timeline.inputValue());
  await page.mouse.move(left + 200, middle, { steps: 4 });
  await expect.poll(async () => Number(await timeline.inputValue())).toBeGreaterThan(pressed);
  await page.mouse.move(left, middle, { steps: 4 });
  await page.mouse.up();
  await expect(timeline).toHaveValue(String(pressed));
  // A wheel over it goes a heartbeat on, and back, where no page would be scrolled by it.
  await page.mouse.wheel(0, 100);
  await expect(timeline).toHaveValue(String(pressed + 50));
  await page.mouse.wheel(0, -100);
  await expect(timeline).toHaveValue(String(pressed));
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

test('a moment is marked and gone back to, an event is found by its name, and each property says how it stands', async ({
  page,
}) => {
  await openPaused(page);
  const leader = await elect(page);
  await page.getByRole('heading', { name: 'Quorate' }).click();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('.');
  await page.keyboard.press('m');
  await expect(page.locator('.landmark.bookmark')).toHaveCount(1);
  const slider = page.getByRole('slider', { name: 'Timeline' });
  const marked = await slider.inputValue();
  await page.keyboard.press('/');
  const finder = page.getByRole('dialog', { name: 'Find an event' });
  await finder.getByRole('combobox').fill(`${leader} wins`);
  await page.keyboard.press('Enter');
  await expect(narration(page)).toContainText(leader);
  await expect(slider).not.toHaveValue(marked);
  await page.keyboard.press('b');
  const list = page.getByRole('list', { name: 'Bookmarked moments' });
  await list.getByRole('button', { name: /^Go to/ }).click();
  await expect(slider).toHaveValue(marked);
  // A wheel with Ctrl looks nearer at the score, a double click shows all of it again.
  const start = page.locator('.score .axis text').first();
  await expect(start).toHaveText('0');
  await page.locator('svg.score').hover();
  await page.keyboard.down('Control');
  for (let turn = 0; turn < 6; turn += 1) await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await expect(start).not.toHaveText('0');
  await page.locator('svg.score').dblclick();
  await expect(start).toHaveText('0');
  // So do keys, where no diagram is open that they would mean.
  for (let press = 0; press < 6; press += 1) await page.keyboard.press('w');
  await expect(start).not.toHaveText('0');
  await page.keyboard.press('Shift+Digit1');
  await expect(start).toHaveText('0');
  // A press on a mark goes to just that event.
  await page.locator('svg.score .landmark.elected').click({ force: true });
  await expect(narration(page)).toContainText('a majority: it leads term 1');
  // By itself the wheel goes a heartbeat back, and on again.
  await page.keyboard.press('End');
  const end = await slider.inputValue();
  await page.locator('svg.score').hover();
  await page.mouse.wheel(0, -100);
  await expect(slider).not.toHaveValue(end);
  const beat = await slider.inputValue();
  await page.keyboard.press('End');
  await page.keyboard.press('j');
  await expect(slider).toHaveValue(beat);
  await page.getByRole('button', { name: 'all properties hold' }).click();
  await expect(page.getByRole('definition').filter({ hasText: 'holds' })).toHaveCount(9);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('two fingers look nearer at the score and along it, and go nowhere', async ({ page }) => {
    await openPaused(page);
    const slider = page.getByRole('slider', { name: 'Timeline' });
    const place = await slider.inputValue();
    const score = page.locator('svg.score');
    const labels = (): Promise<string[]> => score.locator('.axis text').allTextContents();
    const whole = await labels();
    const box = await score.boundingBox();
    const [x, y] = [(box?.x ?? 0) + 60, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    const touch = await touching(page);
    await touch(
      [
        [x, y],
        [x + 80, y],
      ],
      [
        [x, y],
        [x + 240, y],
      ],
    );
    await expect.poll(labels).not.toEqual(whole);
    const near = await labels();
    await touch(
      [
        [x + 100, y],
        [x + 180, y],
      ],
      [
        [x + 20, y],
        [x + 100, y],
      ],
    );
    await expect.poll(labels).not.toEqual(near);
    await expect(slider).toHaveValue(place);
    await page.touchscreen.tap(x + 100, y);
    await expect(slider).not.toHaveValue(place);
  });
});
