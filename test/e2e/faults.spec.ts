/** What can be done to servers and links: crash and restart, pause and resume, cut and mend, divide and heal. */
import { expect, test } from './support/fixtures.ts';
import { choose, elect, narration, openPaused, server, stepUntil } from './support/lab.ts';

test('a killed leader is replaced, and follows when it is back', async ({ page }) => {
  await openPaused(page);
  const old = await elect(page);
  await choose(page, server(page, old), 'Crash');
  await expect(server(page, old)).toHaveAccessibleName(new RegExp(`^${old}, crashed, term 1`));
  // The ring around what is selected is open where the cross stands.
  const ring = server(page, old).locator('.picked-ring');
  await expect
    .poll(() => ring.evaluate(isDrawnAtEnds as (ring: Element) => unknown))
    .toEqual([false, true]);
  await elect(page, old);
  await choose(page, server(page, old), 'Restart');
  const said = (): Promise<string | null> => server(page, old).getAttribute('aria-label');
  await stepUntil(page, async () => /follower, term 2/.test((await said()) ?? ''));
});

/** Whether a circle is drawn at its top and at its foot. */
function isDrawnAtEnds(ring: SVGCircleElement): readonly boolean[] {
  const radius = ring.r.baseVal.value;
  return [-radius, radius].map((y) => ring.isPointInStroke(new DOMPoint(0, y)));
}

test('a menu offers what can be done, and gives the focus back', async ({ page }) => {
  await openPaused(page);
  await server(page, 'S1').click();
  await expect(page.getByRole('menuitem')).toHaveText([
    /^Crash/,
    /^Restart/,
    /^Pause/,
    /^Resume/,
    /^Time out/,
    /^Make it the leader/,
    /^Remove from the cluster/,
    /^Take a snapshot/,
    /^Inspect/,
    /^Why is it so/,
    /^Why not otherwise/,
  ]);
  await expect(page.getByRole('menuitem', { name: 'Restart' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(server(page, 'S1')).toBeFocused();
});

test('a paused process stands still until it is resumed; a timeout begins an election', async ({
  page,
}) => {
  await openPaused(page);
  await choose(page, server(page, 'S2'), 'Pause');
  await expect(server(page, 'S2')).toHaveAccessibleName(/^S2, paused, term 0/);
  await choose(page, server(page, 'S2'), 'Resume');
  await expect(server(page, 'S2')).toHaveAccessibleName(/^S2, follower, term 0, running/);
  await choose(page, server(page, 'S2'), 'Time out');
  await expect(server(page, 'S2')).toHaveAccessibleName(/^S2, candidate, term 1, running/);
  await expect(narration(page)).toContainText('S2 has heard from no leader');
});

test('a link is cut in one direction, then in both, and mended', async ({ page }) => {
  await openPaused(page);
  const link = page.getByRole('button', { name: /^Link S1–S3/ });
  await choose(page, link, 'Cut S3→S1');
  await expect(link).toHaveAccessibleName('Link S1–S3, one-way S1→S3');
  await choose(page, link, 'Cut both ways');
  await expect(link).toHaveAccessibleName('Link S1–S3, cut');
  await choose(page, link, 'Mend');
  await expect(link).toHaveAccessibleName('Link S1–S3, up');
  // What all links have can be set for one alone, in one direction.
  await choose(page, link, 'Inspect');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByText('Change S1→S3 alone').click();
  const loss = inspector.getByRole('slider', { name: 'Message loss, S1→S3' });
  await loss.fill('100');
  await expect(inspector.getByRole('definition').filter({ hasText: '100 %' })).toHaveCount(1);
  await inspector.getByRole('button', { name: 'Like all other links' }).first().click();
  await expect(loss).toHaveValue('0');
});

test('a partition leaves the smaller side without a leader of its own; healing joins them', async ({
  page,
}) => {
  await openPaused(page);
  await page.getByRole('button', { name: 'Partition…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Partition the cluster' });
  const side = (name: string, letter: string) =>
    dialog.getByRole('group', { name, exact: true }).getByRole('radio', { name: `Side ${letter}` });
  await side('S1', 'B').check();
  await side('S4', 'A').check();
  await expect(dialog).toContainText('A: 3 of 5, has a majority');
  await expect(dialog).toContainText('B: 2 of 5, no majority');
  await dialog.getByRole('button', { name: 'Cut between the sides' }).click();
  await expect(page.getByRole('button', { name: 'Link S1–S2, cut' })).toBeAttached();
  await expect(page.getByRole('button', { name: 'Link S1–S5, up' })).toBeAttached();
  expect(['S2', 'S3', 'S4']).toContain(await elect(page));
  await page.getByRole('button', { name: 'Heal all' }).click();
  await expect(page.getByRole('button', { name: /^Link .*, cut$/ })).toHaveCount(0);
});

test('what cannot be done is refused with a sentence', async ({ page }) => {
  await openPaused(page);
  await page.keyboard.press('x');
  await expect(page.getByRole('alert')).toContainText('Select a server first');
});
