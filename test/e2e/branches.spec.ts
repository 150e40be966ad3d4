/** Acting in the past keeps the future: branches, undo, two branches compared, a link to a moment. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { draw } from '../../src/base/index.ts';
import { plainSetup } from '../../src/sim/index.ts';
import {
  engineVersion,
  fingerprint,
  give,
  loadShare,
  openTimeline,
  playTo,
  runOf,
} from '../../src/timeline/index.ts';
import { expect, test } from './support/fixtures.ts';
import { elect, logOf, openPaused, rested, server, set } from './support/lab.ts';

async function goTo(page: Page, seconds: number): Promise<void> {
  await page.keyboard.press('g');
  await page.getByRole('spinbutton', { name: 'Seconds' }).fill(String(seconds));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Time' })).toContainText(`${seconds.toFixed(3)} s`);
}

/** S1 crashed at 0.9 s and played to 1.6 s; then, back at 0.6 s, S2 crashed instead and played to 1.2 s. */
async function fork(page: Page): Promise<void> {
  await openPaused(page);
  await goTo(page, 0.9);
  await page.keyboard.press('1');
  await page.keyboard.press('x');
  await goTo(page, 1.6);
  await goTo(page, 0.6);
  await page.keyboard.press('2');
  await page.keyboard.press('x');
  await goTo(page, 1.2);
}

test('the old future stays, is entered, renamed and removed, and each act is taken back', async ({
  page,
}) => {
  await fork(page);
  await expect(server(page, 'S2')).toHaveAccessibleName(/crashed/);
  await page.getByRole('button', { name: 'Branch 2 of 2' }).click();
  const list = page.getByRole('list', { name: 'Branches of this run' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await list.getByRole('button', { name: 'Go on in As it began' }).click();
  await expect(server(page, 'S1')).toHaveAccessibleName(/crashed/);
  await expect(server(page, 'S2')).toHaveAccessibleName(/running/);
  await list.getByRole('button', { name: 'Rename' }).first().click();
  await page.getByRole('textbox', { name: 'Name of the branch' }).fill('S1 dies');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(list).toContainText('S1 dies');
  await list.getByRole('button', { name: 'Delete' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(list).not.toContainText('S1 dies');
  await page.keyboard.press('Control+Shift+z');
  await expect(list).toContainText('S1 dies');
});

test('branches survive a reload; brackets go from one to the next', async ({ page }) => {
  await fork(page);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Branch 2 of 2' })).toBeVisible();
  await page.keyboard.press('[');
  await expect(server(page, 'S1')).toHaveAccessibleName(/crashed/);
  await page.keyboard.press(']');
  await expect(server(page, 'S2')).toHaveAccessibleName(/crashed/);
});

test('two branches on one clock, and in what they differ', async ({ page }) => {
  await fork(page);
  await page.keyboard.press('b');
  await page.getByRole('button', { name: 'Compare' }).click();
  const table = page.getByRole('table', { name: 'Differences' });
  await expect(table.getByRole('row', { name: /^S1 condition running crashed/ })).toBeVisible();
  await expect(table.getByRole('row', { name: /^S2 condition crashed running/ })).toBeVisible();
  await expect(server(page, 'S2').first()).toHaveAccessibleName(/differs in the branch beside$/);
  await expect(page.getByRole('figure', { name: /^Servers in .*S1.*differ$/ })).toBeVisible();
  const signs = page.locator('.server.lit .lit-sign');
  await expect(signs).not.toHaveCount(0);
  expect((await signs.count()) % 2).toBe(0);
  await goTo(page, 0.3);
  await expect(page.getByText('At this moment the two branches do not differ.')).toBeVisible();
  await expect(signs).toHaveCount(0);
  await page.getByRole('button', { name: 'Stop comparing' }).first().click();
  await expect(page.getByRole('table', { name: 'Logs' })).toBeVisible();
});

test('what was done on the other branch is done on this one too, and the two stand side by side', async ({
  page,
}) => {
  await fork(page);
  await page.keyboard.press('b');
  await page.getByRole('button', { name: 'Repeat its acts here' }).click();
  await expect(page.getByRole('button', { name: 'Branch 3 of 3' })).toBeVisible();
  await expect(server(page, 'S1').first()).toHaveAccessibleName(/crashed/);
  const table = page.getByRole('table', { name: 'Differences' });
  await expect(table.getByRole('row', { name: /^S2 condition crashed running/ })).toBeVisible();
  await expect(table.getByRole('row', { name: /^S1 condition/ })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Branch 2 of 2' })).toBeVisible();
  await expect(server(page, 'S1')).toHaveAccessibleName(/running/);
});

test('entries that differ are lit, here and there', async ({ page }) => {
  await openPaused(page);
  await goTo(page, 0.3);
  await set(page, 'A', '1');
  await page.getByRole('heading', { name: 'Quorate' }).click();
  await goTo(page, 0.9);
  await goTo(page, 0.4);
  await set(page, 'B', '2');
  await page.getByRole('heading', { name: 'Quorate' }).click();
  await goTo(page, 0.8);
  await page.keyboard.press('b');
  await page.getByRole('button', { name: 'Compare' }).click();
  const logs = page.getByRole('table', { name: 'Logs that differ' });
  await expect(logs.getByRole('row', { name: /here .*B=2.* differs/ }).first()).toBeVisible();
  await expect(logs.getByRole('row', { name: /there .*A=1.* differs/ }).first()).toBeVisible();
});

test('opening another run is taken back, too', async ({ page }) => {
  await openPaused(page);
  const leader = await elect(page);
  await set(page, 'K', '9');
  await page.getByRole('button', { name: 'Restart run' }).click();
  await expect(logOf(page, leader)).not.toContainText('K=9');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(logOf(page, leader)).toContainText('K=9');
});

test('a link leads to this very moment, on a page that knows nothing of it', async ({
  page,
  browser,
  site,
}) => {
  await fork(page);
  await page.keyboard.press('Shift+M');
  const link = await page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
  expect(link.length).toBeLessThanOrEqual(2000);
  const state = await page.getByText(/^State [0-9a-f]{16}/).textContent();
  const other = await browser.newContext({ baseURL: site });
  const opened = await other.newPage();
  await opened.goto(link);
  const arrival = opened.getByText(/^Opened from a link: state [0-9a-f]{16}, as it was shared/);
  await expect(arrival).toContainText(state?.replace('State ', '').slice(0, 16) ?? 'no state');
  await expect(server(opened, 'S2')).toHaveAccessibleName(/crashed/);
  await expect(opened.getByRole('region', { name: 'Time' })).toContainText('1.200 s');
  expect(opened.url()).not.toContain('#r=');
  await other.close();
});

test('a link shows what was looked at, stands still, and plays where it says so', async ({
  page,
  browser,
  site,
}) => {
  await openPaused(page);
  await goTo(page, 0.3);
  await page.keyboard.press('v');
  await page.getByRole('button', { name: 'By order' }).click();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  const title = page.getByText(/^Events in view · \d+$/);
  await expect(title).not.toHaveText('Events in view · 0');
  await page.keyboard.press('2');
  await page.keyboard.press('i');
  await page.getByRole('slider', { name: 'Speed' }).fill('6');
  await page.keyboard.press('Shift+M');
  const address = page.getByRole('textbox', { name: 'Link', exact: true });
  const still = await address.inputValue();
  await page.getByRole('switch', { name: /^Plays when it is opened/ }).click();
  await expect(address).toHaveValue(`${still}&play=1`);
  const other = await browser.newContext({ baseURL: site });
  const opened = await other.newPage();
  await opened.goto(still);
  await expect(opened.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await expect(
    opened.getByRole('complementary', { name: 'Inspector' }).getByRole('heading', { name: /^S2/ }),
  ).toBeVisible();
  await expect(opened.getByRole('button', { name: 'By order' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  // A list of a window that has just moved is read when it has come to rest, here and there.
  await expect
    .poll(() => opened.getByText(/^Events in view · \d+$/).textContent())
    .toBe(await rested(page, () => title.textContent()));
  await expect(opened.getByRole('slider', { name: 'Speed' })).toHaveValue('6');
  await opened.goto(`${still}&play=1`);
  await expect(opened.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  await other.close();
});

test('what is no link says so where it was pasted, and the run in hand stays', async ({ page }) => {
  await fork(page);
  await page.keyboard.press('Shift+M');
  await page.getByRole('textbox', { name: 'Paste a link' }).fill('https://example.org/#r=aXXXX');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('cut off or mistyped');
  await page.keyboard.press('Escape');
  await expect(server(page, 'S2')).toHaveAccessibleName(/crashed/);
});

/** A run of so many crashes and restarts, at times that no compressor guesses, as the text of a link. */
async function linkOf(acts: number, version = engineVersion): Promise<string> {
  const timeline = openTimeline(runOf(plainSetup(5, 7)));
  for (let act = 0; act < acts; act += 1) {
    playTo(timeline, 300 + act * 2 + draw(1, 2, act));
    const server = Math.floor(act / 2) % 5;
    give(timeline, { type: act % 2 === 0 ? 'crash' : 'restart', server });
  }
  const { encodeLink } = await loadShare();
  const { seq, time } = timeline.world;
  const print = fingerprint(timeline.world);
  const run = { ...timeline.run, version };
  return `#r=${encodeLink({ run, at: { seq, time }, fingerprint: print, look: {} })}`;
}

test('a link of an older engine says so', async ({ page }) => {
  await page.goto(`./${await linkOf(4, engineVersion - 1)}`);
  await expect(
    page.getByText(`This link was made by version ${engineVersion - 1} of the engine`),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: 'Time' })).toContainText('0.30');
});

test('a run that no address holds is saved as a file, and opened from it', async ({ page }) => {
  await openPaused(page);
  const link = await linkOf(900);
  const opened = page.getByText(/^Opened from a link: state [0-9a-f]{16}, as it was shared/);
  const openFile = async (text: string): Promise<void> => {
    await page.keyboard.press('Shift+M');
    const buffer = Buffer.from(text);
    await page
      .getByLabel('Open a saved run…')
      .setInputFiles({ name: 'quorate-run.txt', mimeType: 'text/plain', buffer });
    await expect(opened).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  await openFile(link);
  const moment = await page.getByRole('region', { name: 'Time' }).textContent();
  await page.keyboard.press('Shift+M');
  await expect(page.getByText(/addresses of more than 2000 are often cut off/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Link', exact: true })).toHaveCount(0);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save as a file' }).click();
  const saved = readFileSync(await (await download).path(), 'utf8');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Restart run' }).click();
  await openFile(saved);
  await expect(page.getByRole('region', { name: 'Time' })).toHaveText(moment ?? 'a moment');
});

test('Figure 2 beside the run: the lines that shaped the last event, and every time one did', async ({
  page,
}) => {
  await openPaused(page);
  await elect(page);
  await page.getByRole('button', { name: 'Figure 2' }).click();
  const panel = page.getByRole('complementary', { name: 'Figure 2' });
  const now = panel.getByRole('region', { name: 'Just now' });
  await expect(now.getByRole('listitem').first()).toBeVisible();
  await panel
    .getByRole('button', { name: /^Can2 Votes from a majority/ })
    .last()
    .click();
  await panel
    .getByRole('list', { name: 'Every time Can2 was obeyed' })
    .getByRole('button')
    .first()
    .click();
  await expect(page.getByRole('status', { name: 'What just happened' })).toContainText(
    'it leads term',
  );
});

test('every act by its name', async ({ page }) => {
  await openPaused(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find an action' }).fill('crash S3');
  await page.keyboard.press('Enter');
  await expect(server(page, 'S3')).toHaveAccessibleName(/crashed/);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find an action' }).fill('nothing of the kind');
  await expect(page.getByText('No action is called so.')).toBeVisible();
});

test('the learner delivers: nothing arrives until it is delivered', async ({ page }) => {
  await openPaused(page);
  await elect(page);
  await set(page, 'K', '9');
  await page.keyboard.press('i');
  await page.getByRole('switch', { name: /^I deliver every message/ }).click();
  await goTo(page, 5);
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByRole('button', { name: 'Deliver the oldest' }).click();
  await inspector.getByRole('button', { name: /→/ }).first().click();
  await inspector.getByRole('button', { name: 'Hold', exact: true }).click();
  await expect(inspector.getByRole('button', { name: 'Release', exact: true })).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(inspector.getByText('This message has arrived or was lost.')).toBeVisible();
});
