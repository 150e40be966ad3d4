/** The built page opens on a plain static host, keeps its own security policy, and then is quiet. */
import { expect, test } from './support/fixtures.ts';
import { everythingHere } from './support/lab.ts';

test('opens under a deep path, with its title', async ({ page }) => {
  await page.goto('./');
  await expect(page).toHaveTitle('Quorate: a Raft laboratory');
  await expect(page.getByRole('heading', { name: 'Quorate' })).toBeVisible();
});

test.describe('before any script runs', () => {
  test.use({ javaScriptEnabled: false });

  test('says what it is', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByText(/^A complete Raft cluster in your browser/)).toBeInViewport();
    await expect(page.getByText(/needs JavaScript to be on/)).toBeInViewport();
  });
});

test('carries a policy that lets nothing in from elsewhere', async ({ page }) => {
  await page.goto('./');
  const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
  await expect(policy).toHaveAttribute('content', /default-src 'none'; script-src 'self'/);
});

test('asks for nothing more once it has loaded', async ({ page }) => {
  await page.goto('./', { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  await everythingHere(page);
  const later: string[] = [];
  page.on('request', (request) => later.push(request.url()));
  // A second of frames: what the page does by itself, it does within it.
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        let frames = 60;
        const next = () => (frames-- > 0 ? requestAnimationFrame(next) : done());
        next();
      }),
  );
  expect(later).toEqual([]);
});
