/** Every state of the page that something opens: what is looked at in all of them is looked at in one loop. */
import { expect, type Page } from '@playwright/test';

/** What opens each state, by keys, which are the same at every width. */
export const states: Readonly<Record<string, readonly string[]>> = {
  page: [],
  inspector: ['2', 'i'],
  rules: ['r'],
  lab: ['Shift+B'],
  'Figure 2': ['Shift+R'],
  branches: ['b'],
  why: ['2', 'Shift+E'],
  help: ['?'],
  legend: ['Shift+K'],
  glossary: ['Shift+G'],
  share: ['Shift+M'],
  'go to': ['g'],
  palette: ['Control+k'],
  'find event': ['/'],
  properties: ['Shift+I'],
  settings: ['Shift+S'],
  transcript: ['Shift+V'],
  partition: ['Shift+P'],
  'diagram beside': ['v'],
  'diagram alone': ['v', 'v'],
  presenting: ['Shift+F'],
};

/** What each leaves open. */
const leave: Readonly<Record<string, readonly string[]>> = {
  'diagram beside': ['v', 'v'],
  'diagram alone': ['v'],
};

export async function openState(page: Page, name: string): Promise<void> {
  for (const key of states[name] ?? []) await page.keyboard.press(key);
  await page.waitForFunction(
    () => document.querySelector('aside.panel:empty, [role=dialog]:empty') === null,
  );
}

/** On a phone everything that opens is a dialog, and may come a moment later. */
export async function leaveState(page: Page, name: string): Promise<void> {
  const dialogs = page.getByRole('dialog');
  const isDialog = (await dialogs.count()) > 0;
  for (const key of (isDialog ? null : leave[name]) ?? ['Escape']) await page.keyboard.press(key);
  await expect(async () => {
    if ((await dialogs.count()) > 0) await page.keyboard.press('Escape');
    expect(await dialogs.count()).toBe(0);
  }).toPass();
}
