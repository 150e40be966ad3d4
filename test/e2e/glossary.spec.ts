/** Terms that say what they mean: at their label by keyboard alone, and all together. */
import { expect, test } from './support/fixtures.ts';
import { commands, elect, openPaused, set } from './support/lab.ts';

test('a label of the inspector says what it means, by keyboard, and Escape closes no more', async ({
  page,
}) => {
  await openPaused(page);
  await page.keyboard.press('1');
  await page.keyboard.press('i');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const term = inspector.getByRole('button', { name: 'currentTerm', exact: true });
  await term.press('Enter');
  const meaning = inspector.getByText('The latest term a server has seen', { exact: false });
  await expect(meaning).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await expect(meaning).toHaveCount(0);
  await expect(inspector).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(inspector).toHaveCount(0);
});

test('the bar of a quorum says what a quorum is', async ({ page }) => {
  await openPaused(page);
  await elect(page);
  await set(page, 'A', '1');
  const line = commands(page).getByRole('listitem').first();
  await line.getByRole('button', { name: '1 of 5, 3 needed' }).press('Enter');
  const meaning = line.getByText('any two quorums share a server', { exact: false });
  await expect(meaning).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await expect(meaning).toHaveCount(0);
  await expect(line).toBeVisible();
});

test('the glossary is found from the palette and searched', async ({ page }) => {
  await openPaused(page);
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('dialog').getByRole('combobox').fill('glossary');
  await page.keyboard.press('Enter');
  const glossary = page.getByRole('dialog', { name: 'Glossary' });
  await expect(glossary.getByRole('listitem')).toHaveCount(38);
  await glossary.getByRole('searchbox', { name: 'Search the terms' }).fill('joint');
  await expect(glossary.getByRole('listitem')).toHaveText([/joint consensus.*§6$/]);
});
