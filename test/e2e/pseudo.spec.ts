/**
 * Room for any language: the page in a made-up one, two fifths longer than English and all in brackets. Nothing
 * runs out of the page, no label is cut off, and nothing is said that the catalogue does not say.
 */
import type { Page } from '@playwright/test';
import { serve } from '../../src/cli/serve.mjs';
import { pseudoText } from '../support/pseudo.ts';
import { buildPseudo } from '../support/pseudoSite.ts';
import { test as base, expect } from './support/fixtures.ts';
import { everythingHere } from './support/lab.ts';

const test = base.extend<object, { site: string }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads what a fixture needs from this pattern.
    async ({}, use) => {
      const { folder, remove } = await buildPseudo();
      const server = await serve(folder, { under: '/deep/path/' });
      await use(server.url);
      await server.close();
      remove();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

const said = (text: string): RegExp => new RegExp(pseudoText(text).replace(/[[\].*?()+]/g, '\\$&'));

/** What is wrong with the page as it stands, in words. */
const faults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide of ${clientWidth}`);
    const isSeen = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
    };
    const labels = 'button, a, summary, th, label, h1, h2, h3, h4, [role="tab"], [role="menuitem"]';
    for (const element of document.querySelectorAll<HTMLElement>(labels)) {
      const isCut = element.scrollWidth > element.clientWidth && element.clientWidth > 0;
      const isHidden = getComputedStyle(element).overflowX !== 'visible';
      const box = element.getBoundingClientRect();
      const runsOut = box.right > clientWidth + 1 || box.left < -1;
      const scrolls =
        element.closest('.panel-body, .dialog, .log-frame, .clients, .right') !== null;
      if (
        isSeen(element) &&
        ((isCut && (isHidden || element.tagName === 'BUTTON')) || (runsOut && !scrolls))
      )
        found.push(`cut off: ${element.outerHTML.slice(0, 160)}`);
    }
    // What a person gave or the run is made of: names, figures, commands, terms of the paper, texts of lessons.
    const given =
      /^[\s\d.,:;×%·…+−→↑↓▲▽✓✕✔?§=()<>′/-]*$|^[A-Za-z]?\d*$|^(SET|GET|INCR|CAS|DELETE|Quorate|ms|s)$|^[\d./]+ ?(ms|s|%|×)$|^(⇧|Shift |Ctrl )*([A-Z]|Delete|Enter)$|^(AE|RV|All|Fol|Can|Ldr)\d$|^term$|^S\d, [\d.]+ s$|^http/;
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
      const element = node.parentElement;
      const text = (node.textContent ?? '').trim();
      if (
        element === null ||
        !isSeen(element) ||
        element.closest('kbd, code, option, noscript, [lang]:not(html)')
      )
        continue;
      if (!given.test(text) && !/[[\]~]/.test(text)) found.push(`not of words: ${text}`);
    }
    return [...new Set(found)];
  });

/** Opens the page, all of it, and stops time. */
async function openStill(page: Page): Promise<void> {
  await page.goto('./');
  await everythingHere(page);
  await page
    .getByRole('button', { name: said('Pause') })
    .first()
    .click();
}

const press =
  (...keys: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };

const menuOf = (name: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
};

/** Acts at the start of the run, which begins a branch, and puts the two side by side. */
async function compare(page: Page): Promise<void> {
  const crashed = (name: string) =>
    page.getByRole('button', { name: new RegExp(`${name}, çrášhéd`) });
  await press('2', 'x')(page);
  await expect(crashed('S2')).toBeVisible();
  await press('Home', '1', 'x')(page);
  await expect(crashed('S1')).toBeVisible();
  await press('ArrowRight', 'b')(page);
  await page
    .getByRole('button', { name: said('Compare') })
    .first()
    .click();
}

/** The states of the page, each by the keys and presses that lead there. */
const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  start: press(),
  command: press('c', 'Enter', 'Escape', 'ArrowRight'),
  menu: menuOf(/S1, /),
  inspector: press('1', 'i'),
  figure2: press('Shift+R'),
  rules: press('r'),
  branches: press('b'),
  why: press('2', 'e'),
  share: press('Shift+M'),
  palette: press('ControlOrMeta+k'),
  partition: press('p'),
  goTo: press('g'),
  help: press('?'),
  diagram: press('v'),
};

async function visit(page: Page, open: (page: Page) => Promise<void>): Promise<string[]> {
  await page.evaluate(
    () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
  );
  await open(page);
  await expect(page.locator('.page, [role=dialog]').first()).toBeVisible();
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  return faults(page);
}

for (const viewport of [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
]) {
  test.describe(`${viewport.width} px wide`, () => {
    test.use({ viewport });

    test('there is room for any language, and nothing unsaid by words', async ({ page }) => {
      test.slow();
      await openStill(page);
      const found: Record<string, readonly string[]> = {};
      for (const [name, open] of Object.entries(states)) {
        const wrong = await visit(page, open);
        if (wrong.length > 0) found[name] = wrong;
        await press('Escape')(page);
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
      expect(found).toEqual({});
    });

    test('there is room for any language beside another branch', async ({ page }) => {
      await openStill(page);
      await compare(page);
      expect(await faults(page)).toEqual([]);
    });

    test('there is room for any language among the settings', async ({ page }) => {
      await page.goto('./');
      await everythingHere(page);
      const isPhone = viewport.width < 700;
      const way = isPhone ? 'Clients, links and settings' : 'Conditions';
      await page
        .getByRole('button', { name: said(way) })
        .first()
        .click();
      await expect(page.getByRole('slider', { name: said('Message loss') })).toBeVisible();
      expect(await faults(page)).toEqual([]);
    });
  });
}
