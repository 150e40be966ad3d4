/** What of the accessibility statements A1 to A15 a machine can see; `SCREENREADER.md` holds what a person must hear. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import {
  choose,
  elect,
  everythingHere,
  leaders,
  narration,
  openPaused,
  playAt,
  server,
  set,
} from './support/lab.ts';
import { leaveState, openState, states } from './support/states.ts';

// The whole page in many states, and a machine that may be busy.
test.beforeEach(() => test.slow());

/** What a state has added to the page, the innermost first; the rest was looked at in the state `page`. */
const added = ['[role=dialog]', 'aside.panel', 'section.spacetime'];

/** Of the first `theme` everything; of another only what colours can spoil: nothing else hangs on them. */
async function complaints(page: Page, theme: Theme): Promise<string[]> {
  // There are no frames within: without them the findings need no page of their own to be put together.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  for (const part of added)
    if ((await page.locator(part).count()) > 0) {
      axe.include(part);
      break;
    }
  if (theme !== themes[0]) axe.withRules(['color-contrast', 'link-in-text-block']);
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${theme}, ${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  );
}

const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** A run in which somebody leads, somebody is down, and a command waits. */
async function busy(page: Page): Promise<string> {
  await openPaused(page);
  await everythingHere(page);
  await page.getByRole('heading', { name: 'Quorate' }).click();
  for (let left = 60; left > 0 && (await leaders(page).count()) === 0; left -= 1)
    await page.keyboard.press('ArrowRight');
  const leading = (await leaders(page).getAttribute('aria-label')) ?? '';
  const other = leading.startsWith('S1') ? '2' : '1';
  await page.keyboard.press(other);
  await page.keyboard.press('x');
  return leading.slice(0, 2);
}

for (const width of [360, 768, 1280])
  test(`A15: nothing for axe to complain of in any state and theme, ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: themes[0], reducedMotion: 'reduce' });
    await page.goto('./');
    await everythingHere(page);
    await page.getByRole('heading', { name: 'Quorate' }).click();
    const found: Record<string, string[]> = {};
    for (const name of Object.keys(states)) {
      await openState(page, name);
      for (const theme of themes) {
        await page.emulateMedia({ colorScheme: theme });
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        const said = await complaints(page, theme);
        if (said.length > 0) found[name] = [...(found[name] ?? []), ...said];
      }
      await leaveState(page, name);
    }
    expect(found).toEqual({});
  });

/** Where everything stands that is drawn, as text. */
const places = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...document.querySelectorAll('svg *, main *')]
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height].map((edge) => edge.toFixed(1)).join(' ');
      })
      .join('\n'),
  );

/** So many frames later. */
const frames = (page: Page, count: number): Promise<void> =>
  page.evaluate(
    (left) =>
      new Promise<void>((done) => {
        const next = (more: number): unknown =>
          more === 0 ? done() : requestAnimationFrame(() => next(more - 1));
        next(left);
      }),
    count,
  );

test('A1: pause stops every motion, timers too', async ({ page }) => {
  await page.goto('./');
  await everythingHere(page);
  await playAt(page, 'tenth');
  await expect(leaders(page)).toHaveCount(1);
  const changes = await page.evaluate(async () => {
    const pause = document.querySelector<HTMLButtonElement>('[aria-label="Pause"]');
    pause?.click();
    const startedMs = performance.now();
    while (performance.now() - startedMs < 100) await new Promise(requestAnimationFrame);
    let count = 0;
    const watcher = new MutationObserver((records) => {
      count += records.length;
    });
    for (const picture of document.querySelectorAll('svg.stage, svg.score'))
      watcher.observe(picture, {
        attributes: true,
        childList: true,
        subtree: true,
        characterData: true,
      });
    for (let left = 30; left > 0; left -= 1) await new Promise(requestAnimationFrame);
    const moving = document.getAnimations().filter(({ playState }) => playState === 'running');
    return { count, moving: moving.length };
  });
  expect(changes).toEqual({ count: 0, moving: 0 });
});

test('A2: who asked for no motion sees nothing move, and steps to the same sentences', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./');
  await everythingHere(page);
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  const before = await places(page);
  await frames(page, 30);
  expect(await places(page)).toBe(before);
  for (let left = 12; left > 0; left -= 1) {
    await page.getByRole('button', { name: 'Next event' }).click();
    await expect(narration(page)).not.toBeEmpty();
    const stands = await places(page);
    await frames(page, 6);
    expect(await places(page)).toBe(stands);
  }
});

test('A4: skip links come first, and lead where they say', async ({ page }) => {
  await openPaused(page);
  for (const target of ['servers', 'logs', 'timeline', 'narration']) {
    const link = page.getByRole('navigation', { name: 'Skip to' }).locator(`a[href="#${target}"]`);
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator(`#${target}`)).toHaveCount(1);
    const isThere = await page.evaluate(
      (id) => document.getElementById(id)?.contains(document.activeElement) ?? false,
      target,
    );
    expect([target, isThere]).toEqual([target, true]);
  }
});

const inText = '.skip, [hidden], p, li, dd, td, .source';

/** What can be pressed and is too small, by name; what stands in a line of text is let be (2.5.8). */
const tooSmall = (page: Page, least: number, letBe = inText): Promise<string[]> =>
  page.evaluate(
    ([size, spared]) => {
      const pressed =
        'button, a[href], select, input:not([type=hidden]), summary, [role=button], [role=menuitem]';
      return [...document.querySelectorAll(pressed)].flatMap((element) => {
        if (element.closest(spared) !== null) return [];
        if (!element.checkVisibility({ visibilityProperty: true })) return [];
        // The slider of time is for keys; a pointer meets the picture around it.
        if (getComputedStyle(element).pointerEvents === 'none') return [];
        // What is pressed of a link is a line, whose box knows nothing of how thick it is.
        const line = element.matches('[data-link]')
          ? element.querySelector<SVGLineElement>('.link-hit')
          : null;
        const thick = parseFloat(line === null ? '' : getComputedStyle(line).strokeWidth);
        if (line !== null && thick * (line.getScreenCTM()?.a ?? 0) >= size) return [];
        const target = element.closest('label') ?? element;
        const { width, height } = target.getBoundingClientRect();
        if (width === 0 || (width >= size && height >= size)) return [];
        const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
        return [
          `${name || element.outerHTML.slice(0, 60)}: ${Math.round(width)} × ${Math.round(height)}`,
        ];
      });
    },
    [least, letBe] as const,
  );

for (const [width, least] of [
  [1280, 24],
  [390, 44],
] as const)
  test(`A6: whatever is pressed is ${least} px or more at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await busy(page);
    const found: Record<string, string[]> = {};
    for (const name of Object.keys(states)) {
      await openState(page, name);
      const small = await tooSmall(page, least);
      if (small.length > 0) found[name] = small;
      await leaveState(page, name);
    }
    expect(found).toEqual({});
  });

test('A6: what is pressed within a line of text is 24 px or more, too', async ({ page }) => {
  await busy(page);
  const found: Record<string, string[]> = {};
  for (const name of ['page', 'inspector', 'Figure 2', 'why', 'properties', 'share', 'glossary']) {
    await openState(page, name);
    const small = await tooSmall(page, 24, '.skip, [hidden]');
    if (small.length > 0) found[name] = small;
    await leaveState(page, name);
  }
  expect(found).toEqual({});
});

test('A7: servers, logs and messages have names, roles and order of their own', async ({
  page,
}) => {
  await openPaused(page);
  const leader = await elect(page);
  await set(page, 'A', '1');
  await expect(server(page, leader)).toHaveAccessibleName(
    new RegExp(`^${leader}, leader, term \\d+, running`),
  );
  await expect(page.getByRole('table', { name: 'Logs' }).getByRole('columnheader')).not.toHaveCount(
    0,
  );
  await expect(page.getByRole('table', { name: 'Logs' }).getByRole('rowheader')).toHaveCount(5);
  expect(await page.locator('svg[aria-hidden=true] [role=button]').count()).toBe(0);
});

test('A8: one sentence in 700 ms at most, at every speed', async ({ page }) => {
  // Timers of one length split every vote: there is more to say than can be said.
  await openPaused(page);
  await everythingHere(page);
  await page.getByRole('button', { name: 'Restart run' }).click();
  await page.getByRole('button', { name: 'Align timers' }).click();
  const gaps = page.evaluate(
    () =>
      new Promise<number[]>((done) => {
        const region = document.querySelector('[role=status][aria-label="What just happened"]');
        const times: number[] = [];
        const watcher = new MutationObserver(() => {
          times.push(performance.now());
          if (times.length === 5)
            done(times.slice(1).map((time, place) => time - (times[place] ?? 0)));
        });
        if (region !== null)
          watcher.observe(region, { childList: true, characterData: true, subtree: true });
      }),
  );
  await playAt(page, 'half');
  // A frame's worth of grain: what is asked for between two frames is shown with the next.
  for (const gap of await gaps) expect(gap).toBeGreaterThan(650);
});

/** What of each server is left without colour: its shapes and its words. */
const shapesOf = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('[data-server][role=button]')].map((element) => {
        const shown = [...element.querySelectorAll('circle, path, polygon, text')].filter(
          (part) => {
            const { opacity, display } = getComputedStyle(part);
            return display !== 'none' && Number(opacity) > 0;
          },
        );
        const shapes = shown.map((part) => {
          const dash = getComputedStyle(part).strokeDasharray;
          return `${part.tagName} ${part.getAttribute('d')?.slice(0, 40) ?? ''} ${dash} ${part.textContent}`;
        });
        return [element.getAttribute('aria-label') ?? '', shapes.join('; ')];
      }),
    ),
  );

test('A10: without colour a leader, a follower and who is down are of other shapes, and terms are numbers', async ({
  page,
}) => {
  await busy(page);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setEmulatedVisionDeficiency', { type: 'achromatopsia' });
  const shapes = await shapesOf(page);
  const of = (role: RegExp) => Object.entries(shapes).find(([name]) => role.test(name))?.[1] ?? '';
  const kinds = [of(/, leader, /), of(/, follower, .*running/), of(/crashed/)];
  expect(new Set(kinds).size).toBe(3);
  for (const kind of kinds) expect(kind).toMatch(/text .*1/);
});

test('A11: forced colours keep every server and every button in sight', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await busy(page);
  const borders = await page.evaluate(
    () =>
      [...document.querySelectorAll('.transport button, .client-form button')].filter((element) => {
        const { borderTopWidth, outlineStyle } = getComputedStyle(element);
        return (
          parseFloat(borderTopWidth) === 0 && outlineStyle === 'none' && element.textContent === ''
        );
      }).length,
  );
  expect(borders).toBe(0);
  await expect(server(page, 'S3')).toBeVisible();
});

test('A13: what hovering or focus shows stays under the pointer, and Escape sends it away', async ({
  page,
}) => {
  await openPaused(page);
  await everythingHere(page);
  await page.getByRole('heading', { name: 'Quorate' }).click();
  await openState(page, 'inspector');
  const text = () => page.evaluate(() => document.body.textContent);
  const before = await text();
  // Nothing is read only by hovering.
  for (const one of [server(page, 'S1').locator('.server-hit'), page.getByText('Send to')]) {
    await one.hover();
    expect(await text()).toBe(before);
  }
  const term = page.locator('.term-button').first();
  const definition = page.locator('.definition:popover-open');
  await term.focus();
  await page.keyboard.press('Enter');
  await definition.hover();
  await expect(definition).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(definition).toHaveCount(0);
  await expect(term).toBeFocused();
});

test('A13: the page stands both ways, and says what its buttons show', async ({ page }) => {
  await openPaused(page);
  for (const [width, height] of [
    [844, 390],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect(narration(page)).toBeVisible();
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  const unlike = await page.evaluate(() =>
    [...document.querySelectorAll('button[aria-label]')].flatMap((element) => {
      const heard = element.cloneNode(true) as Element;
      for (const quiet of heard.querySelectorAll('[aria-hidden=true], .key')) quiet.remove();
      const shown = heard.textContent?.trim() ?? '';
      const name = element.getAttribute('aria-label') ?? '';
      return shown === '' || name.toLowerCase().includes(shown.toLowerCase())
        ? []
        : [`${shown} / ${name}`];
    }),
  );
  expect(unlike).toEqual([]);
});

test('A5: a press or a drag that ends elsewhere does nothing', async ({ page }) => {
  await openPaused(page);
  await everythingHere(page);
  const term = page.getByText(/^event \d+$/).first();
  const before = await term.textContent();
  const middle = async (of: Locator): Promise<readonly [number, number]> => {
    const { x, y, width, height } = (await of.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    return [x + width / 2, y + height / 2];
  };
  const pressed = [
    page.getByRole('button', { name: 'Next event' }),
    page.getByRole('button', { name: 'SET', exact: true }),
    page.getByRole('button', { name: 'Align timers' }),
    server(page, 'S1').locator('.server-hit'),
  ];
  const [x, y] = await middle(page.getByRole('heading', { name: 'Logs' }));
  for (const one of pressed) {
    await page.mouse.move(...(await middle(one)));
    await page.mouse.down();
    await page.mouse.move(x, y, { steps: 3 });
    await page.mouse.up();
  }
  expect(await term.textContent()).toBe(before);
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('list', { name: 'Commands of clients' })).toHaveCount(0);
});

test('A5: what is dragged has a press that does the same', async ({ page }) => {
  await openPaused(page);
  await choose(page, server(page, 'S1'), 'Crash');
  await expect(server(page, 'S1')).toHaveAccessibleName(/crashed/);
  await page.getByRole('button', { name: 'Partition…' }).click();
  await expect(page.getByRole('dialog', { name: 'Partition the cluster' })).toBeVisible();
});
