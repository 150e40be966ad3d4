/** Lessons are played to their end, by keyboard and by touch, with right answers and wrong ones; and left, and come back to. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { openPaused, server } from './support/lab.ts';
import { keyboard, playThrough, runsOf, touch } from './support/lessons.ts';

// Ways between stops are gone at once, so that no test waits for them.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const played = [2, 3, 4, 5, 9, 13];

const titleOf = (number: number): string => runsOf(number)[0]?.scenario.title ?? '';

async function openLesson(page: Page, number: number): Promise<void> {
  await page
    .getByRole('combobox', { name: 'Scenario' })
    .selectOption({ label: `Lesson ${number} · ${titleOf(number)}` });
  await expect(page.locator('[data-lesson]')).toContainText(titleOf(number));
}

test.describe('by keyboard', () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test('lessons 2 to 5, 9 and 13, with wrong answers before the right ones', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('heading', { name: 'Quorate' }).click();
    await page.locator('body').press('Shift+C');
    await page.getByRole('button', { name: new RegExp(`${titleOf(2)}$`) }).press('Enter');
    for (const [place, number] of played.entries()) {
      if (place > 0) await openLesson(page, number);
      await page.locator('[data-lesson]').focus();
      await playThrough(page, number, keyboard(true));
    }
    await page.keyboard.press('Shift+C');
    await expect(page.getByText(/^6 of 26 lessons seen/)).toContainText('0 of them right');
    const begun = page.getByRole('button', { name: /^A lecture of 50 minutes/ });
    await expect(begun).toHaveAccessibleName('A lecture of 50 minutes · Begin');
  });

  test('an act leaves the lesson, and a key comes back to its stop', async ({ page }) => {
    await page.goto('./');
    await openLesson(page, 9);
    await page.locator('[data-lesson]').focus();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('5');
    await page.keyboard.press('x');
    await expect(server(page, 'S5')).toHaveAccessibleName(/crashed/);
    await expect(page.locator('[data-lesson]')).toContainText('You are on a branch of your own');
    await expect(page.locator('[data-lesson]')).toContainText('Not reached yet.');
    await page.keyboard.press('m');
    await expect(server(page, 'S5')).toHaveAccessibleName(/running/);
    await expect(page.getByRole('button', { name: /^Stop 2 of/ })).toHaveAttribute(
      'aria-current',
      'step',
    );
  });

  test('the answer is shown as a run that meets the goal', async ({ page }) => {
    await page.goto('./');
    await openLesson(page, 9);
    await page.locator('[data-lesson]').focus();
    await page
      .getByRole('button', { name: /^Stop \d of \d$/ })
      .last()
      .press('Enter');
    await page.getByRole('button', { name: 'Show the answer' }).press('Enter');
    await expect(page.getByText('Done, in 2 acts.')).toBeVisible();
    await page.reload();
    await expect(page.locator('[data-lesson]')).toContainText('Done, in 2 acts.');
  });
});

test.describe('by touch at 390 px', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('lessons 2 to 5, 9 and 13, with right answers', async ({ page }) => {
    await page.goto('./');
    for (const number of played) {
      await openLesson(page, number);
      await playThrough(page, number, touch(false));
    }
  });
});

test('where things move, the run is seen to go on to the next stop, and halts there', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await openPaused(page);
  for (const number of [3, 9]) {
    await openLesson(page, number);
    await page.locator('[data-lesson]').focus();
    await page.keyboard.press('PageDown');
    await expect(page.getByRole('button', { name: /^Stop 2 of/ })).toHaveAttribute(
      'aria-current',
      'step',
    );
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  }
});
