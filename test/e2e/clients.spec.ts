/** A command on its way: appended, sent, acknowledged, committed, applied, answered; and what can go wrong. */
import { expect, test } from './support/fixtures.ts';
import {
  choose,
  commands,
  elect,
  logOf,
  openPaused,
  playAt,
  server,
  set,
  stepUntil,
} from './support/lab.ts';

test('SET at the leader waits for a majority, is committed, applied and answered', async ({
  page,
}) => {
  await openPaused(page);
  const leader = await elect(page);
  await set(page, 'A', '1');
  const line = commands(page).getByRole('listitem').filter({ hasText: 'SET A 1' });
  await expect(line).toContainText('waiting for a majority');
  await expect(logOf(page, leader).getByRole('cell', { name: /A=1 not committed/ })).toBeVisible();

  const said: string[] = [];
  await stepUntil(page, async () => {
    const state = (await line.textContent()) ?? '';
    if (said.at(-1) !== state) said.push(state);
    return state.includes('answered');
  });
  const story = said.join('\n');
  expect(story).toMatch(
    /entry 1 of \w+, sent to 4.*acknowledged, on 2 of 5.*committed.*answered: done/s,
  );
  await expect(logOf(page, leader).getByRole('cell', { name: /A=1 committed/ })).toBeVisible();
  await expect(page.getByText(`Store at ${leader}`)).toContainText('A=1');

  await page.getByRole('button', { name: 'GET', exact: true }).click();
  await stepUntil(page, async () =>
    ((await commands(page).textContent()) ?? '').includes('answered: 1'),
  );
});

test('a follower sends the client on to the leader', async ({ page }) => {
  await openPaused(page);
  const leader = await elect(page);
  const other = leader === 'S1' ? 'S2' : 'S1';
  // Until the first heartbeats have told everybody who leads.
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('.');
  await set(page, 'B', '2', other);
  await expect(commands(page)).toContainText(`redirected to ${leader}`);
  await stepUntil(page, async () =>
    ((await commands(page).textContent()) ?? '').includes('answered: done'),
  );
});

test('a client dragged onto a server asks it; dropped beside it, or given up, it asks nobody', async ({
  page,
}) => {
  await openPaused(page);
  const leader = await elect(page);
  const other = leader === 'S2' ? 'S3' : 'S2';
  await set(page, 'A', '1', other);
  await choose(page, server(page, other), 'Crash');
  const line = commands(page).getByRole('listitem').filter({ hasText: 'SET A 1' });
  const handle = line.locator('.client-handle');
  const to = async (target: string) => {
    const spot = await server(page, target).locator('.server-hit').boundingBox();
    return {
      x: (spot?.x ?? 0) + (spot?.width ?? 0) / 2,
      y: (spot?.y ?? 0) + (spot?.height ?? 0) / 2,
    };
  };
  const carry = async ({ x, y }: { x: number; y: number }): Promise<void> => {
    await handle.hover();
    await page.mouse.down();
    await page.mouse.move(x, y, { steps: 4 });
  };
  const { x, y } = await to(leader);
  await carry({ x: x + 120, y: y + 4 });
  await page.mouse.up();
  await carry({ x, y });
  await expect(page.getByText(`c1 asks ${leader}`)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(line).not.toContainText('retried');
  await carry({ x, y });
  await page.mouse.up();
  await expect(page.getByText(`c1 asks ${leader}`)).toHaveCount(0);
  await expect(line).toContainText(`retried at ${leader}`);
  await expect(page.getByRole('menu')).toHaveCount(0);
});

test('without a majority a command stays pending', async ({ page }) => {
  await openPaused(page);
  const leader = await elect(page);
  const down = ['S1', 'S2', 'S3', 'S4', 'S5'].filter((name) => name !== leader).slice(0, 3);
  for (const name of down) await choose(page, server(page, name), 'Crash');
  await set(page, 'C', '3');
  await playAt(page, 'tenth');
  await expect(commands(page)).toContainText('waiting for a majority: only 2 of 5 can be reached');
  await expect(commands(page)).not.toContainText('answered');
});

test('when its leader is lost, the client asks again and gets its answer from the next one', async ({
  page,
}) => {
  await openPaused(page);
  const old = await elect(page);
  await set(page, 'D', '4');
  await choose(page, server(page, old), 'Crash');
  await expect(commands(page)).toContainText(`sent to ${old}, which is down: no answer`);
  await expect(commands(page)).toContainText(/asks again in \d/);
  const next = await elect(page, old);
  await playAt(page, 'half');
  await expect(commands(page)).toContainText('answered: done');
  await expect(page.getByText(`Store at ${next}`)).toContainText('D=4');
});

test('a field with nothing in it says so, and nothing is asked', async ({ page }) => {
  await openPaused(page);
  await page.getByRole('textbox', { name: 'Key' }).fill('');
  await page.getByRole('button', { name: 'SET', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('A key is needed');
  await expect(page.getByRole('textbox', { name: 'Key' })).toHaveAttribute('aria-invalid', 'true');
  await expect(commands(page)).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Operation' }).selectOption('CAS');
  await page.getByRole('textbox', { name: 'Key' }).fill('A');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('CAS compares');
});
