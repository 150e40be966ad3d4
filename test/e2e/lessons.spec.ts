/** Lessons are played to their end, by keyboard and by touch, with right answers and wrong ones; and left, and come back to. */
import { fileURLToPath } from 'node:url';
import { test as anywhere, type Locator, type Page } from '@playwright/test';
import { serve } from '../../src/cli/serve.mjs';
import type { Ask, Choice } from '../../src/scenario/index.ts';
import { complaints } from './support/complaints.ts';
import { expect, test } from './support/fixtures.ts';
import { logOf, narration, openPaused, server } from './support/lab.ts';
import { asksOf, keyboard, playThrough, runsOf, touch, unlikeHeard } from './support/lessons.ts';

// Ways between stops are gone at once, so that no test waits for them.
test.use({ reducedMotion: 'reduce' });

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

const played = [2, 3, 4, 5, 9, 13];

const titleOf = (number: number): string => runsOf(number)[0]?.scenario.title ?? '';

const asked = (number: number, pick: Ask['pick']): readonly Choice[] =>
  asksOf(number).find((ask) => ask.pick === pick)?.choices ?? [];

async function openLesson(page: Page, number: number): Promise<void> {
  await page
    .getByRole('combobox', { name: 'Scenario' })
    .selectOption({ label: `Lesson ${number} · ${titleOf(number)}` });
  await expect(page.locator('[data-lesson]')).toContainText(titleOf(number));
}

test.describe('by keyboard', () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test('lessons 2 to 5, 9 and 13, with wrong answers before the right ones; A9: names and table say the same', async ({
    page,
  }) => {
    const hand = keyboard(true);
    // What no eye has to see: at each stop the state is heard, and from two places alike.
    const heard: typeof hand = {
      ...hand,
      next: async (on) => {
        expect(await unlikeHeard(on)).toEqual([]);
        await expect(narration(on)).not.toBeEmpty();
        await hand.next(on);
      },
    };
    await page.goto('./');
    await page.getByRole('heading', { name: 'Quorate' }).click();
    await page.locator('body').press('Shift+C');
    await page.getByRole('button', { name: new RegExp(`${titleOf(2)}$`) }).press('Enter');
    for (const [place, number] of played.entries()) {
      if (place > 0) await openLesson(page, number);
      await page.locator('[data-lesson]').focus();
      await playThrough(page, number, heard);
      // A15: the questions, their answers and the task stand on the card by now.
      expect(await complaints(page, '[data-lesson]'), `lesson ${number}`).toEqual([]);
    }
    await page.keyboard.press('Shift+C');
    await expect(page.getByText(/^6 of 26 lessons seen/)).toContainText('0 of them right');
    const begun = page.getByRole('button', { name: /^A lecture of 50 minutes/ });
    await expect(begun).toHaveAccessibleName('A lecture of 50 minutes · Begin');
  });

  test('an act leaves the lesson, and a key comes back to its stop', async ({ page }) => {
    await page.goto('./');
    await openLesson(page, 9);
    // A4: there is a way to skip to the lesson, too, for as long as it is there.
    const ways = page.getByRole('navigation', { name: 'Skip to' });
    await ways.getByRole('link', { name: 'Lesson', exact: true }).press('Enter');
    await expect(page.locator('[data-lesson]')).toBeFocused();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('5');
    await page.keyboard.press('x');
    await expect(server(page, 'S5')).toHaveAccessibleName(/crashed/);
    await expect(page.locator('[data-lesson]')).toContainText('You are on a branch of your own');
    await expect(page.locator('[data-lesson]')).toContainText('Not reached yet.');
    // In the picture Z is its own; there the other key does it.
    await server(page, 'S5').focus();
    await page.keyboard.press('z');
    await expect(server(page, 'S5')).toHaveAccessibleName(/crashed/);
    await page.keyboard.press('Backspace');
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

  test('a stroke over the card goes on and back, one that goes down does neither', async ({
    page,
  }) => {
    await page.goto('./');
    await openLesson(page, 9);
    const stop = (place: number) =>
      page.getByRole('button', { name: new RegExp(`^Stop ${place} of`) });
    const cdp = await page.context().newCDPSession(page);
    const stroke = async (dx: number, dy: number) => {
      const box = await page.locator('[data-lesson]').boundingBox();
      if (box === null) throw new Error('the card is not on the page');
      const [x, y] = [box.x + box.width / 2, box.y + 20];
      const touch = (
        type: 'touchStart' | 'touchMove' | 'touchEnd',
        at?: { x: number; y: number },
      ) =>
        cdp.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [at] });
      await touch('touchStart', { x, y });
      await touch('touchMove', { x: x + dx, y: y + dy });
      await touch('touchEnd');
    };
    await expect(stop(1)).toHaveAttribute('aria-current', 'step');
    await stroke(-90, 5);
    await expect(stop(2)).toHaveAttribute('aria-current', 'step');
    await stroke(-70, 60);
    await stroke(90, 5);
    await expect(stop(1)).toHaveAttribute('aria-current', 'step');
  });
});

test('what is asked about is clicked itself: an entry in its log, a message on its way', async ({
  page,
}) => {
  await page.goto('./');
  const reply = page.locator('[data-lesson] .reply');
  // Two wrong answers, and the right one, which comes first in the file.
  const clickEach = async (choices: readonly Choice[], find: (choice: Choice) => Locator) => {
    for (const choice of [...choices].reverse()) {
      await find(choice).click();
      await expect(reply).toContainText(choice.answer ?? '');
    }
    await expect(reply).toContainText('Right.');
  };

  await openLesson(page, 14);
  await clickEach(asked(14, 'entry'), ({ thing }) => {
    const index = thing?.kind === 'entry' ? thing.index : 0;
    return logOf(page, 'S1').locator(`td[data-index="${index}"]`);
  });

  await openLesson(page, 16);
  await page.locator('[data-lesson]').focus();
  await page.keyboard.press('PageDown');
  await clickEach(asked(16, 'message'), ({ thing }) => {
    const [message] = thing?.kind === 'message' ? thing.messages : [];
    return page.locator(`.stage [data-message="${message}"]`);
  });
  // Each was an answer, and no way into a menu.
  await expect(page.getByRole('menu')).toHaveCount(0);
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

test('with Shift a letter is a key of the page and no answer; who leaves a lesson can take it back', async ({
  page,
}) => {
  await page.goto('./');
  await openLesson(page, 9);
  await page.locator('[data-lesson]').focus();
  await page.keyboard.press('PageDown');
  const unanswered = page.getByText('Choose an answer.');
  await expect(unanswered).toBeVisible();
  await page.keyboard.press('Shift+B');
  await expect(page.getByRole('tab', { name: 'Break' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tab', { name: 'Break' })).toHaveCount(0);
  const place = (name: string) => page.getByRole('button', { name, exact: true });
  await expect(place('Lessons')).toHaveAttribute('aria-current', 'page');
  await expect(unanswered).toBeVisible();
  // Shift and Enter shows the answer, also from a choice, which Enter alone would press.
  const choice = page.locator('.choice').first();
  await choice.press('Shift+Enter');
  await expect(page.locator('.reply')).toContainText('Right.');
  await expect(page.locator('.choice .verdict')).toHaveText(['Right.']);
  await place('Sandbox').click();
  await expect(place('Sandbox')).toHaveAttribute('aria-current', 'page');
  await expect(page.locator('[data-lesson]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(place('Lessons')).toHaveAttribute('aria-current', 'page');
});

const mine = `
quorate: 1
title: Mine
servers: 3
timers: manual
lesson: { task: Make S1 lead., goal: { leader: S1 } }
steps: [{ note: Said by me. }, { timeout: S1 }, { run: 20 }, { note: And this. }]
`;

test('a lesson of one’s own is dropped, pasted, and typed; what is wrong with it is said', async ({
  page,
}) => {
  await page.goto('./');
  const contents = page.getByRole('button', { name: 'Lessons', exact: true });
  await expect(contents).toBeVisible();
  const drop = (text: string) =>
    page.evaluate((content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], 'mine.yaml'));
      document.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    }, text);
  // Who listens comes a moment after the page.
  await expect(async () => {
    await drop('quorate: 1\nservers: none');
    await expect(page.getByRole('alert')).toContainText('mine.yaml, line 2, servers: ', {
      timeout: 2000,
    });
  }).toPass();
  await drop(mine);
  await expect(page.locator('[data-lesson="mine.yaml"]')).toContainText('Said by me.');
  await page.reload();
  await expect(page.locator('[data-lesson="mine.yaml"]')).toContainText('Said by me.');
  await page.evaluate(
    (text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    },
    mine.replace('Said by me', 'Pasted by me'),
  );
  await expect(page.locator('[data-lesson]')).toContainText('Pasted by me.');
  await contents.click();
  const field = page.getByRole('textbox', { name: 'An address, or the text itself' });
  await field.fill('http://example.test/lesson.yaml');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText(
    'An address begins with https:// and names a host.',
  );
  await field.fill(mine.replace('Said by me', 'Typed by me'));
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.locator('[data-lesson]')).toContainText('Typed by me.');
});

test('a lesson is written in the page: offered, corrected, recorded, and tried', async ({
  page,
}) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Lessons', exact: true }).click();
  await page.getByRole('button', { name: 'Write one' }).click();
  const text = page.getByRole('textbox', { name: 'Text of the lesson' });
  await expect(page.getByText('Nothing is missing.')).toBeVisible();
  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('  - resta');
  // A key that comes at once is not taken for a choice; a press is.
  await page.getByRole('option', { name: 'restart' }).click();
  await page.keyboard.type('S9');
  await page.keyboard.press('Escape');
  await expect(
    page.getByText('There is no server "S9"; the servers are S1, S2, S3.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Begin anew' }).click();
  await expect(page.getByText('Nothing is missing.')).toBeVisible();
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page.locator('[data-lesson]')).toContainText('Three followers wait.');
  await page.locator('[data-lesson]').focus();
  for (const key of ['PageDown', '1', 'PageDown']) await page.keyboard.press(key);
  await expect(page.locator('[data-lesson]')).toContainText('Two votes of three are enough.');
  await page.getByRole('button', { name: 'Lessons', exact: true }).click();
  await page.getByRole('button', { name: 'Write one' }).click();
  await page.getByRole('button', { name: 'What I did in the page' }).click();
  await expect(text).toContainText('timeout: S1');
  await expect(text).toContainText('deliver: { from: S1, to: S2, type: RequestVoteRequest');
});

/** A host that is not the page’s. */
const elsewhere = 'https://lessons.example';

anywhere(
  'a lesson is asked for at the address in the address, once, and without a referrer',
  async ({ page }) => {
    const site = await serve(dist, { under: '/deep/path/' });
    const asked: (string | undefined)[] = [];
    await page.route(`${elsewhere}/**`, async (route) => {
      asked.push(route.request().headers().referer);
      const headers = { 'access-control-allow-origin': '*' };
      if (route.request().url().endsWith('/mine.yaml'))
        await route.fulfill({ body: mine, headers });
      else if (route.request().url().endsWith('/closed.yaml')) await route.abort();
      else await route.fulfill({ status: 404, headers });
    });
    await page.goto(`${site.url}#lesson=${elsewhere}/a/mine.yaml`);
    await expect(page.locator('[data-lesson="mine.yaml"]')).toContainText('Said by me.');
    expect(new URL(page.url()).hash).toBe('');
    await page.reload();
    await expect(page.locator('[data-lesson="mine.yaml"]')).toContainText('Said by me.');
    expect(asked).toEqual([undefined]);
    await page.goto(`${site.url}#lesson=${encodeURIComponent(`${elsewhere}/none.yaml`)}`);
    await expect(page.getByRole('alert')).toHaveText(
      'lessons.example answered 404 instead of a file.',
    );
    await page.goto(`${site.url}#lesson=${elsewhere}/closed.yaml`);
    await expect(page.getByRole('alert')).toContainText('lessons.example gave no answer');
    await site.close();
  },
);
