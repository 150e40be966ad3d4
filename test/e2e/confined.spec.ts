/** Where a page may do little: in a frame without an origin, and where the address is not its own to change. */
import { fileURLToPath } from 'node:url';
import { test as anywhere, type FrameLocator, type Page } from '@playwright/test';
import { serve } from '../../src/cli/serve.mjs';
import { expect, test } from './support/fixtures.ts';
import { openPaused } from './support/lab.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** Errors that nobody caught, in whatever frame; asking for what is refused makes a sound of its own. */
function uncaught(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  return errors;
}

const goTo = async (page: Page | FrameLocator, seconds: string): Promise<void> => {
  await page.getByRole('heading', { name: 'Quorate' }).click();
  await page.locator('body').press('g');
  await page.getByRole('spinbutton', { name: 'Seconds' }).fill(seconds);
  await page.getByRole('spinbutton', { name: 'Seconds' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Time', exact: true })).toContainText(
    `${seconds} s`,
  );
};

/** Copies the link by selecting its text, and opens it again from another moment. */
async function shareAndPaste(page: Page | FrameLocator): Promise<void> {
  await goTo(page, '0.300');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const link = page.getByRole('textbox', { name: 'Link', exact: true });
  await link.focus();
  const selected = await link.evaluate((field: HTMLTextAreaElement) =>
    field.value.slice(field.selectionStart, field.selectionEnd),
  );
  expect(selected).toMatch(/#r=a[\w-]+$/);
  await page.getByRole('button', { name: 'Close' }).click();
  await goTo(page, '0.100');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('textbox', { name: 'Paste a link' }).fill(selected);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByText(/^Opened from a link: .*as it was shared/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Time', exact: true })).toContainText('0.300 s');
}

anywhere(
  'in a frame that has no origin, no storage, no history and no clipboard',
  async ({ page }) => {
    // A frame without an origin may load modules only from a host that lets everybody: many static hosts do.
    const site = await serve(dist, {
      under: '/deep/path/',
      headers: { 'access-control-allow-origin': '*' },
    });
    const errors = uncaught(page);
    await page.route('**/host.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<iframe title="lab" sandbox="allow-scripts" src="${site.url}" width="1270" height="780"></iframe>`,
      }),
    );
    await page.goto(`${site.url}host.html`);
    const frame = page.frameLocator('iframe');
    expect(await frame.locator('body').evaluate(() => self.origin)).toBe('null');
    await frame.getByRole('button', { name: 'Pause', exact: true }).click();
    await shareAndPaste(frame);
    await frame.getByRole('button', { name: 'Share', exact: true }).click();
    await frame.getByRole('button', { name: 'Copy the link' }).click();
    await expect(frame.getByText('The clipboard refused')).toBeVisible();
    await frame.getByRole('button', { name: 'Close' }).click();
    await frame.getByRole('button', { name: 'Dark theme' }).click();
    await expect(frame.getByRole('button', { name: 'Light theme' })).toBeVisible();
    await frame.getByRole('button', { name: 'Play', exact: true }).click();
    const timeline = frame.getByRole('slider', { name: 'Timeline' });
    await expect.poll(async () => Number(await timeline.inputValue())).toBeGreaterThan(340);
    expect(errors).toEqual([]);
    await site.close();
  },
);

test('where the address may not be changed a link opens once, and another one after it', async ({
  page,
}) => {
  const errors = uncaught(page);
  await page.addInitScript(() => {
    history.replaceState = () => {
      throw new DOMException('refused here', 'SecurityError');
    };
  });
  await openPaused(page);
  await shareAndPaste(page);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const link = await page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
  await page.getByRole('button', { name: 'Close' }).click();
  await goTo(page, '0.100');
  await page.goto(link);
  await expect(page.getByText(/^Opened from a link: /)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Time', exact: true })).toContainText('0.300 s');
  await goTo(page, '0.200');
  await page.reload();
  await expect(page.getByRole('region', { name: 'Time', exact: true })).toContainText('0.200 s');
  expect(errors).toEqual([]);
});
