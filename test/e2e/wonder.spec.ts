/** A reader's own run that shows something surprising asks, quietly and once. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import {
  choose,
  elect,
  everythingHere,
  openPaused,
  server,
  set,
  stepUntil,
} from './support/lab.ts';

const line = (page: Page) => page.getByRole('status', { name: 'A question this run raises' });
const names = ['S1', 'S2', 'S3', 'S4', 'S5'];

/** Leaves the leader with one other server, and asks it for something. */
async function tooFew(page: Page): Promise<string> {
  await openPaused(page);
  await everythingHere(page);
  const leader = await elect(page);
  await expect(line(page)).toBeEmpty();
  const others = names.filter((name) => name !== leader);
  for (const name of others.slice(0, 3)) await choose(page, server(page, name), 'Crash');
  await set(page, 'A', '1');
  return leader;
}

test('it is offered once, covers nothing, and opens the answer', async ({ page }) => {
  const leader = await tooFew(page);
  const question = line(page).getByRole('button', {
    name: 'On every server that runs, yet not committed: why?',
  });
  await stepUntil(page, () => question.isVisible());
  const { x, y, width, height } = (await line(page).boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  const covered = await page.evaluate(
    ([left, top, right, bottom]) =>
      [...document.querySelectorAll('[role=status], .stage-frame, .transport')].filter((other) => {
        const box = other.getBoundingClientRect();
        const isOver = box.left < right && box.right > left && box.top < bottom && box.bottom > top;
        return isOver && other.getAttribute('aria-label') !== 'A question this run raises';
      }).length,
    [x + 1, y + 1, x + width - 1, y + height - 1] as const,
  );
  expect(covered).toBe(0);
  // A phone's page has a line of its own: it is the same question.
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: 660, height: 800 });
  await expect(question).toBeVisible();
  await page.setViewportSize(size);
  await question.click();
  const answer = page.getByRole('complementary', { name: 'Why' }).getByRole('status').first();
  await expect(answer).toContainText(`${leader} cannot commit entry 1`);
  await expect(line(page)).toBeEmpty();
  await page.getByRole('button', { name: 'Next event' }).click();
  await page.getByRole('button', { name: 'Previous event' }).click();
  await expect(question).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 660, height: 800 });
  await expect(line(page)).toBeAttached();
  await page.getByRole('button', { name: 'Next event' }).click();
  await expect(question).toHaveCount(0);
});

test('it is sent away, and switched off for good', async ({ page }) => {
  await tooFew(page);
  const away = line(page).getByRole('button', { name: 'Not now' });
  await stepUntil(page, () => away.isVisible());
  await away.click();
  await expect(line(page)).toBeEmpty();
  await page.keyboard.press('Shift+S');
  const wanted = page.getByRole('switch', { name: /^Ask when the run shows something surprising/ });
  await wanted.uncheck();
  await page.keyboard.press('Escape');
  await expect(line(page)).toHaveCount(0);
  await page.reload();
  await everythingHere(page);
  await expect(line(page)).toHaveCount(0);
});
