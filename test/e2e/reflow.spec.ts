/** A12: text twice as large, text set wider, and a page at four times its size: nothing is lost, and it scrolls one way. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { everythingHere, leaders, narration, rested } from './support/lab.ts';
import { leaveState, openState, states } from './support/states.ts';

// Every state of the page in one loop.
test.beforeEach(() => test.slow());

/** What cannot be come to or read without scrolling two ways, in words. */
const lost = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const say = (what: string, { outerHTML }: Element): unknown =>
      found.push(`${what}: ${outerHTML.slice(0, 90)}`);
    const wide = document.documentElement.scrollWidth;
    if (wide !== innerWidth) found.push(`the page is ${wide} wide of ${innerWidth}`);
    // Pictures may be panned; what is there for the ear only has no room.
    const isRead = (element: Element): boolean =>
      element.closest('svg, canvas, .hidden, .skip') === null &&
      getComputedStyle(element).clipPath === 'none' &&
      element.checkVisibility({ visibilityProperty: true });
    for (const element of document.querySelectorAll('body *')) {
      if (!isRead(element)) continue;
      const { overflowX, textOverflow } = getComputedStyle(element);
      const isWider = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1;
      if (isWider && /auto|scroll/.test(overflowX)) say('scrolls sideways', element);
      const isCut = isWider && /hidden|clip/.test(overflowX) && textOverflow !== 'ellipsis';
      if (isCut && element.matches('button, label, h1, h2, h3, p, th, .log-name'))
        say('cut off', element);
      if (!element.matches('button, a, select, input, textarea, [role=dialog]')) continue;
      const { left, right, top, bottom, width } = element.getBoundingClientRect();
      if (width > 1 && (left < -1 || right > innerWidth + 1)) say('beside the page', element);
      const isFixed = element.matches('[role=dialog]');
      if (isFixed && (top < -1 || bottom > innerHeight + 1)) say('out of the page', element);
    }
    return found;
  });

/** 1.4.12: these spacings, whatever the page would have. */
const wider = (): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }',
  );
  document.adoptedStyleSheets.push(sheet);
};

/** Text of a reader who wants it twice as large; `usually` is what a browser has by itself. */
async function enlargeText(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
}

/** A style of a reader's own, which no rule of the page about its width hears of. */
const enlargeRoot = (): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('html { font-size: 200% !important; }');
  document.adoptedStyleSheets.push(sheet);
};

interface Reader {
  readonly width: number;
  readonly height: number;
  readonly before: (page: Page) => Promise<unknown>;
}

const readers: Readonly<Record<string, Reader>> = {
  'four times the size': { width: 320, height: 256, before: async () => {} },
  'four times as wide, and text set wider': {
    width: 320,
    height: 800,
    before: (page) => page.addInitScript(wider),
  },
  'text twice as large': { width: 1280, height: 800, before: enlargeText },
  'text twice as large by a style of the reader': {
    width: 1280,
    height: 800,
    before: (page) => page.addInitScript(enlargeRoot),
  },
};

/** What is open besides: a course, a lesson in hand, each bench of the lab. */
async function elsewhere(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await page.goto('./');
  await everythingHere(page);
  await page.getByRole('button', { name: /^Watch the story/ }).press('Enter');
  const lesson = page.getByRole('button', { name: /Split brain that is not/ });
  await expect(lesson).toBeVisible();
  await look('contents');
  await lesson.click();
  await expect(page.locator('[data-lesson]')).toContainText('Split brain that is not');
  for (let stop = 2; stop < 7; stop += 1) {
    await page.keyboard.press('PageDown');
    await expect(
      page.getByRole('button', { name: `Stop ${stop} of 7`, exact: true }),
    ).toBeVisible();
  }
  await look('lesson');
  await page.keyboard.press('Shift+B');
  for (const bench of ['Break', 'Search', 'Exhaust', 'Measure']) {
    await page.getByRole('tab', { name: bench, exact: true }).click();
    await expect(page.getByRole('tabpanel')).not.toBeEmpty();
    await look(bench);
  }
}

for (const [name, { width, height, before }] of Object.entries(readers))
  test(`A12: ${name}, ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await before(page);
    await page.goto('./');
    await everythingHere(page);
    for (let left = 60; left > 0 && (await leaders(page).count()) === 0; left -= 1)
      await page.keyboard.press('ArrowRight');
    await expect(narration(page)).toBeVisible();
    const found: Record<string, string[]> = {};
    const look = async (state: string): Promise<void> => {
      // A panel may be too wide for a moment while it is put together: what stays so is lost.
      const isWell = (await lost(page)).length === 0;
      const said = isWell ? [] : await rested(page, () => lost(page));
      if (said.length > 0) found[state] = said;
    };
    for (const state of Object.keys(states)) {
      await openState(page, state);
      await look(state);
      await leaveState(page, state);
    }
    await elsewhere(page, look);
    expect(found).toEqual({});
  });

test('A12: on a phone, text twice as large: what is said at the top lies side by side, and all of it is there', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await enlargeText(page);
  await page.goto('./');
  await everythingHere(page);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  const boxes = await rested(page, () =>
    page
      .locator('.bar button:visible, .bar select, .bar dt, .bar dd')
      .evaluateAll((found) => found.map((one) => one.getBoundingClientRect().toJSON() as DOMRect)),
  );
  const over = boxes.filter((one) =>
    boxes.some(
      (other) =>
        other !== one &&
        one.left < other.right - 1 &&
        other.left < one.right - 1 &&
        one.top < other.bottom - 9 && // What is pressed reaches a little over its line.
        other.top < one.bottom - 9,
    ),
  );
  expect(over).toEqual([]);
  expect(await rested(page, () => lost(page))).toEqual([]);
  const empty = await page.getByText(/^No entries yet/).boundingBox();
  expect(empty?.width).toBeGreaterThan(200);
});
