/** The space-time diagram: what is selected in it is selected everywhere, and an arrival can be moved. */
import type { Locator, Page } from '@playwright/test';
import { complaints } from './support/complaints.ts';
import { expect, test } from './support/fixtures.ts';
import {
  choose,
  leaders,
  nameOf,
  openPaused,
  pause,
  playAt,
  rested,
  server,
  set,
  stepUntil,
} from './support/lab.ts';
import { touching } from './support/touch.ts';

const picture = (page: Page): Locator => page.getByRole('group', { name: 'Space-time diagram' });
const events = (page: Page): Locator => page.getByRole('list', { name: 'Events in view' });
const event = (page: Page, name: RegExp): Locator =>
  events(page).getByRole('button', { name }).first();
const card = (page: Page): Locator => page.getByRole('region', { name: 'Selected event' });
const time = (page: Page): Locator => page.getByRole('region', { name: 'Time', exact: true });

async function goTo(page: Page, seconds: string): Promise<void> {
  await page.keyboard.press('g');
  await page.getByRole('spinbutton', { name: 'Seconds' }).fill(seconds);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** The first election of a first visit, with some of what follows it known, and the diagram around it. */
async function openDiagram(page: Page): Promise<string> {
  await openPaused(page);
  await goTo(page, '0.45');
  await goTo(page, '0.22');
  await expect(leaders(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Space-time', exact: true }).click();
  await expect(picture(page)).toBeVisible();
  return nameOf(leaders(page));
}

test('an event is selected here and everywhere; what it could not have to do with is said', async ({
  page,
}) => {
  const leader = await openDiagram(page);
  const vote = event(page, /receives RequestVote of term 1 from S\d: grants/);
  await vote.click();
  await expect(vote).toHaveAttribute('aria-pressed', 'true');
  await expect(card(page)).toContainText(`its one vote of term 1`);
  await expect(card(page)).toContainText('neither could have caused the other');
  await expect(event(page, /times out and stands in term 1 · led to it/)).toBeVisible();
  await expect(event(page, /receives RequestVote .*grants · concurrent/)).toBeVisible();
  await expect(event(page, /answer to RequestVote .* · follows from it/)).toBeVisible();
  const voter = ((await vote.textContent()) ?? '').match(/(S\d) receives/)?.[1] ?? '';
  await page.keyboard.press('i');
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText(
    'An event is selected',
  );
  await page.keyboard.press('i');
  await expect(page.locator('.server.selected')).toHaveAccessibleName(new RegExp(`^${voter}, `));
  await expect(page.locator('#logs tr.is-picked')).toContainText(voter);
  expect(voter).not.toBe(leader);
  // Only who stood and who voted had a part in it: the other three stand back, here as on the stage and in the logs.
  await expect(page.locator('.stage .servers > [data-aside]')).toHaveCount(3);
  await expect(page.locator('#logs .log-row[data-aside]')).toHaveCount(3);
  await expect(page.locator('.score-trail path')).toHaveAttribute('d', /M/);
  const answer = page.getByRole('complementary', { name: 'Why' }).getByRole('status').first();
  await card(page)
    .getByRole('button', { name: /^Why\?/ })
    .click();
  await expect(answer).toHaveText(`${voter} voted for ${leader} in term 1.`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await expect(answer).toHaveText(`${voter} voted for ${leader} in term 1.`);
  await page.getByRole('button', { name: 'Space-time', exact: true }).click();
  await expect(page.locator('[data-aside]')).toHaveCount(0);
});

test('an event that did not happen on another branch is not selected there', async ({ page }) => {
  await openDiagram(page);
  await page.keyboard.press('Shift+Digit1');
  await events(page).getByRole('button').last().click();
  await expect(card(page)).not.toContainText('Select an event');
  // An act that is about nothing selected: the future that was known stays behind on its branch.
  await page.keyboard.press('h');
  await expect(page.getByRole('button', { name: 'Branch 2 of 2' })).toBeVisible();
  await goTo(page, '0.45');
  await expect(card(page)).toContainText('Select an event');
  await expect(events(page).getByRole('button', { pressed: true })).toHaveCount(0);
});

test('arrows go along the lane and along messages; Enter goes there', async ({ page }) => {
  await openDiagram(page);
  await event(page, /receives RequestVote of term 1/).click();
  await picture(page).focus();
  await page.keyboard.press('ArrowUp');
  await expect(card(page)).toContainText('it stands for election in term 1');
  await page.keyboard.press('ArrowDown');
  await expect(card(page)).toContainText('its one vote of term 1');
  await page.keyboard.press('ArrowRight');
  await expect(card(page)).not.toContainText('its one vote of term 1');
  await page.keyboard.press('ArrowLeft');
  await expect(card(page)).toContainText('its one vote of term 1');
  const moment = await card(page).getByRole('time').textContent();
  await page.keyboard.press('Enter');
  await expect(time(page)).toContainText(moment ?? 'a moment');
  await page.keyboard.press('Escape');
  await expect(card(page)).toContainText('Select an event');
});

test('an arrival is delayed by a press, which begins a branch', async ({ page }) => {
  await openDiagram(page);
  await event(page, /receives RequestVote of term 1/).click();
  const text = (await event(page, /receives RequestVote of term 1/).textContent()) ?? '';
  const arrived = Number(text.match(/^([\d.]+) s/)?.[1]);
  await page.getByRole('button', { name: 'Delay by 10 ms' }).click();
  const due = (arrived + 0.01).toFixed(3);
  await expect(card(page)).toContainText(`on its way: arrives at ${due} s`);
  await expect(page.getByRole('status', { name: 'What just happened' })).toContainText(
    `is delayed: it arrives at ${due} s`,
  );
  await page.getByRole('button', { name: 'Delay by 100 ms' }).click();
  await expect(card(page)).toContainText(`arrives at ${(arrived + 0.11).toFixed(3)} s`);
});

test('an arrival is dragged to later, and given up with Escape', async ({ page }) => {
  await openDiagram(page);
  const vote = event(page, /receives RequestVote of term 1/);
  await vote.click();
  await page.keyboard.press('w');
  const handle = picture(page).locator('.handle.arrival');
  await expect(handle).toHaveCount(1);
  const box = await handle.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 5, (box?.y ?? 0) + 5];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 4 });
  await expect(picture(page).locator('.drag text')).toContainText(
    /\+\d+(\.\d)? ms, arrives at \d\.\d{3} s/,
  );
  await page.keyboard.press('Escape');
  await expect(picture(page).locator('.drag')).toBeHidden();
  await page.mouse.up();
  await expect(card(page)).toContainText('its one vote of term 1');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 4 });
  await page.mouse.up();
  await expect(card(page)).toContainText('on its way: arrives at');
});

test('the order of events instead of the clock keeps the selection; quiet heartbeats are one row', async ({
  page,
}) => {
  const leader = await openDiagram(page);
  await goTo(page, '0.45');
  await set(page, 'x', '1');
  await goTo(page, '0.9');
  await goTo(page, '0.46');
  await event(page, new RegExp(`c1 asks ${leader}`)).click();
  await page.getByRole('button', { name: 'By order' }).click();
  await expect(page.getByRole('button', { name: 'By order' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(event(page, /c1 asks .* · selected/)).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Show the whole run' }).click();
  await expect(
    events(page)
      .getByText(/heartbeat rounds? without news/)
      .first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'By the clock' }).click();
  await expect(event(page, /c1 asks .* · selected/)).toHaveAttribute('aria-pressed', 'true');
});

test('zoomed and moved by wheel, by hand, by the ruler and by keys', async ({ page }) => {
  await openDiagram(page);
  const title = page.getByText(/^Events in view · \d+$/);
  const read = async (): Promise<number> => Number((await title.textContent())?.match(/\d+$/)?.[0]);
  const first = await read();
  for (const key of ['w', 'w', 'w', 'w', '+']) await page.keyboard.press(key);
  await expect.poll(read).toBeLessThan(first);
  const few = await read();
  await page.keyboard.press('Shift+Digit1');
  await expect.poll(read).toBeGreaterThan(few);
  const all = await read();
  await picture(page).hover();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -900);
  await page.keyboard.up('Control');
  await expect.poll(read).toBeLessThan(all);
  await page.keyboard.press('Shift+Digit1');
  await expect.poll(read).toBe(all);
  const box = await picture(page).boundingBox();
  const ruler = (box?.y ?? 0) + (box?.height ?? 0) - 10;
  await page.mouse.move((box?.x ?? 0) + 60, ruler);
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 220, ruler, { steps: 3 });
  await page.mouse.up();
  await expect.poll(read).toBeLessThan(all);
  await page.keyboard.press('Shift+Digit1');
  await expect.poll(read).toBe(all);
  for (const key of ['w', 'w', 'w', 'w', '+']) await page.keyboard.press(key);
  await expect.poll(read).toBeLessThan(all);
  const near = await rested(page, () => events(page).textContent());
  for (const key of ['a', 'a', 'a', 'a']) await page.keyboard.press(key);
  await expect.poll(() => events(page).textContent()).not.toBe(near);
  for (let press = 0; press < 4; press += 1)
    await page.getByRole('button', { name: 'Later', exact: true }).click();
  await expect.poll(() => events(page).textContent()).toBe(near);
});

/** The names of the lanes as they stand, from the first on. */
async function laneNames(
  page: Page,
  along: 'x' | 'y' = 'y',
  which = 'text:not(.client)',
): Promise<string[]> {
  const names = picture(page).locator(`.lane-names ${which}`);
  const found = await Promise.all(
    (await names.all()).map(async (name) => ({
      name: (await name.textContent()) ?? '',
      at: (await name.boundingBox())?.[along] ?? 0,
    })),
  );
  return found.sort((a, b) => a.at - b.at).map(({ name }) => name);
}

async function middleOf(found: Locator): Promise<{ x: number; y: number }> {
  const box = await found.boundingBox();
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
}

test('lanes are moved by hand, by keys, by buttons and from a menu, and stay so', async ({
  page,
}) => {
  await openDiagram(page);
  expect(await laneNames(page)).toEqual(['S1', 'S2', 'S3', 'S4', 'S5']);
  const nameOfLane = (name: string): Locator => picture(page).getByText(name, { exact: true });
  const [from, to] = [await middleOf(nameOfLane('S5')), await middleOf(nameOfLane('S1'))];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y - 8, { steps: 4 });
  await expect(picture(page).locator('.gap:not([display])')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await laneNames(page)).toEqual(['S1', 'S2', 'S3', 'S4', 'S5']);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y - 8, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => laneNames(page)).toEqual(['S5', 'S1', 'S2', 'S3', 'S4']);
  await nameOfLane('S1').click({ force: true });
  await picture(page).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(() => laneNames(page)).toEqual(['S5', 'S2', 'S1', 'S3', 'S4']);
  await page.getByRole('button', { name: 'Lane down' }).click();
  await expect.poll(() => laneNames(page)).toEqual(['S5', 'S2', 'S3', 'S1', 'S4']);
  await choose(page, server(page, 'S1'), 'Lane up');
  await expect.poll(() => laneNames(page)).toEqual(['S5', 'S2', 'S1', 'S3', 'S4']);
  await page.reload();
  await page.getByRole('button', { name: 'Space-time', exact: true }).click();
  await expect.poll(() => laneNames(page)).toEqual(['S5', 'S2', 'S1', 'S3', 'S4']);
});

test('the lane of a client goes among those of the servers, and stays so', async ({ page }) => {
  await openDiagram(page);
  await set(page, 'A', '1');
  const allNames = (): Promise<string[]> => laneNames(page, 'y', 'text');
  await expect.poll(allNames).toEqual(['c1', 'S1', 'S2', 'S3', 'S4', 'S5']);
  const nameOfLane = (name: string): Locator => picture(page).getByText(name, { exact: true });
  const [from, to] = [await middleOf(nameOfLane('c1')), await middleOf(nameOfLane('S2'))];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y + 6, { steps: 4 });
  await page.mouse.up();
  await expect.poll(allNames).toEqual(['S1', 'S2', 'c1', 'S3', 'S4', 'S5']);
  await nameOfLane('c1').click({ force: true });
  await expect(card(page)).toContainText('c1');
  await picture(page).focus();
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(allNames).toEqual(['S1', 'c1', 'S2', 'S3', 'S4', 'S5']);
  await page.getByRole('button', { name: 'Lane down' }).click();
  await expect.poll(allNames).toEqual(['S1', 'S2', 'c1', 'S3', 'S4', 'S5']);
  await page.reload();
  await page.getByRole('button', { name: 'Space-time', exact: true }).click();
  await expect.poll(allNames).toEqual(['S1', 'S2', 'c1', 'S3', 'S4', 'S5']);
});

test('two presses on the ground show the whole run', async ({ page }) => {
  await openDiagram(page);
  const title = page.getByText(/^Events in view · \d+$/);
  const read = async (): Promise<number> => Number((await title.textContent())?.match(/\d+$/)?.[0]);
  await page.keyboard.press('Shift+Digit1');
  const all = await rested(page, read);
  for (const key of ['w', 'w', 'w', 'w', '+']) await page.keyboard.press(key);
  await expect.poll(read).toBeLessThan(all);
  const box = await picture(page).boundingBox();
  await page.mouse.dblclick((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 8);
  await expect.poll(read).toBe(all);
});

test('on the score a frame says what is shown: it is dragged, stretched, given up and moved by keys', async ({
  page,
}) => {
  await openDiagram(page);
  await page.keyboard.press('w');
  const frame = page.getByRole('slider', { name: 'Part of the run in the diagram' });
  const shown = async (): Promise<[number, number]> => {
    const text = (await frame.getAttribute('aria-valuetext')) ?? '';
    const [from, to] = [...text.matchAll(/[\d.]+(?= s)/g)].map(Number);
    return [from ?? 0, to ?? 0];
  };
  const [from, to] = await rested(page, shown);
  expect(to).toBeGreaterThan(from);
  const middle = await middleOf(frame);
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x - 40, middle.y, { steps: 4 });
  await expect.poll(async () => (await shown())[0]).toBeLessThan(from);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(shown).toEqual([from, to]);
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x - 40, middle.y, { steps: 4 });
  await page.mouse.up();
  const [left, right] = await rested(page, shown);
  expect(left).toBeLessThan(from);
  expect(right - left).toBeCloseTo(to - from, 2);
  const box = await frame.boundingBox();
  const end = (box?.x ?? 0) + (box?.width ?? 0) - 3;
  await page.mouse.move(end, middle.y);
  await page.mouse.down();
  await page.mouse.move(end + 40, middle.y, { steps: 4 });
  await page.mouse.up();
  const [stays, wider] = await rested(page, shown);
  expect(stays).toBeCloseTo(left, 2);
  expect(wider).toBeGreaterThan(right);
  await frame.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await shown())[0]).toBeLessThan(stays);
  const before = await rested(page, shown);
  await page.keyboard.press('ArrowUp');
  await expect
    .poll(async () => (await shown())[1] - (await shown())[0])
    .toBeLessThan(before[1] - before[0]);
  const near = await rested(page, shown);
  await page.getByRole('button', { name: 'By order' }).click();
  await page.keyboard.press('d');
  await expect.poll(async () => (await shown())[1]).toBeGreaterThan(near[1]);
});

test('from the slider of time Shift and an arrow go from mark to mark', async ({ page }) => {
  await openDiagram(page);
  const slider = page.getByRole('slider', { name: 'Timeline' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(time(page)).toContainText('0.000 s');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByRole('status', { name: 'What just happened' })).toContainText(
    'a majority: it leads term 1',
  );
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(time(page)).not.toContainText('0.000 s');
});

test('V goes through the views; a text for ShiViz is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPaused(page);
  await stepUntil(page, async () => (await leaders(page).count()) === 1);
  await page.keyboard.press('v');
  await expect(picture(page)).toBeVisible();
  await expect(leaders(page)).toBeVisible();
  await page.keyboard.press('v');
  await expect(leaders(page)).toBeHidden();
  await page.getByRole('button', { name: 'Copy as ShiViz text' }).click();
  await expect(page.getByText('Copied: the events in view')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^S\d \{"S\d":1\}\n[\d.]+ s, S\d /);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as ShiViz text' }).click();
  expect((await download).suggestedFilename()).toBe('quorate-shiviz.txt');
  await page.keyboard.press('v');
  await expect(picture(page)).toHaveCount(0);
  await expect(leaders(page)).toBeVisible();
});

test('it follows the playhead while it plays, and time can be left alone', async ({ page }) => {
  await openDiagram(page);
  const last = (): Promise<string | null> => events(page).getByRole('button').last().textContent();
  const before = await last();
  await playAt(page, 'tenth');
  await expect.poll(last).not.toBe(before);
  await pause(page);
});

for (const theme of ['light', 'dark'] as const) {
  test(`nothing for axe to complain of, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openDiagram(page);
    await event(page, /receives RequestVote of term 1/).click();
    await expect(card(page)).toContainText('its one vote');
    expect(await complaints(page)).toEqual([]);
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('it has the whole screen, time runs down, and nothing scrolls sideways', async ({
    page,
  }) => {
    await openPaused(page);
    await stepUntil(page, async () => (await leaders(page).count()) === 1);
    await page.getByRole('button', { name: 'Space-time', exact: true }).tap();
    const sheet = page.getByRole('dialog', { name: 'Space-time' });
    await expect(sheet).toBeVisible();
    await sheet.getByText(/^Events in view/).tap();
    await event(page, /receives RequestVote of term 1/).tap();
    await expect(card(page)).toContainText('its one vote of term 1');
    const [first, second] = await Promise.all(
      ['S1', 'S2'].map((name) => picture(page).getByText(name, { exact: true }).boundingBox()),
    );
    expect(first?.y).toBe(second?.y);
    // The list and the card leave the picture its room.
    expect((await picture(page).boundingBox())?.height).toBeGreaterThan(240);
    await page.getByRole('button', { name: 'Delay by 10 ms' }).tap();
    await expect(card(page)).toContainText('on its way: arrives at');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBe(390);
    expect(await complaints(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Close' }).tap();
    await expect(sheet).toHaveCount(0);
  });

  test('two fingers zoom and move it, a double tap shows the whole run', async ({ page }) => {
    await openPaused(page);
    await stepUntil(page, async () => (await leaders(page).count()) === 1);
    await page.getByRole('button', { name: 'Space-time', exact: true }).tap();
    const title = page.getByText(/^Events in view · \d+$/);
    const read = async (): Promise<number> =>
      Number((await title.textContent())?.match(/\d+$/)?.[0]);
    await page.getByRole('button', { name: 'Show the whole run' }).tap();
    const all = await read();
    const at = await middleOf(picture(page));
    const touch = await touching(page);
    await touch(
      [
        [at.x, at.y - 30],
        [at.x, at.y + 30],
      ],
      [
        [at.x, at.y - 200],
        [at.x, at.y + 200],
      ],
    );
    await expect.poll(read).toBeLessThan(all);
    const labels = (): Promise<string[]> => picture(page).locator('.axis text').allTextContents();
    const before = await labels();
    await touch(
      [
        [at.x - 40, at.y],
        [at.x + 40, at.y],
      ],
      [
        [at.x - 40, at.y + 90],
        [at.x + 40, at.y + 90],
      ],
    );
    await expect.poll(labels).not.toEqual(before);
    const box = await picture(page).boundingBox();
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) - 6, (box?.y ?? 0) + 60];
    await page.touchscreen.tap(x, y);
    await page.touchscreen.tap(x, y);
    await expect.poll(read).toBe(all);
  });

  test('a lane is moved by its button, and time runs down', async ({ page }) => {
    await openPaused(page);
    await stepUntil(page, async () => (await leaders(page).count()) === 1);
    await page.getByRole('button', { name: 'Space-time', exact: true }).tap();
    const first = await middleOf(picture(page).getByText('S1', { exact: true }));
    await page.touchscreen.tap(first.x, first.y);
    await page.getByRole('button', { name: 'Lane right' }).tap();
    await expect.poll(() => laneNames(page, 'x')).toEqual(['S2', 'S1', 'S3', 'S4', 'S5']);
  });
});
