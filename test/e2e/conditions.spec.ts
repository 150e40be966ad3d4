/** The conditions of a run, lessons and files: what takes effect, and what is refused with a sentence. */
import { expect, test } from './support/fixtures.ts';
import { elect, leaders, openPaused, playAt, server } from './support/lab.ts';

test('conditions change the run in hand', async ({ page }) => {
  await openPaused(page);
  await page.getByRole('button', { name: 'Conditions', exact: true }).click();
  for (const [name, value, said] of [
    ['Heartbeat interval', '75', '75 ms'],
    ['Election timeout maximum', '400', '400 ms'],
    ['Election timeout minimum', '200', '200 ms'],
    ['Latency maximum', '30', '30 ms'],
    ['Latency minimum', '10', '10 ms'],
    ['Message loss', '20', '20 %'],
    ['Message duplication', '5', '5 %'],
  ] as const) {
    const slider = page.getByRole('slider', { name });
    await slider.fill(value);
    await expect(slider).toHaveAttribute('aria-valuetext', said);
  }
  await page.getByRole('combobox', { name: 'Backtracking' }).selectOption('Conflicting term');
  await page.getByRole('switch', { name: /no-op/ }).check();
  const profile = page.getByRole('combobox', { name: 'Profile' });
  await expect(profile).toHaveValue('own');
  await profile.selectOption('The paper');
  await expect(page.getByRole('slider', { name: 'Message loss' })).toHaveValue('0');
  await expect(page.getByRole('switch', { name: /no-op/ })).not.toBeChecked();
});

test('a range upside down is not applied, and says why', async ({ page }) => {
  await openPaused(page);
  await page.getByRole('button', { name: 'Conditions', exact: true }).click();
  const minimum = page.getByRole('slider', { name: 'Election timeout minimum' });
  await minimum.fill('500');
  await expect(page.getByRole('alert')).toContainText('its minimum must not exceed its maximum');
  await expect(minimum).toHaveValue('500');
  await page.getByRole('slider', { name: 'Election timeout maximum' }).fill('600');
  await minimum.fill('450');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('any size from one to a hundred and one, and any seed', async ({ page }) => {
  await openPaused(page);
  await page.getByRole('button', { name: 'Conditions', exact: true }).click();
  const servers = page.getByRole('spinbutton', { name: 'Servers' });
  await servers.fill('9');
  await servers.press('Enter');
  await expect(server(page, 'S9')).toBeVisible();
  await servers.fill('0');
  await servers.press('Enter');
  await expect(page.getByRole('alert')).toContainText('1 to 101 servers');
  await expect(server(page, 'S9')).toBeVisible();
  await servers.fill('1');
  await servers.press('Enter');
  await expect(server(page, 'S2')).toHaveCount(0);
  const seed = page.getByRole('spinbutton', { name: 'Seed' });
  await seed.fill('1.5');
  await seed.press('Enter');
  await expect(page.getByRole('alert')).toContainText('whole number');
  await seed.fill('42');
  await seed.press('Enter');
  await expect(page.getByRole('region', { name: 'Time' })).toContainText('seed 42');
  await playAt(page, 'half');
  await expect(leaders(page)).toHaveCount(1);
});

test('a lesson opens from the menu, and playing takes it to its next stop', async ({ page }) => {
  await openPaused(page);
  await page
    .getByRole('combobox', { name: 'Scenario' })
    .selectOption({ label: 'Lesson 2 · Two servers elect a leader' });
  await expect(server(page, 'serverthree')).toHaveAccessibleName(/^serverthree, crashed/);
  await page.getByRole('slider', { name: 'Speed' }).fill('13');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Stop 2 of/ })).toHaveAttribute(
    'aria-current',
    'step',
  );
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await page.getByRole('combobox', { name: 'Scenario' }).selectOption({ label: 'Sandbox' });
  await expect(server(page, 'S1')).toBeVisible();
});

test('a file that is no scenario says what is wrong with it, and the run stays', async ({
  page,
}) => {
  await openPaused(page);
  const leader = await elect(page);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('combobox', { name: 'Scenario' }).selectOption({ label: 'Open a file…' });
  const chooser = await choosing;
  const file = (text: string) => ({
    name: 'mine.yaml',
    mimeType: 'text/yaml',
    buffer: Buffer.from(text),
  });
  await chooser.setFiles(file('quorate: 1\nservers: 3\nstepz: []\n'));
  await expect(page.getByRole('alert')).toContainText('mine.yaml, line 3');
  await expect(server(page, leader)).toHaveAccessibleName(/leader/);

  await page
    .getByLabel('Scenario file')
    .setInputFiles(file('quorate: 1\ntitle: Three\nservers: 3\nsteps: []\n'));
  await expect(server(page, 'S4')).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
});
