/** Every act is a button, an entry of a menu, a key and a name in the palette, and does the same by each of the four. */
import type { Locator, Page } from '@playwright/test';
import { keys } from '../../src/words/index.ts';
import { expect, test } from './support/fixtures.ts';
import { narration, openPaused, server } from './support/lab.ts';

const time = (page: Page): Locator => page.getByRole('region', { name: 'Time', exact: true });
const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' });
const inFlight = (page: Page): Locator =>
  inspector(page).getByRole('button', { name: /→S\d in \d/ });
const link = (page: Page): Locator => page.getByRole('button', { name: /^Link S1–S2, / });

async function goTo(page: Page, seconds: string): Promise<void> {
  await page.keyboard.press('g');
  await page.getByRole('spinbutton', { name: 'Seconds' }).fill(seconds);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** With the inspector open on a server. */
async function inspect(page: Page, digit: string): Promise<void> {
  await page.keyboard.press(digit);
  if (!(await inspector(page).isVisible())) await page.keyboard.press('i');
  await expect(inspector(page).getByRole('heading', { name: `S${digit}` })).toBeVisible();
}

/** Votes are on their way in the first election of a first visit; one of them is selected. */
async function inspectMessage(page: Page): Promise<void> {
  await goTo(page, '0.2');
  await inspect(page, '1');
  await inFlight(page).first().click();
  await expect(inspector(page).getByRole('heading', { name: 'Fields' })).toBeVisible();
}

/** An entry of the page's own menu. */
async function fromPageMenu(page: Page, group: string, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: group, exact: true }).press('ArrowRight');
  await page.getByRole('menuitem', { name, exact: true }).click();
}

/** A verb in the menu of what is taken hold of. */
async function fromMenu(page: Page, of: Locator, verb: string): Promise<void> {
  await of.press('Enter');
  await page.getByRole('menuitem', { name: verb, exact: true }).click();
}

async function byName(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find an action' }).fill(typed);
  await page.keyboard.press('Enter');
}

type Way = (page: Page) => Promise<unknown>;

interface Act {
  readonly before: Way;
  readonly button: Way;
  readonly menu: Way;
  readonly key: Way;
  readonly palette: Way;
  readonly effect: Way;
}
const ways = ['button', 'menu', 'key', 'palette'] as const satisfies (keyof Act)[];

const press =
  (key: string): Way =>
  (page) =>
    page.keyboard.press(key);
const verb =
  (name: string): Way =>
  (page) =>
    inspector(page).getByRole('button', { name, exact: true }).click();
const messageMenu =
  (name: string): Way =>
  (page) =>
    fromMenu(
      page,
      inspector(page)
        .getByRole('button', { name: /^Message from/ })
        .first(),
      name,
    );

const acts: Readonly<Record<string, Act>> = {
  'next event': {
    before: (page) => goTo(page, '0.1'),
    button: (page) => page.getByRole('button', { name: 'Next event' }).click(),
    menu: (page) => fromPageMenu(page, 'Time', keys.does.next),
    key: press('.'),
    palette: (page) => byName(page, 'next event'),
    effect: (page) => expect(time(page)).toContainText('event 7'),
  },
  'the next election': {
    before: async (page) => {
      await goTo(page, '0.4');
      await goTo(page, '0.1');
    },
    button: async (page) => {
      await page.keyboard.press('g');
      await page.getByRole('button', { name: keys.does.nextElected }).click();
    },
    menu: (page) => fromPageMenu(page, keys.groups.jumps, keys.does.nextElected),
    key: async (page) => {
      await page.keyboard.press('g');
      await page.getByRole('spinbutton', { name: 'Seconds' }).press('e');
    },
    palette: (page) => byName(page, 'next election'),
    effect: (page) => expect(narration(page)).toContainText('a majority: it leads term 1'),
  },
  'crash a server': {
    before: (page) => inspect(page, '2'),
    button: verb('Crash, S2'),
    menu: (page) => fromMenu(page, server(page, 'S2'), 'Crash'),
    key: press('x'),
    palette: (page) => byName(page, 'crash s2'),
    effect: (page) => expect(server(page, 'S2')).toHaveAccessibleName(/crashed/),
  },
  'restart it with an empty disk': {
    before: async (page) => {
      await inspect(page, '2');
      await page.keyboard.press('x');
      await expect(server(page, 'S2')).toHaveAccessibleName(/crashed/);
    },
    button: verb('Restart with an empty disk, S2'),
    menu: (page) => fromMenu(page, server(page, 'S2'), 'Restart with an empty disk'),
    key: async (page) => {
      await page.keyboard.press('Shift+X');
      await page.getByRole('menuitem', { name: 'Restart with an empty disk' }).click();
    },
    palette: (page) => byName(page, 's2 empty disk'),
    effect: (page) => expect(server(page, 'S2')).toHaveAccessibleName(/running/),
  },
  'cut a link': {
    before: async (page) => {
      await fromMenu(page, link(page), 'Inspect');
      await expect(inspector(page).getByRole('heading', { name: 'Link S1–S2' })).toBeVisible();
    },
    button: verb('Cut both ways'),
    menu: (page) => fromMenu(page, link(page), 'Cut both ways'),
    key: press('p'),
    palette: (page) => byName(page, 'cut s1–s2 both'),
    effect: (page) => expect(link(page)).toHaveAccessibleName('Link S1–S2, cut'),
  },
  'heal all links': {
    before: async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('3');
      for (const key of ['p', '1', '2']) await page.keyboard.press(key);
      await expect(link(page)).toHaveAccessibleName('Link S1–S2, cut');
    },
    button: (page) => page.getByRole('button', { name: 'Heal all' }).click(),
    menu: (page) => fromPageMenu(page, 'Network', keys.does.heal),
    key: press('h'),
    palette: (page) => byName(page, 'heal all'),
    effect: (page) => expect(link(page)).toHaveAccessibleName('Link S1–S2, up'),
  },
  'drop a message': {
    before: inspectMessage,
    button: verb('Drop'),
    menu: messageMenu('Drop'),
    key: press('Delete'),
    palette: (page) => byName(page, 'drop the selected'),
    effect: (page) => expect(inspector(page)).toContainText('has arrived or was lost'),
  },
  'delay a message': {
    before: inspectMessage,
    button: verb('Delay by 10 ms'),
    // Its menu in the picture; others take it from the list of what is in flight.
    menu: async (page) => {
      await page.locator('.stage [data-message]').first().click({ button: 'right', force: true });
      await page.getByRole('menuitem', { name: 'Delay by 10 ms', exact: true }).click();
    },
    key: press('q'),
    palette: (page) => byName(page, 'delay the selected'),
    effect: (page) => expect(narration(page)).toContainText('is delayed: it arrives at'),
  },
  'ask why a message was sent': {
    before: inspectMessage,
    button: (page) =>
      inspector(page)
        .getByRole('button', { name: /^Why\? RequestVote/ })
        .click(),
    menu: messageMenu('Why is it so?'),
    key: press('e'),
    palette: (page) => byName(page, 'ask why of'),
    effect: async (page) => {
      const why = page.getByRole('complementary', { name: 'Why' });
      await expect(why.getByRole('status').first()).toContainText('term 1');
      await page.keyboard.press('Escape');
    },
  },
  undo: {
    before: async (page) => {
      await page.keyboard.press('4');
      await page.keyboard.press('x');
      await expect(server(page, 'S4')).toHaveAccessibleName(/crashed/);
    },
    button: (page) => page.getByRole('button', { name: 'Undo', exact: true }).click(),
    menu: (page) => fromPageMenu(page, 'Branches and links', keys.does.undo),
    key: press('Control+z'),
    palette: (page) => byName(page, 'undo'),
    effect: (page) => expect(server(page, 'S4')).toHaveAccessibleName(/running/),
  },
  'the diagram': {
    before: async () => {},
    button: (page) => page.getByRole('button', { name: 'Space-time', exact: true }).click(),
    menu: (page) => fromPageMenu(page, keys.groups.diagram, keys.does.nextView),
    key: press('v'),
    palette: (page) => byName(page, 'next view'),
    effect: async (page) => {
      await expect(page.getByRole('heading', { name: 'Space-time' })).toBeVisible();
      await page.getByRole('button', { name: 'Space-time', exact: true }).click();
    },
  },
  'ask as a client': {
    before: async () => {},
    button: async (page) => {
      await page.getByRole('button', { name: 'Help', exact: true }).click();
      await page.getByRole('button', { name: keys.does.client }).click();
    },
    menu: (page) => fromPageMenu(page, 'Page', keys.does.client),
    key: press('c'),
    palette: (page) => byName(page, 'as a client'),
    effect: async (page) => {
      await expect(page.getByRole('textbox', { name: 'Key' })).toBeFocused();
      await page.getByRole('heading', { name: 'Quorate' }).click();
    },
  },
  share: {
    before: async () => {},
    button: (page) => page.getByRole('button', { name: 'Share', exact: true }).click(),
    menu: (page) => fromPageMenu(page, 'Branches and links', keys.does.share),
    key: press('Shift+M'),
    palette: (page) => byName(page, 'share'),
    effect: async (page) => {
      await expect(page.getByRole('dialog', { name: 'Share this moment' })).toBeVisible();
      await page.keyboard.press('Escape');
    },
  },
};

for (const [name, act] of Object.entries(acts))
  test(`${name}: the same by button, menu, key and name`, async ({ page }) => {
    await openPaused(page);
    for (const way of ways)
      await test.step(way, async () => {
        await page.getByRole('button', { name: 'Restart run' }).click();
        await page.getByRole('heading', { name: 'Quorate' }).click();
        await act.before(page);
        await act[way](page);
        await act.effect(page);
      });
  });

const texts = async (of: Locator): Promise<string[]> =>
  (await of.allTextContents()).map((text) => text.trim());
/** Digits select a server each, and what is open closes itself: no acts of their own. */
const { select: _select, close: _close, ...does } = keys.does;
const expected = Object.values(does);

test('whatever has a key is in the menu, a button of the help, and in the palette', async ({
  page,
}) => {
  await openPaused(page);
  const inMenu: string[] = [];
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  for (const group of Object.values(keys.groups)) {
    await page.getByRole('menuitem', { name: group, exact: true }).press('ArrowRight');
    const menu = page.getByRole('menu', { name: group, exact: true });
    await expect(menu).toBeVisible();
    inMenu.push(...(await texts(menu.getByRole('menuitem').locator('span:first-child'))));
    await page.keyboard.press('ArrowLeft');
  }
  expect(inMenu.toSorted()).toEqual(expected.toSorted());
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Help' });
  await expect(help).toBeVisible();
  const buttons = await texts(help.getByRole('definition').getByRole('button'));
  expect(buttons.toSorted()).toEqual(expected.toSorted());
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option').first()).toBeVisible();
  const offered = await texts(page.getByRole('option').locator('span'));
  const missing = expected.filter((one) => !offered.includes(one));
  expect(missing).toEqual([keys.does.palette]);
});
