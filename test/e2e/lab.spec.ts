/** The lab: a rule is broken with a prediction, schedules are searched, a tiny world is gone through, trials are measured. */
import type { Locator, Page } from '@playwright/test';
import { complaints } from './support/complaints.ts';
import { expect, test } from './support/fixtures.ts';
import { openPaused } from './support/lab.ts';

const notice = (page: Page) => page.getByRole('status', { name: 'Lab' });
const modified = (page: Page) => page.getByRole('status', { name: 'Modified Raft' });

/** A figure as it is read, without what groups its digits. */
const numberIn = async (figure: Locator): Promise<number> =>
  Number(((await figure.textContent()) ?? '').replace(/\D/g, ''));

test('a rule is switched off, its failure predicted, shown and hunted', async ({ page }) => {
  await openPaused(page);
  await page.getByRole('button', { name: 'Lab', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Lab', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await page.getByRole('button', { name: 'Vote only for a log at least as up to date' }).click();
  const card = page.getByRole('article', { name: /^Vote only/ });
  await expect(card).toContainText('§5.4.1');
  // What it protects would answer the question.
  await expect(card.getByRole('term').filter({ hasText: 'Protects' })).toHaveCount(0);
  await card.getByRole('button', { name: 'Show me' }).click();
  await expect(card.getByRole('alert')).toHaveText('First say what you expect to fail.');
  await card.getByRole('radio', { name: 'Election Safety' }).check();
  await card.getByRole('button', { name: 'Show me' }).click();
  await expect(notice(page)).toContainText(
    'You said: Election Safety. What fails first: Leader Completeness.',
  );
  await expect(modified(page)).toContainText('vote.upToDate is off');
  await expect(page.getByRole('status', { name: 'Properties' })).toContainText(
    'Leader Completeness broken',
  );
  await notice(page).getByRole('button', { name: 'Back to the lab' }).click();
  await expect(card).toContainText('The run showed: Leader Completeness.');
  await expect(card).toContainText('A server with an empty log is elected');
  await expect(page.getByRole('img', { name: 'predicted otherwise' })).toBeVisible();
  await card.getByRole('button', { name: 'Hunt by hand' }).click();
  await expect(notice(page)).toContainText('with vote.upToDate off: break Leader Completeness');
});

test('by keys: the lab opens, its tabs and rules are walked, Escape leads back to its button', async ({
  page,
}) => {
  await openPaused(page);
  await page.keyboard.press('Shift+B');
  await expect(page.getByRole('heading', { name: 'Lab', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('tab', { name: 'Break' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('tab', { name: 'Measure' })).toBeFocused();
  await page.keyboard.press('Home');
  await expect(page.getByRole('tab', { name: 'Break' })).toHaveAttribute('aria-selected', 'true');
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toHaveAccessibleName(
    'Vote only for a log at least as up to date',
  );
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Lab', exact: true })).toBeFocused();
  await expect(page.getByRole('table', { name: 'Logs' })).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the lab fills the page, and a rule is broken there', async ({ page }) => {
    await openPaused(page);
    await page.getByRole('button', { name: /^Clients/ }).tap();
    await page.getByRole('dialog').getByRole('button', { name: 'Lab', exact: true }).tap();
    const lab = page.getByRole('dialog', { name: 'Lab' });
    await lab.getByRole('button', { name: 'One vote a term' }).tap();
    await lab.getByRole('radio', { name: 'Election Safety' }).tap();
    await lab.getByRole('button', { name: 'Show me' }).tap();
    await expect(lab).toHaveCount(0);
    await expect(notice(page)).toContainText('Right: Election Safety.');
    await expect(modified(page)).toContainText('vote.onePerTerm is off');
  });
});

test('the searcher finds what a rule that is off breaks, makes it small, and opens it there', async ({
  page,
}) => {
  await openPaused(page);
  await page.keyboard.press('Shift+B');
  await page.getByRole('button', { name: 'One vote a term' }).click();
  await page.getByRole('button', { name: 'Let it be searched' }).click();
  await expect(page.getByRole('tab', { name: 'Search' })).toHaveAttribute('aria-selected', 'true');
  const form = page.getByRole('form', { name: 'What to search' });
  await expect(form).toContainText('vote.onePerTerm');
  await form.getByRole('spinbutton', { name: 'Seeds' }).fill('0');
  await form.getByRole('spinbutton', { name: 'Seeds' }).press('Tab');
  await expect(form.getByRole('alert')).toHaveText('A whole number from 1 to 1000000.');
  await form.getByRole('spinbutton', { name: 'Seeds' }).fill('20000');
  await form.getByRole('button', { name: 'Search', exact: true }).click();
  const found = page.getByRole('tabpanel').getByText(/^Election Safety, in \d+ steps; found by/);
  await expect(found).toBeVisible();
  await expect(page.getByRole('list', { name: /^Rules obeyed/ })).toContainText('RV2 obeyed');
  await expect(page.getByRole('list', { name: 'Steps' }).getByRole('listitem')).not.toHaveCount(0);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^quorate-ElectionSafety-\d+\.yaml$/);
  await page.getByRole('button', { name: 'Open at this moment' }).click();
  await expect(page.getByRole('status', { name: 'Properties' })).toContainText(
    'Election Safety broken',
  );
  await expect(modified(page)).toContainText('vote.onePerTerm is off');
});

test('a search is cancelled and goes on, and its state survives a look at the sandbox', async ({
  page,
}) => {
  await openPaused(page);
  await page.keyboard.press('Shift+B');
  await page.getByRole('tab', { name: 'Search' }).click();
  const form = page.getByRole('form', { name: 'What to search' });
  await form.getByText('Rules off').click();
  await form.getByRole('checkbox', { name: 'One vote a term' }).uncheck();
  await form.getByRole('button', { name: 'Search', exact: true }).click();
  const seeds = page.getByRole('tabpanel').getByRole('definition').first();
  await expect(seeds).not.toHaveText('0');
  await form.getByRole('button', { name: 'Cancel' }).click();
  const stopped = await numberIn(seeds);
  await page.getByRole('button', { name: 'Sandbox', exact: true }).click();
  await page.getByRole('button', { name: 'Lab', exact: true }).click();
  await expect(page.getByText('Stopped. It goes on where it was.')).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect.poll(() => numberIn(seeds)).toBeGreaterThan(stopped);
  await form.getByRole('button', { name: 'Cancel' }).click();
});

test('a tiny world is gone through; with a rule off its shortest break opens', async ({ page }) => {
  await openPaused(page);
  await page.keyboard.press('Shift+B');
  await page.getByRole('tab', { name: 'Exhaust' }).click();
  const form = page.getByRole('form', { name: 'How tiny a world' });
  await form.getByRole('combobox', { name: 'Servers' }).selectOption('2');
  await form.getByRole('button', { name: 'Go through all' }).click();
  await expect(page.getByText(/^Every property holds in all \d+ worlds/)).toBeVisible();
  await form.getByRole('combobox', { name: 'Servers' }).selectOption('3');
  await form.getByRole('combobox', { name: /^Messages in flight/ }).selectOption('4');
  // A world of so many terms takes far longer than the test: it rests in its worker and goes on from there.
  await form.getByRole('combobox', { name: 'Terms' }).selectOption('3');
  await form.getByRole('button', { name: 'Go through all' }).click();
  const worlds = page.getByRole('tabpanel').getByRole('definition').first();
  await expect.poll(() => numberIn(worlds)).toBeGreaterThan(0);
  await form.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText(/^Stopped before the end/)).toBeVisible();
  const atRest = await numberIn(worlds);
  await form.getByRole('button', { name: 'Go on' }).click();
  await expect.poll(() => numberIn(worlds)).toBeGreaterThan(atRest);
  await form.getByRole('button', { name: 'Cancel' }).click();
  await form.getByRole('combobox', { name: 'Terms' }).selectOption('2');
  await form.getByText('Rules off').click();
  await form.getByRole('checkbox', { name: 'One vote a term' }).check();
  await form.getByRole('button', { name: 'Go through all' }).click();
  await expect(page.getByText(/^Election Safety breaks in \d+ steps/)).toBeVisible();
  await page.getByRole('button', { name: 'Open at this moment' }).click();
  await expect(page.getByRole('status', { name: 'Properties' })).toContainText(
    'Election Safety broken',
  );
});

test('an experiment is measured, drawn and told in a table, and its trials are had as CSV', async ({
  page,
}) => {
  await openPaused(page);
  await page.keyboard.press('Shift+B');
  await page.getByRole('tab', { name: 'Measure' }).click();
  const form = page.getByRole('form', { name: 'Experiment' });
  await expect(page.getByText(/^Nothing was measured yet/)).toBeVisible();
  await form.getByRole('spinbutton', { name: 'Trials a line' }).fill('10');
  await form.getByRole('button', { name: 'Measure', exact: true }).click();
  await expect(page.getByText(/^91 trials in /)).toBeVisible();
  const table = page.getByRole('table', { name: 'How much randomness: figures' });
  const row = table.getByRole('row', { name: /150-155/ });
  await expect(row.getByRole('cell').first()).toHaveText('10');
  await expect(row.getByRole('cell').nth(1)).toHaveText(/\d (ms|s)$/);
  await expect(row.getByRole('cell').last()).toHaveText('median 287 ms');
  await expect(page.locator('.curves .curves-lines path')).toHaveCount(11);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('quorate-downtime.csv');
  expect(await complaints(page, 'main')).toEqual([]);
  await page.getByRole('tab', { name: 'Exhaust' }).click();
  await expect(page.getByRole('form', { name: 'How tiny a world' })).toBeVisible();
  expect(await complaints(page, 'main')).toEqual([]);
  await page.getByRole('tab', { name: 'Search' }).click();
  await expect(page.getByRole('form', { name: 'What to search' })).toBeVisible();
  expect(await complaints(page, 'main')).toEqual([]);
});
