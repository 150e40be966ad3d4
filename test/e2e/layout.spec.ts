/** The page as a whole: doors for a newcomer, edges that can be drawn, and a room that looks on. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import {
  everythingHere,
  logOf,
  narration,
  openPaused,
  rested,
  server,
  set,
} from './support/lab.ts';

const doors = (page: Page) => page.getByRole('region', { name: 'Start' });
const widthOf = async (page: Page): Promise<number> =>
  (await page.locator('#servers').boundingBox())?.width ?? 0;

test('a newcomer finds three doors, which the first act closes', async ({ page }) => {
  await openPaused(page);
  await expect(doors(page).getByRole('button', { name: /^(Watch|Break|Use)/ })).toHaveCount(3);
  await doors(page)
    .getByRole('button', { name: /Break it/ })
    .click();
  await expect(page.getByRole('tab', { name: 'Break' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await set(page, 'x', '1', 'S1');
  await expect(doors(page)).toHaveCount(0);
});

test('the door to the story opens the lessons, and the one to use leads to the client', async ({
  page,
}) => {
  await openPaused(page);
  await doors(page)
    .getByRole('button', { name: /Use it/ })
    .click();
  await expect(page.getByRole('textbox', { name: 'Key' })).toBeFocused();
  await expect(doors(page)).toHaveCount(0);
  await page.evaluate(() => localStorage.removeItem('quorate.preferences'));
  await page.reload();
  await doors(page)
    .getByRole('button', { name: /Watch the story/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Lessons', exact: true })).toBeFocused();
});

test('closed doors stay closed', async ({ page }) => {
  await openPaused(page);
  await doors(page).getByRole('button', { name: 'Close these suggestions' }).click();
  await page.reload();
  await expect(server(page, 'S1')).toBeVisible();
  await expect(doors(page)).toHaveCount(0);
});

test('the clients are whole on every desk, the doors below them, and what is asked: with a panel and without', async ({
  page,
}) => {
  const sizes = [
    [1024, 768],
    [1280, 720],
    [1366, 650],
    [1280, 800],
    [1440, 900],
  ] as const;
  const operation = page.getByRole('combobox', { name: 'Operation' });
  const onEach = async (look: () => Promise<void>): Promise<void> => {
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      await look();
      await page.keyboard.press('Shift+R');
      await expect(page.getByRole('complementary', { name: 'Figure 2' })).toBeVisible();
      await look();
      await page.keyboard.press('Escape');
    }
  };
  await openPaused(page);
  await everythingHere(page);
  await onEach(async () => {
    await expect(operation).toBeInViewport({ ratio: 1 });
    for (const door of await doors(page).getByRole('button').all())
      await expect(door).toBeInViewport({ ratio: 1 });
    const [above, below] = await Promise.all([operation.boundingBox(), doors(page).boundingBox()]);
    expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? Infinity) + (above?.height ?? 0));
  });
  await set(page, 'x', '1', 'S1');
  await page.getByRole('list', { name: 'Commands of clients' }).click();
  await onEach(async () => {
    await expect(operation).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('list', { name: 'Commands of clients' })).toBeInViewport({
      ratio: 1,
    });
  });
});

test('under the diagram asking is one line, whole, and the logs scroll', async ({ page }) => {
  await openPaused(page);
  await everythingHere(page);
  await set(page, 'x', '1', 'S1');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Space-time', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Space-time' })).toBeVisible();
  const asking = [
    page.getByRole('combobox', { name: 'Client', exact: true }),
    page.getByRole('button', { name: 'GET', exact: true }),
    page.getByRole('combobox', { name: 'Operation' }),
    page.getByRole('list', { name: 'Commands of clients' }).getByRole('listitem').first(),
  ];
  for (const [width, height] of [
    [1024, 768],
    [1280, 720],
    [1280, 800],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    // From here on the last log needs no scrolling to.
    if (height >= 800) await expect(logOf(page, 'S5')).toBeInViewport({ ratio: 1 });
    for (const one of asking) await expect(one).toBeInViewport({ ratio: 1 });
    const tops = await rested(page, () =>
      Promise.all(asking.slice(0, 3).map(async (one) => (await one.boundingBox())?.y)),
    );
    expect(new Set(tops).size).toBe(1);
  }
});

test('beside a lesson seven logs and what clients asked stand whole on a low desk', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('./#lesson=L06&stop=2');
  await everythingHere(page);
  const asked = page.getByRole('list', { name: 'Commands of clients' });
  await expect(asked).toBeInViewport({ ratio: 1 });
  const pane = page.locator('.right');
  expect(
    await rested(page, () => pane.evaluate((pane) => pane.scrollHeight - pane.clientHeight)),
  ).toBe(0);
});

test('the edge between servers and logs is drawn by pointer and by keys, and remembered', async ({
  page,
}) => {
  await openPaused(page);
  const edge = page.getByRole('separator', { name: 'Width of the servers' });
  const before = await widthOf(page);
  const { x, y } = (await edge.boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.move(x + 3, y + 100);
  await page.mouse.down();
  await page.mouse.move(x - 97, y + 120, { steps: 4 });
  await page.mouse.up();
  expect(before - (await widthOf(page))).toBeCloseTo(100, -1);
  await edge.press('ArrowRight');
  expect(before - (await widthOf(page))).toBeLessThan(90);
  const drawn = await widthOf(page);
  await page.reload();
  await expect(edge).toBeVisible();
  expect(await widthOf(page)).toBeCloseTo(drawn, 0);
  await edge.dblclick();
  expect(await widthOf(page)).toBeCloseTo(before, 0);
});

test('on paper stand the picture, the sentence and the logs: on white, whole, and without controls', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openPaused(page);
  await everythingHere(page);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.setViewportSize({ width: 718, height: 1040 });
  await expect(server(page, 'S1')).toBeVisible();
  await expect(narration(page)).toBeVisible();
  await expect(logOf(page, 'S5')).toBeInViewport();
  for (const name of ['Play', 'SET', 'Partition…', 'Share', 'Why?', 'Close these suggestions'])
    await expect(page.getByRole('button', { name, exact: true })).toBeHidden();
  await expect(page.getByRole('slider')).toHaveCount(0);
  expect(
    await page.locator('html').evaluate((html) => getComputedStyle(html).background),
  ).toContain('rgb(255, 255, 255)');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(718);
});

test('a crowd on its canvas is printed in the colours of paper, and dark on the screen again', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openPaused(page);
  await page.getByRole('button', { name: 'Conditions' }).click();
  await page.getByRole('button', { name: 'A run of 101 servers' }).click();
  await expect(server(page, 'S101')).toBeVisible();
  const lightness = () =>
    page
      .locator('#servers canvas')
      .first()
      .evaluate(lightnessOf as (canvas: Element) => number);
  await expect.poll(lightness).toBeLessThan(80);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect.poll(lightness).toBeGreaterThan(175);
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  await expect.poll(lightness).toBeLessThan(80);
});

/** Of what is drawn, 0 to 255 on average. */
function lightnessOf(canvas: HTMLCanvasElement): number {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d')?.getImageData(0, 0, width, height) ?? { data: [] };
  let [sum, count] = [0, 0];
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] !== 255) continue;
    sum += data[at + 1] as number;
    count += 1;
  }
  return sum / count;
}

test('a lesson is printed with what it says and asks at its stop', async ({ page }) => {
  await page.goto('./');
  await everythingHere(page);
  await page.getByRole('button', { name: /^Watch the story/ }).click();
  await page.getByRole('button', { name: /Split brain that is not/ }).click();
  const question = page.getByText('Who notices that there were two leaders?');
  await page.getByRole('button', { name: 'Stop 6 of 7', exact: true }).click();
  await expect(question).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 718, height: 1040 });
  for (const said of [page.getByRole('heading', { name: /Split brain that is not/ }), question])
    await expect(said).toBeVisible();
  await expect(page.getByText('The check for split brain')).toBeVisible();
  for (const name of ['Back', 'Skip the question', 'Stop 1 of 7', 'Show the right answer'])
    await expect(page.getByRole('button', { name, exact: true })).toBeHidden();
});

test.describe('a room that looks on', () => {
  test.use({ viewport: { width: 1920, height: 1080 } });

  test('sees servers, logs and the sentence, no text under 24 px, and what steers on a move', async ({
    page,
  }) => {
    await openPaused(page);
    await page.keyboard.press('Shift+F');
    const leave = page.getByRole('button', { name: 'Leave the presentation' });
    await expect(leave).toBeVisible();
    await expect(page.getByRole('button', { name: 'SET', exact: true })).toBeHidden();
    const small = await page.evaluate(() => {
      const scale = Number(document.documentElement.style.getPropertyValue('--scale'));
      const texts = document.querySelectorAll('#narration *, .stage text, .logs th, .legend span');
      return [...texts]
        .filter((text) => text.textContent !== '' && !text.closest('[aria-hidden] > span, .hidden'))
        .filter((text) => !text.closest('.match-mark'))
        .map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale)
        .filter((px) => px < 24);
    });
    expect(small).toEqual([]);
    const bar = page.getByRole('banner');
    await expect(bar).toHaveCSS('opacity', '0');
    await page.mouse.move(600, 600);
    await expect(bar).toHaveCSS('opacity', '1');
    // What a presenter's remote sends to show nothing.
    await page.keyboard.press('.');
    await expect(page.getByRole('img', { name: 'Nothing is shown' })).toBeVisible();
    await page.keyboard.press('.');
    await page.keyboard.press('Escape');
    await expect(leave).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'SET', exact: true })).toBeVisible();
  });
});

test('between a phone and a desk a panel stands beside the picture that it is about', async ({
  page,
}) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await openPaused(page);
  await page.keyboard.press('2');
  await page.keyboard.press('i');
  const panel = page.getByRole('complementary', { name: 'Inspector' });
  await expect(panel.getByRole('heading', { name: 'S2' })).toBeInViewport({ ratio: 1 });
  await expect(server(page, 'S2')).toBeInViewport({ ratio: 1 });
  const [beside, picture] = await Promise.all([
    panel.boundingBox(),
    page.locator('.stage-frame').boundingBox(),
  ]);
  expect(beside?.x).toBeGreaterThanOrEqual((picture?.x ?? 0) + (picture?.width ?? Infinity));
  // And above time, which stays at the foot, all logs are there.
  const [last, time] = await Promise.all([
    logOf(page, 'S5').boundingBox(),
    page.getByRole('region', { name: 'Time' }).boundingBox(),
  ]);
  expect((last?.y ?? Infinity) + 42).toBeLessThanOrEqual(time?.y ?? 0);
});

test('a phone on its side has the ring beside the logs, time below both, and nothing that scrolls away', async ({
  page,
}) => {
  await page.setViewportSize({ width: 844, height: 390 });
  await openPaused(page);
  await everythingHere(page);
  const table = page.getByRole('table', { name: 'Logs' });
  const whole = [server(page, 'S1'), server(page, 'S3'), page.getByRole('slider').last()];
  for (const one of whole) await expect(one).toBeInViewport({ ratio: 1 });
  await expect(table).toBeInViewport();
  await expect(narration(page)).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(390);
  // What is done in the sheet is seen in the picture.
  await page.getByRole('button', { name: 'Clients, links and settings' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('button', { name: 'SET', exact: true })).toBeInViewport({
    ratio: 1,
  });
  const [picture, beside] = await Promise.all([
    page.locator('.stage-frame').boundingBox(),
    sheet.boundingBox(),
  ]);
  expect(beside?.x).toBeGreaterThanOrEqual((picture?.x ?? 0) + (picture?.width ?? Infinity));
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.locator('.stage-frame')).toHaveCount(0);
  await expect(server(page, 'S5')).toBeInViewport({ ratio: 1 });
});
