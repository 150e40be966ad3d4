/** The page in another language: the same laboratory, found from the first, with the run in hand. */
import type { Page } from '@playwright/test';
import { complaints } from './support/complaints.ts';
import { expect, test } from './support/fixtures.ts';
import { everythingHere, leaders, openPaused, speeds } from './support/lab.ts';

const zhLeaders = (page: Page) =>
  page.getByRole('button', { name: /^\w+，领导者，任期 \d+，运行中/ });

/** Opens the Chinese page and lets time pass until somebody leads. */
async function electInChinese(page: Page): Promise<void> {
  await page.goto('./zh/');
  await page.getByRole('slider', { name: '速度' }).fill(speeds.half);
  await expect(zhLeaders(page)).toHaveCount(1);
  await page.getByRole('button', { name: '暂停', exact: true }).click();
  await expect(page.getByRole('button', { name: '播放', exact: true })).toBeVisible();
}

test('the page in Chinese says so, and speaks it from play to why', async ({ page }) => {
  await electInChinese(page);
  await expect(page).toHaveTitle('Quorate：Raft 实验室');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expect(page.getByRole('status', { name: '刚刚发生了什么' })).toContainText(/S\d.*。$/);
  await page.getByRole('textbox', { name: '键' }).fill('A');
  await page.getByRole('button', { name: 'SET', exact: true }).click();
  const asked = page.getByRole('list', { name: '客户端的命令' });
  await expect(asked).toContainText('等待多数派');
  await asked.getByRole('button', { name: /^5 台中有 \d 台，需要 3 台/ }).press('Enter');
  const meaning = asked.getByText('任意两个多数派必有共同的服务器', { exact: false });
  await expect(meaning).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await expect(meaning).toHaveCount(0);
  await asked.getByRole('button', { name: /^为什么？/ }).click();
  const panel = page.getByRole('complementary', { name: '为什么' });
  await expect(panel.getByRole('status').first()).toContainText('c1 在等待：');
  await expect(panel).toContainText(/图 2，.+ · 规则 \d，§5/);
});

for (const theme of ['light', 'dark'] as const) {
  test(`nothing for axe to complain of in Chinese, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await electInChinese(page);
    await page.getByRole('button', { name: '条件', exact: true }).click();
    await expect(page.getByRole('slider', { name: '消息丢失' })).toBeVisible();
    expect(await complaints(page)).toEqual([]);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: '帮助' })).toBeVisible();
    expect(await complaints(page)).toEqual([]);
  });
}

test('the way there and back keeps the run in hand', async ({ page }) => {
  await electInChinese(page);
  const momentIn = (region: string) =>
    page.getByRole('region', { name: region, exact: true }).getByText(/^\d+\.\d{3} s$/);
  const there = (await momentIn('时间').textContent()) ?? '';
  const link = page.getByRole('banner').getByRole('link', { name: 'English' });
  await expect(link).toHaveAttribute('hreflang', 'en');
  await link.click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(leaders(page)).toHaveCount(1);
  await expect(momentIn('Time')).toHaveText(there);
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('dialog').getByRole('combobox').fill('中文');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expect(zhLeaders(page)).toHaveCount(1);
});

test('the help names the other languages, each in its own', async ({ page }) => {
  await openPaused(page);
  await page.keyboard.press('?');
  const link = page.getByRole('dialog').getByRole('link', { name: '简体中文' });
  await expect(link).toHaveAttribute('lang', 'zh-Hans');
  await expect(link).toHaveAttribute('href', /\/zh\/index\.html$/);
});

test.describe('where the browser would rather have Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('it is offered once, and nobody is sent there', async ({ page }) => {
    await openPaused(page);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    const offer = page.getByText('本页也有中文版。');
    await expect(offer).toBeVisible();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(offer).toHaveCount(0);
    await page.reload();
    await everythingHere(page);
    await expect(offer).toHaveCount(0);
  });

  test('it is not offered on its own page', async ({ page }) => {
    await page.goto('./zh/');
    await everythingHere(page);
    await expect(page.getByText('This page is also in English.')).toHaveCount(0);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the sheet leads to the other language, and nothing scrolls sideways', async ({ page }) => {
    await page.goto('./zh/');
    await page.getByRole('button', { name: '客户端、链路与设置' }).tap();
    await expect(page.getByRole('dialog').getByRole('link', { name: 'English' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await complaints(page)).toEqual([]);
  });
});
