/** The first ten seconds: the cluster and the logs at one glance, already playing, and a sentence about it. */
import { expect, test } from './support/fixtures.ts';
import { leaders, narration, playAt, server } from './support/lab.ts';

test('plays at once, everything above the fold, and says what happens', async ({ page }) => {
  await page.goto('./');
  const timeline = page.getByRole('slider', { name: 'Timeline' });
  const before = Number(await timeline.inputValue());
  await expect.poll(async () => Number(await timeline.inputValue())).toBeGreaterThan(before);
  await expect(narration(page)).not.toBeEmpty();
  await expect(page.getByRole('slider', { name: 'Speed' })).toHaveAttribute(
    'aria-valuetext',
    '1/50 of real time',
  );
  for (const part of [
    server(page, 'S1'),
    server(page, 'S3'),
    page.getByRole('table', { name: 'Logs' }),
    page.getByRole('button', { name: 'SET', exact: true }),
    page.getByRole('button', { name: 'Pause', exact: true }),
  ]) {
    await expect(part).toBeInViewport({ ratio: 1 });
  }
  const scrolls = await page.evaluate(() => {
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
    return scrollHeight > clientHeight || scrollWidth > clientWidth;
  });
  expect(scrolls).toBe(false);
});

test('elects a leader, and all properties hold', async ({ page }) => {
  await page.goto('./');
  await playAt(page, 'tenth');
  await expect(leaders(page)).toHaveCount(1);
  await expect(narration(page)).toContainText(/term 1/);
  await expect(page.getByRole('status', { name: 'Properties' })).toContainText(
    'all properties hold',
  );
  await expect(page.getByRole('button', { name: 'Sandbox' })).toHaveAttribute(
    'aria-current',
    'page',
  );
});

test.describe('who asked for no motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('finds it standing still, and can step', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    const timeline = page.getByRole('slider', { name: 'Timeline' });
    const before = await timeline.inputValue();
    await page.getByRole('button', { name: 'Next event' }).click();
    await expect(narration(page)).toContainText('stands for election in term 1');
    await expect(timeline).not.toHaveValue(before);
  });
});
