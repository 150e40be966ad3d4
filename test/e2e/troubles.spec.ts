/** What is not supposed to happen: a broken property stops time, an error of the program saves the run. */
import { expect, test } from './support/fixtures.ts';
import { narration, openPaused } from './support/lab.ts';

/** Every timer is the same, and a server may vote twice in a term. */
const twoLeaders = `quorate: 1
title: Two votes in one term
servers: 3
rulesOff: [vote.onePerTerm]
timers: manual
steps:
  - timeout: S1
  - timeout: S3
  - run: 200
`;

test('a broken property stops time and names the two facts', async ({ page }) => {
  await openPaused(page);
  await page.getByLabel('Scenario file').setInputFiles({
    name: 'two-leaders.yaml',
    mimeType: 'text/yaml',
    buffer: Buffer.from(twoLeaders),
  });
  const properties = page.getByRole('status', { name: 'Properties' });
  await page.getByRole('slider', { name: 'Speed' }).fill('9');
  await expect(properties).toContainText('Election Safety broken');
  await expect(narration(page)).toContainText('S1 and S3 were both elected in term 1');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Previous event' }).click();
  await expect(properties).toContainText('all properties hold');
});

test('an error of the program offers the run to copy, and a new one', async ({ page }) => {
  await openPaused(page);
  await page.evaluate(() =>
    window.dispatchEvent(new ErrorEvent('error', { error: new Error('no such entry') })),
  );
  const panel = page.getByRole('alert');
  await expect(panel).toContainText('no such entry');
  await expect(page.getByRole('textbox', { name: /seed and commands/ })).toHaveValue(/"seed":7/);
  await page.getByRole('button', { name: 'Start a new run' }).click();
  await expect(page.getByRole('table', { name: 'Logs' })).toBeVisible();
});
