/**
 * A person who has never seen the page: finds what a sign means, makes a split vote, sees why an entry is not
 * committed, and shares the moment; by keys alone, by fingers alone, and by mouse. Only what can be seen or heard is used.
 */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { everythingHere, narration, server } from './support/lab.ts';

/** How one presses what one has found. */
interface Hand {
  readonly isPhone: boolean;
  press(target: Locator): Promise<void>;
}

/** The pointer goes there first, as a hand does. */
const mouse = (page: Page): Hand => ({
  isPhone: false,
  press: async (target) => {
    await expect(target).toBeVisible();
    await target.scrollIntoViewIfNeeded();
    // A server is its disc, not the middle of the room that it takes with its name.
    const disc = target.locator('circle').first();
    const aim = (await disc.count()) > 0 ? disc : target;
    const { x, y, width, height } = (await aim.boundingBox()) ?? fail(target);
    await page.mouse.click(x + width / 2, y + height / 2);
  },
});

const finger: Hand = { isPhone: true, press: (target) => target.tap() };

/** What brings the focus nearer to an element; null: it is there. The ring is one stop of Tab, with arrows inside. */
function keyTowards(target: Element): string | null {
  const { activeElement: now } = document;
  if (now === null || now === target) return null;
  if (target.matches('[role=menuitem]')) return 'ArrowDown';
  if (target.matches('[data-server]') && now.matches('[data-server]')) return 'ArrowRight';
  const isBefore = now.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING;
  return isBefore ? 'Shift+Tab' : 'Tab';
}

/** Tab and arrows, until it has the focus; then Enter. Nothing is focused for it. */
const keyboard = (page: Page): Hand => ({
  isPhone: false,
  press: async (target) => {
    await expect(target).toBeVisible();
    for (let left = 150; left > 0; left -= 1) {
      const key = await target.evaluate(keyTowards);
      if (key === null) break;
      await page.keyboard.press(key);
    }
    await expect(target).toBeFocused();
    await page.keyboard.press('Enter');
  },
});

function fail(target: Locator): never {
  throw new Error(`it has no place on the page: ${target}`);
}

const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

/** On a phone what has no room is in the sheet. */
async function inSheet(page: Page, { isPhone, press }: Hand): Promise<void> {
  if (isPhone) await press(button(page, 'Clients, links and settings'));
}

async function arrive(page: Page, { press }: Hand): Promise<void> {
  await page.goto('./');
  await press(button(page, 'Pause'));
  await everythingHere(page);
}

async function findSign(page: Page, { press }: Hand): Promise<void> {
  await press(button(page, 'Help'));
  const help = page.getByRole('dialog', { name: 'Help' });
  await press(help.getByRole('button', { name: 'What each sign means', exact: true }));
  await expect(help.getByRole('region', { name: 'Signs', exact: true })).toBeInViewport();
  await expect(help.getByText('Heartbeat: no entries')).toBeInViewport();
  await press(help.getByRole('button', { name: 'Close', exact: true }));
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

const candidates = (page: Page): Locator => button(page, /^S\d, candidate, term 1/);

/** Goes on an event at a time; on a phone the sheet is closed for it. */
async function stepUntil(page: Page, { press }: Hand, there: () => Promise<boolean>) {
  for (let left = 80; left > 0 && !(await there()); left -= 1)
    await press(button(page, 'Next event'));
  expect(await there()).toBe(true);
}

/** From the beginning, since an election may be under way by the time a slow machine has paused. */
async function splitVote(page: Page, hand: Hand): Promise<void> {
  await inSheet(page, hand);
  await hand.press(button(page, 'Restart run'));
  await hand.press(button(page, 'Align timers'));
  await expect(button(page, 'Spread timers')).toBeVisible();
  if (hand.isPhone) await hand.press(button(page, 'Close'));
  await stepUntil(page, hand, async () => (await candidates(page).count()) === 5);
  for (const name of ['S1', 'S2', 'S3', 'S4', 'S5'])
    await expect(server(page, name)).toHaveAccessibleName(/candidate, term 1/);
  await expect(button(page, /, leader, /)).toHaveCount(0);
}

/** Spreads the timers again, waits for a leader, and leaves it with too few. */
async function whyNotCommitted(page: Page, hand: Hand): Promise<void> {
  await inSheet(page, hand);
  await hand.press(button(page, 'Spread timers'));
  if (hand.isPhone) await hand.press(button(page, 'Close'));
  const leader = button(page, /^S\d, leader, term \d+, running/);
  await stepUntil(page, hand, async () => (await leader.count()) === 1);
  const name = ((await leader.getAttribute('aria-label')) ?? '').slice(0, 2);
  const others = ['S1', 'S2', 'S3', 'S4', 'S5'].filter((one) => one !== name);
  for (const other of others.slice(0, 3)) {
    await hand.press(server(page, other));
    await hand.press(page.getByRole('menuitem', { name: 'Crash', exact: true }));
    await expect(server(page, other)).toHaveAccessibleName(/crashed/);
  }
  await inSheet(page, hand);
  await hand.press(button(page, 'SET'));
  if (hand.isPhone) await hand.press(button(page, 'Close'));
  const row = page
    .getByRole('table', { name: 'Logs' })
    .getByRole('row', { name: new RegExp(`^${name}`) });
  await hand.press(row.getByRole('button', { name: 'Why is entry 1 not committed?' }));
  const why = page.getByRole(hand.isPhone ? 'dialog' : 'complementary', { name: 'Why' });
  await expect(why.getByRole('status').first()).toContainText(`${name} cannot commit entry 1`);
  await expect(why).toContainText(`${others[0]} is down.`);
  await hand.press(why.getByRole('button', { name: 'Close', exact: true }));
}

async function share(page: Page, hand: Hand): Promise<void> {
  await inSheet(page, hand);
  await hand.press(button(page, 'Share'));
  const dialog = page.getByRole('dialog', { name: 'Share' });
  const link = dialog.getByRole('textbox').first();
  await expect(link).toHaveValue(/#/);
  await hand.press(dialog.getByRole('button', { name: /^Copy/ }).first());
  const address = await link.inputValue();
  const other = await page.context().newPage();
  await other.goto(address);
  await expect(other.getByText(/^Opened from a link: state .* as it was shared\.$/)).toBeVisible();
  await expect(button(other, /, crashed/)).toHaveCount(3);
}

async function all(page: Page, hand: Hand): Promise<void> {
  await arrive(page, hand);
  await findSign(page, hand);
  await splitVote(page, hand);
  await whyNotCommitted(page, hand);
  await expect(narration(page)).not.toBeEmpty();
  await share(page, hand);
}

// An event a press, and a page that is found the way it is seen: many presses.
test.beforeEach(() => test.slow());

test('by mouse', async ({ page }) => all(page, mouse(page)));

test('by keys alone', async ({ page }) => all(page, keyboard(page)));

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  test('by fingers alone', async ({ page }) => all(page, finger));
});
