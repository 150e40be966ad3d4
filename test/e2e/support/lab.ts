/** What the browser tests do with the page again and again, by role and accessible name. */
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** The server of that name, in the ring or in its row. */
export const server = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${name}, `) });

/** Whoever leads the highest term. */
export const leaders = (page: Page): Locator =>
  page.getByRole('button', { name: /^\w+, leader, term \d+, running/ });

/** The row of a server in the table of logs. */
export const logOf = (page: Page, name: string): Locator =>
  page.getByRole('table', { name: 'Logs' }).getByRole('row', { name: new RegExp(`^${name}`) });

export const narration = (page: Page | FrameLocator): Locator =>
  page.getByRole('status', { name: 'What just happened' });

/** Opens the page and stops time. */
export async function openPaused(page: Page): Promise<void> {
  await page.goto('./');
  await pause(page);
}

/** Waits until the page has fetched what its first view did without. */
export async function everythingHere(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('everything-here').length > 0);
}

export async function pause(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
}

/** Places on the scale of the slider. */
export const speeds = { slow: '4', tenth: '6', half: '8', real: '9' } as const;

export async function playAt(page: Page, speed: keyof typeof speeds): Promise<void> {
  await page.getByRole('slider', { name: 'Speed' }).fill(speeds[speed]);
  const play = page.getByRole('button', { name: 'Play', exact: true });
  if (await play.isVisible()) await play.click();
}

/**
 * Goes on, event by event, until one server leads the highest term; gives its name. Played by the clock the run would
 * be cut at another moment each time, and what is done then would make another run of it.
 *
 * @param old who led before, and is not meant.
 */
export async function elect(page: Page, old?: string): Promise<string> {
  await stepUntil(page, async () => {
    const labels = await leaders(page).evaluateAll((found) =>
      found.map((one) => one.getAttribute('aria-label') ?? ''),
    );
    return labels.length === 1 && labels[0]?.split(',')[0] !== old;
  });
  return nameOf(leaders(page));
}

/** The name of the server that a locator finds. */
export async function nameOf(found: Locator): Promise<string> {
  const label = await found.getAttribute('aria-label');
  return (label ?? '').split(',')[0] ?? '';
}

/** Chooses a verb from a server's or a link's menu. */
export async function choose(page: Page, of: Locator, verb: string | RegExp): Promise<void> {
  await of.press('Enter');
  await page.getByRole('menuitem', { name: verb, exact: true }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
}

/** Asks as a client, to whom it believes to lead or to `to`. */
export async function set(page: Page, key: string, value: string, to?: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Key' }).fill(key);
  await page.getByRole('textbox', { name: 'Value' }).fill(value);
  const target = page.getByRole('combobox', { name: 'Send to' });
  await target.selectOption({ label: to ?? 'the leader it believes in' });
  await page.getByRole('button', { name: 'SET', exact: true }).click();
}

/** Presses `Next event` until `there` is so, at most `most` times. */
export async function stepUntil(
  page: Page,
  there: () => Promise<boolean>,
  most = 80,
): Promise<void> {
  const next = page.getByRole('button', { name: 'Next event' });
  for (let step = 0; step < most; step += 1) {
    if (await there()) return;
    await next.click();
  }
  expect(await there()).toBe(true);
}

/** The lines about the clients' commands. */
export const commands = (page: Page): Locator =>
  page.getByRole('list', { name: 'Commands of clients' });

/** What is read when it has read the same twice, half a second of frames apart: pictures glide to where they are sent. */
export async function rested<T>(page: Page, read: () => Promise<T>): Promise<T> {
  let last = await read();
  await expect(async () => {
    const before = last;
    await page.evaluate(
      () =>
        new Promise<void>((done) => {
          let frames = 30;
          const next = () => (frames-- > 0 ? requestAnimationFrame(next) : done());
          next();
        }),
    );
    last = await read();
    expect(JSON.stringify(last)).toBe(JSON.stringify(before));
  }).toPass();
  return last;
}
