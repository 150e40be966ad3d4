/** A moment in a page of somebody else's: the HTML that puts it there, and what stands in the frame. */
import { fileURLToPath } from 'node:url';
import { test as anywhere, type FrameLocator, type Page } from '@playwright/test';
import { serve } from '../../src/cli/serve.mjs';
import { complaints } from './support/complaints.ts';
import { expect, test } from './support/fixtures.ts';
import { elect, everythingHere, leaders, narration, openPaused } from './support/lab.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** Where the run stands, as it is heard. */
const moment = (of: Page | FrameLocator): Promise<string | null> =>
  of.getByRole('slider', { name: 'Timeline' }).getAttribute('aria-valuetext');

const wayOut = (of: Page | FrameLocator) =>
  of.getByRole('link', { name: 'Open in Quorate, at this moment' });

/** The HTML of a frame of that size, as the dialog gives it for the moment in hand. */
async function htmlFor(page: Page, size: string): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByText('Put it in a page of yours').click();
  await page.getByRole('combobox', { name: 'Size' }).selectOption(size);
  await expect(page.getByText(/ px, here at a quarter of its size$/)).toBeVisible();
  const html = page.getByRole('textbox', { name: 'HTML of the frame' });
  await html.focus();
  const selected = await html.evaluate((field: HTMLTextAreaElement) =>
    field.value.slice(field.selectionStart, field.selectionEnd),
  );
  expect(selected).toMatch(/^<iframe src="http[^"]+#r=[\w-]+&amp;embed=1" title="[^"]+" width=/);
  return selected;
}

const sourceIn = (html: string): string =>
  (/src="([^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&');

/** What stands at `source`, in frames of these sizes, light and dark: besides what `look` looks at, it fits and axe agrees. */
async function atEachSize(
  framed: Page,
  source: string,
  sizes: readonly (readonly [width: number, height: number])[],
  look: (width: number) => Promise<void>,
): Promise<void> {
  for (const [width, height] of sizes)
    for (const colorScheme of ['light', 'dark'] as const) {
      const where = `${width} × ${height}, ${colorScheme}`;
      await framed.setViewportSize({ width, height });
      await framed.emulateMedia({ colorScheme });
      await framed.goto(source);
      // The same address again is no new page.
      await framed.reload();
      await look(width);
      expect(await complaints(framed), where).toEqual([]);
      const size = await framed.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        return [scrollWidth, scrollHeight];
      });
      expect(size, where).toEqual([width, height]);
    }
}

anywhere(
  'in a frame with no origin, storage or history it stands at the moment, and by keys it goes on',
  async ({ page }) => {
    const site = await serve(dist, {
      under: '/deep/path/',
      headers: { 'access-control-allow-origin': '*' },
    });
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto(site.url);
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    const leader = await elect(page);
    const shared = await moment(page);
    const told = (await narration(page).textContent()) ?? '';
    const html = await htmlFor(page, '360 × 300 px');
    await page.route('**/host.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: html.replace('<iframe', '<iframe sandbox="allow-scripts"'),
      }),
    );
    await page.goto(`${site.url}host.html`);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('slider', { name: 'Timeline' })).toBeVisible();
    expect(await frame.locator('body').evaluate(() => self.origin)).toBe('null');
    expect(await moment(frame)).toBe(shared);
    await expect(narration(frame)).toHaveText(told);
    const first = frame.getByRole('button', { name: new RegExp(`^${leader}, leader`) });
    await first.press('Enter');
    await frame.getByRole('menuitem', { name: 'Crash', exact: true }).press('Enter');
    await expect(
      frame.getByRole('button', { name: new RegExp(`^${leader}, .*crashed`) }),
    ).toBeVisible();
    await frame.locator('body').press('ArrowRight');
    expect(await moment(frame)).not.toBe(shared);
    const stepped = await moment(frame);
    await wayOut(frame).focus();
    await expect.poll(() => wayOut(frame).getAttribute('href')).toMatch(/#r=[\w-]+$/);
    const whole = (await wayOut(frame).getAttribute('href')) ?? '';
    await frame.getByRole('button', { name: 'Play', exact: true }).press('Space');
    await expect.poll(() => moment(frame)).not.toBe(stepped);
    await page.goto(whole);
    await expect(page.getByText(/^Opened from a link: .*as it was shared/)).toBeVisible();
    expect(await moment(page)).toBe(stepped);
    expect(errors).toEqual([]);
    await site.close();
  },
);

test('it fits its frame, keeps nothing, and axe has nothing to complain of', async ({ page }) => {
  await openPaused(page);
  await elect(page);
  const source = sourceIn(await htmlFor(page, '600 × 400 px'));
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Restart run' }).click();
  const before = await moment(page);
  const framed = await page.context().newPage();
  const sizes = [
    [360, 300],
    [600, 400],
    [800, 580],
  ] as const;
  await atEachSize(framed, source, sizes, async () => {
    await expect(leaders(framed)).toHaveCount(1);
    await expect(wayOut(framed)).toBeInViewport({ ratio: 1 });
    for (const name of ['S1', 'S2', 'S3', 'S4', 'S5'])
      await expect(framed.locator('[data-server]', { hasText: name })).toBeInViewport();
  });
  // A1: it stood still all the while, and plays where the link says so, until somebody stops it.
  await expect(framed.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await framed.goto(`${source}&play=1`);
  await framed.reload();
  const shown = await moment(framed);
  await expect.poll(() => moment(framed)).not.toBe(shown);
  await framed.getByRole('button', { name: 'Pause', exact: true }).click();
  const stopped = await moment(framed);
  await expect(framed.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  expect(await moment(framed)).toBe(stopped);
  await framed.close();
  await page.reload();
  expect(await moment(page)).toBe(before);
});

test('a lesson in a frame: asked, answered, shown, and nothing of it kept', async ({ page }) => {
  await page.goto('./#lesson=L02&stop=3');
  const stop = (of: Page, place: number) =>
    of.getByRole('button', { name: `Stop ${place} of 6`, exact: true });
  await expect(stop(page, 3)).toHaveAttribute('aria-current', 'step');
  await everythingHere(page);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page
    .getByRole('combobox', { name: 'What is shared' })
    .selectOption('This lesson, from this stop');
  await expect(page.getByRole('textbox', { name: 'Link', exact: true })).toHaveValue(
    /#lesson=L02&stop=3$/,
  );
  await page.getByText('Put it in a page of yours').click();
  const html = await page.getByRole('textbox', { name: 'HTML of the frame' }).inputValue();
  const source = sourceIn(html);
  expect(source).toMatch(/#lesson=L02&stop=3&embed=1$/);
  await page.getByRole('button', { name: 'Close' }).click();
  // What a visitor has chosen for the whole page is not read in a frame.
  await page.evaluate(() =>
    localStorage.setItem('quorate.preferences', JSON.stringify({ hasLetterKeys: false })),
  );
  const framed = await page.context().newPage();
  await framed.emulateMedia({ reducedMotion: 'reduce' });
  const sizes = [
    [400, 640],
    [800, 560],
    [1000, 640],
  ] as const;
  await atEachSize(framed, source, sizes, async (width) => {
    await expect(stop(framed, 3)).toHaveAttribute('aria-current', 'step');
    await expect(framed.getByRole('table', { name: 'Logs' })).toHaveCount(width < 1000 ? 0 : 1);
  });
  // However low the frame: what is asked comes before titles.
  await framed.setViewportSize({ width: 480, height: 320 });
  await expect(framed.getByText(/How many more votes does it need/)).toBeInViewport({ ratio: 1 });
  await framed.setViewportSize({ width: 1000, height: 640 });
  const card = framed.locator('[data-lesson]');
  const verdicts = card.locator('.verdict');
  await framed.keyboard.press('b');
  await expect(verdicts).toHaveText(['No.']);
  await framed.keyboard.press('Shift+Enter');
  await expect(verdicts).toHaveText(['Right.', 'No.']);
  await framed.keyboard.press('PageDown');
  await expect(stop(framed, 4)).toHaveAttribute('aria-current', 'step');
  await expect.poll(() => wayOut(framed).getAttribute('href')).toMatch(/#lesson=L02&stop=4$/);
  const whole = (await wayOut(framed).getAttribute('href')) ?? '';
  await framed.close();
  await page.goto(whole);
  await expect(stop(page, 4)).toHaveAttribute('aria-current', 'step');
  await page.goto('./#lesson=L99');
  await expect(page.getByText('There is no lesson L99 here.')).toBeVisible();
  await page.getByRole('button', { name: 'Lessons', exact: true }).click();
  await expect(page.getByText('No question answered yet.')).toBeVisible();
});
