/** Hands on the picture: drags with mouse and finger, each with its keys beside it; zoom; and servers by the hundred. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import {
  elect,
  everythingHere,
  logOf,
  narration,
  openPaused,
  rested,
  server,
  set,
  stepUntil,
} from './support/lab.ts';

const link = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^Link ${name}, `) });

async function middleOf(of: Locator): Promise<{ x: number; y: number }> {
  const box = await of.locator('.server-hit').boundingBox();
  if (box === null) throw new Error('not on the page');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Where a message is that is well clear of servers and the hands of their timers; null: none is under way. */
const messageInSight = (page: Page): Promise<{ x: number; y: number } | null> =>
  page.evaluate(() => {
    const middlesOf = (marks: string) =>
      [...document.querySelectorAll(marks)].map((mark) => {
        const { x, y, width, height } = mark.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      });
    const servers = middlesOf('.stage .server-hit');
    const isClear = ({ x, y }: { x: number; y: number }): boolean =>
      servers.every((one) => Math.hypot(one.x - x, one.y - y) > 80);
    return middlesOf('.stage .message-hit').find(isClear) ?? null;
  });

async function drag(page: Page, points: readonly { x: number; y: number }[]): Promise<void> {
  const [first, ...rest] = points as [{ x: number; y: number }];
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  for (const { x, y } of rest) await page.mouse.move(x, y, { steps: 4 });
}

async function openStage(page: Page): Promise<void> {
  await openPaused(page);
  await everythingHere(page);
  await expect(page.locator('.stage .hand')).toBeAttached();
}

test('a drag from server to server cuts their link, another mends it, and Escape gives up', async ({
  page,
}) => {
  await openStage(page);
  const [from, to] = [await middleOf(server(page, 'S2')), await middleOf(server(page, 'S4'))];
  await drag(page, [from, to]);
  await expect(link(page, 'S2–S4')).toHaveAccessibleName(/up$/);
  await page.mouse.up();
  await expect(link(page, 'S2–S4')).toHaveAccessibleName(/cut$/);
  await expect(page.getByRole('menu')).toHaveCount(0);
  await drag(page, [from, to]);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(link(page, 'S2–S4')).toHaveAccessibleName(/cut$/);
  await drag(page, [from, to]);
  await page.mouse.up();
  await expect(link(page, 'S2–S4')).toHaveAccessibleName(/up$/);
});

test('the hand of a timer turned to the top runs it out; let go before, or given up, it does nothing', async ({
  page,
}) => {
  await openStage(page);
  await page.getByRole('button', { name: 'Restart run' }).click();
  const s2 = server(page, 'S2');
  await expect(s2).toHaveAccessibleName(/follower, term 0/);
  const { x, y } = await middleOf(s2);
  const rim = await s2.locator('.timer-left').evaluate((arc: SVGPathElement) => {
    const left = Number.parseFloat(arc.getAttribute('stroke-dasharray') ?? '');
    const hand = arc.getPointAtLength(arc.getTotalLength() * left);
    return { x: hand.x, y: hand.y };
  });
  const hand = { x: x + rim.x, y: y + rim.y };
  const radius = Math.hypot(rim.x, rim.y);
  const left = (Math.atan2(-rim.x, -rim.y) / (2 * Math.PI) + 1) % 1;
  const at = (part: number) => {
    const angle = left * part * 2 * Math.PI;
    return { x: x - Math.sin(angle) * radius, y: y - Math.cos(angle) * radius };
  };
  const way = [0.75, 0.5, 0.25].map(at);
  await drag(page, [hand, ...way]);
  await page.mouse.up();
  await expect(s2).toHaveAccessibleName(/follower, term 0/);
  await drag(page, [hand, ...way, at(0)]);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(s2).toHaveAccessibleName(/follower, term 0/);
  await drag(page, [hand, ...way, at(0)]);
  await page.mouse.up();
  await expect(s2).toHaveAccessibleName(/candidate, term 1/);
  await expect(page.getByRole('menu')).toHaveCount(0);
});

test('a message is drawn along its way: back, it comes later; to its end, it arrives now', async ({
  page,
}) => {
  await openStage(page);
  await stepUntil(page, async () => (await messageInSight(page)) !== null);
  const at = await rested(page, () => messageInSight(page));
  if (at === null) throw new Error('no message is in sight');
  await page.mouse.click(at.x, at.y, { button: 'right' });
  const label = (await page.getByRole('menu').getAttribute('aria-label')) ?? '';
  const [, from = '', to = ''] = /from (\w+) to (\w+)/.exec(label) ?? [];
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  const [sender, receiver] = [await middleOf(server(page, from)), await middleOf(server(page, to))];
  const back = { x: at.x + (sender.x - at.x) / 6, y: at.y + (sender.y - at.y) / 6 };
  // Given up it stays where it is.
  await drag(page, [at, back]);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await rested(page, () => messageInSight(page))).toEqual(at);
  await drag(page, [at, back]);
  await page.mouse.up();
  await expect
    .poll(async () => {
      const now = await messageInSight(page);
      return now === null ? NaN : Math.hypot(now.x - back.x, now.y - back.y);
    })
    .toBeLessThan(3);
  const message = page.locator('.stage [data-message].selected');
  await expect(message).toHaveCount(1);
  const before = (await narration(page).textContent()) ?? '';
  await drag(page, [back, receiver]);
  await page.mouse.up();
  await expect(message).toHaveCount(0);
  await expect(narration(page)).not.toHaveText(before);
  await expect(narration(page)).toContainText(to);
});

test('P and two servers do the same from the keyboard', async ({ page }) => {
  await openStage(page);
  await page.keyboard.press('p');
  await expect(page.getByText('Pick two servers')).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByText('S1 and …?')).toBeVisible();
  await page.keyboard.press('3');
  await expect(link(page, 'S1–S3')).toHaveAccessibleName(/cut$/);
  await page.keyboard.press('p');
  await server(page, 'S1').click();
  await server(page, 'S3').focus();
  await page.keyboard.press('Enter');
  await expect(link(page, 'S1–S3')).toHaveAccessibleName(/up$/);
  await page.keyboard.press('p');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Pick two servers')).toHaveCount(0);
});

test('what is drawn around is offered as a side, counted against the quorum', async ({ page }) => {
  await openStage(page);
  const [s3, s4] = [await middleOf(server(page, 'S3')), await middleOf(server(page, 'S4'))];
  const around = [
    { x: s4.x - 70, y: s4.y - 60 },
    { x: s3.x + 65, y: s3.y - 60 },
    { x: s3.x + 65, y: s3.y + 62 },
    { x: s4.x - 70, y: s4.y + 62 },
  ];
  await drag(page, around);
  await page.mouse.up();
  const dialog = page.getByRole('dialog', { name: 'Partition the cluster' });
  await expect(dialog).toContainText('B: 2 of 5, no majority');
  await dialog.getByRole('button', { name: 'Cut between the sides' }).click();
  await expect(link(page, 'S3–S4')).toHaveAccessibleName(/up$/);
  await expect(link(page, 'S1–S3')).toHaveAccessibleName(/cut$/);
  await expect(page.locator('.stage')).toContainText('2 of 5: no majority');
});

test('the picture is zoomed by Ctrl and the wheel and by keys; a plain wheel leaves it alone', async ({
  page,
}) => {
  await openStage(page);
  const width = async (): Promise<number> =>
    (await server(page, 'S1').locator('.server-hit').boundingBox())?.width ?? 0;
  const before = await width();
  const { x, y } = await middleOf(server(page, 'S1'));
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -200);
  expect(await width()).toBe(before);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  await expect.poll(width).toBeGreaterThan(before * 1.2);
  await server(page, 'S1').focus();
  await page.keyboard.press('Shift+Digit1');
  await expect.poll(width).toBeCloseTo(before, 0);
  await page.keyboard.press('+');
  await expect.poll(width).toBeGreaterThan(before * 1.2);
});

test('the words of the picture are as large as the reader has text, and what is in it is taken hold of where it is seen', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1800, height: 1200 });
  await openStage(page);
  await everythingHere(page);
  const height = async (): Promise<number> =>
    (await server(page, 'S1').locator('.block-name').boundingBox())?.height ?? 0;
  const before = await rested(page, height);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await expect.poll(height).toBeGreaterThan(before * 1.5);
  await drag(
    page,
    await rested(page, () =>
      Promise.all([middleOf(server(page, 'S2')), middleOf(server(page, 'S5'))]),
    ),
  );
  await page.mouse.up();
  await expect(link(page, 'S2–S5')).toHaveAccessibleName(/cut$/);
  const { x, y } = await middleOf(server(page, 'S3'));
  await page.mouse.move(x, y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  // What was under the pointer stays under it.
  const after = await rested(page, () => middleOf(server(page, 'S3')));
  expect(Math.hypot(after.x - x, after.y - y)).toBeLessThan(3);
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true });
  test('a drag from server to server cuts their link', async ({ page }) => {
    await openStage(page);
    const [from, to] = [await middleOf(server(page, 'S2')), await middleOf(server(page, 'S5'))];
    const cdp = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [at] });
    await touch('touchStart', from);
    await touch('touchMove', { x: (from.x + to.x) / 2, y: from.y });
    await touch('touchMove', to);
    await touch('touchEnd');
    await expect(link(page, 'S2–S5')).toHaveAccessibleName(/cut$/);
  });

  test('a finger that rests on a message has its menu, and lifting it presses nothing', async ({
    page,
  }) => {
    await openStage(page);
    await stepUntil(page, async () => (await messageInSight(page)) !== null);
    const at = await rested(page, () => messageInSight(page));
    const cdp = await page.context().newCDPSession(page);
    const menu = page.getByRole('menu', { name: /^Message from/ });
    await cdp.send('Input.dispatchTouchEvent', {
      type: 'touchStart',
      touchPoints: at === null ? [] : [at],
    });
    await expect(menu).toBeVisible();
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect(menu).toBeVisible();
    await menu.getByRole('menuitem', { name: /^Drop/ }).tap();
    await expect(menu).toHaveCount(0);
  });
});

test('a hundred and one servers: a grid with arrows, one of them large, and logs that follow', async ({
  page,
}) => {
  await openPaused(page);
  await page.getByRole('button', { name: 'Conditions' }).click();
  await page.getByRole('button', { name: 'A run of 101 servers' }).click();
  await expect(server(page, 'S101')).toBeVisible();
  await server(page, 'S1').focus();
  await page.keyboard.press('ArrowRight');
  await expect(server(page, 'S2')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(server(page, 'S2')).not.toBeFocused();
  await page.keyboard.press('End');
  await expect(server(page, 'S101')).toBeFocused();
  await expect(logOf(page, 'S101')).toBeInViewport();
  const rows = page.getByRole('table', { name: 'Logs' }).getByRole('row');
  expect(await rows.count()).toBeLessThan(30);
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Crash' }).click();
  await expect(server(page, 'S101')).toHaveAccessibleName(/crashed/);
  // The same drags as on a ring: from cell to cell a cut, around cells a side. What is selected moves the cells.
  const turn = async (): Promise<void> => {
    const ends = [server(page, 'S3'), server(page, 'S25')];
    await drag(page, await rested(page, () => Promise.all(ends.map(middleOf))));
    await page.mouse.up();
  };
  await turn();
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Heal all' })).toBeEnabled();
  await turn();
  await expect(page.getByRole('button', { name: 'Heal all' })).toBeDisabled();
  const picture = await page.locator('svg.stage').boundingBox();
  const [right, top] = [(picture?.x ?? 0) + (picture?.width ?? 0) - 4, (picture?.y ?? 0) + 20];
  const loop = [
    [0, 0],
    [-220, 0],
    [-220, 120],
    [0, 120],
  ] as const;
  await drag(
    page,
    loop.map(([dx, dy]) => ({ x: right + dx, y: top + dy })),
  );
  await page.mouse.up();
  await expect(page.getByRole('dialog', { name: 'Partition the cluster' })).toBeVisible();
});

test('nine servers stand in rows, and what they are told of votes is said', async ({ page }) => {
  await openPaused(page);
  await page.getByRole('button', { name: 'Conditions' }).click();
  await page.getByRole('button', { name: 'A run of 9 servers' }).click();
  await expect(server(page, 'S9')).toBeVisible();
  // To have chosen another run is an act like others: what is said to newcomers makes room for it.
  await expect(page.getByRole('region', { name: 'Start' })).toHaveCount(0);
  const leader = await elect(page);
  const row = logOf(page, leader);
  await expect(row).toBeVisible();
  const follower = page.getByRole('button', { name: /^\w+, follower, term/ }).first();
  await expect(follower).toHaveAttribute('aria-description', /^Voted for S\d in term \d\.$/);
  // What is on its way passes under names: no row is wide enough to go around them.
  const order = page
    .locator('.stage > g')
    .evaluateAll((layers) => layers.map((one) => one.getAttribute('class') ?? ''));
  expect((await order).filter((layer) => /^(messages|servers)$/.test(layer))).toEqual([
    'messages',
    'servers',
  ]);
});

test('what is truly committed is a line through all logs, when it is asked for', async ({
  page,
}) => {
  await openPaused(page);
  await elect(page);
  await set(page, 'x', '1');
  const line = page.locator('.true-fence');
  const shown = page.getByRole('checkbox', { name: /truly committed/i });
  await shown.check();
  await expect(page.getByText('Truly committed, whoever knows it: up to 0')).toBeVisible();
  await stepUntil(page, () => page.getByText('whoever knows it: up to 1').isVisible());
  await expect(line).toBeVisible();
  // Beside the sentence: who formed this quorum, and who stands in it and in the election's (§5.4.3).
  const overlap =
    /^S\d committed up to entry 1: it is on 3 of 5\. .* in the quorum before it, too\.$/;
  await page.getByRole('button', { name: overlap }).click();
  await expect(page.getByRole('heading', { name: 'Quorums' })).toBeVisible();
  await page.keyboard.press('Escape');
  await shown.uncheck();
  await expect(line).toHaveCount(0);
});
