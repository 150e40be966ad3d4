/** Playing any lesson as its file says, by keyboard or by touch, with right answers at once or wrong ones before. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';
import {
  type Ask,
  headlessRuns,
  type LessonRun,
  lessonOf,
  loadScenario,
} from '../../../src/scenario/index.ts';

const folder = new URL('../../../src/lessons/', import.meta.url);

/** How a learner goes about. */
export interface Hand {
  readonly next: (page: Page) => Promise<void>;
  readonly answer: (page: Page, ask: Ask, option: number) => Promise<void>;
  /** Whether a wrong answer comes before the right one. */
  readonly errs: boolean;
}

const card = (page: Page): Locator => page.locator('[data-lesson]');
const letters = 'abcdef';

/** Stops by PageDown; answers by letters, or by the digit of the server that is meant. */
export const keyboard = (errs: boolean): Hand => ({
  errs,
  next: (page) => page.keyboard.press('PageDown'),
  answer: async (page, ask, option) => {
    const { thing } = ask.choices[option] ?? { thing: null };
    const isServer = thing?.kind === 'server';
    await page.keyboard.press(isServer ? String(thing.server + 1) : (letters[option] ?? ''));
  },
});

/** Everything by taps; the server that is meant is tapped itself. */
export const touch = (errs: boolean): Hand => ({
  errs,
  next: (page) => card(page).locator('footer button').last().tap(),
  answer: async (page, ask, option) => {
    const choice = ask.choices[option];
    if (choice?.thing?.kind === 'server')
      await page.locator(`[data-head="${choice.thing.server}"]`).tap();
    else await card(page).locator('.choice').nth(option).tap();
  },
});

/** The runs of a lesson by its number, as they are played. */
export function runsOf(number: number): readonly LessonRun[] {
  const slug = readdirSync(folder).find((name) => name.startsWith(String(number).padStart(2, '0')));
  const text = readFileSync(fileURLToPath(new URL(`${slug}/lesson.yaml`, folder)), 'utf8');
  const loaded = loadScenario(text, `${slug}`);
  if (!loaded.ok) throw new Error(`lesson ${number} is no scenario`);
  return headlessRuns(loaded.value).map(lessonOf);
}

/** What is asked in a lesson, in its order. */
export const asksOf = (number: number): readonly Ask[] =>
  runsOf(number)
    .flatMap(({ stops }) => stops)
    .flatMap(({ beats }) => beats.filter((beat): beat is Ask => beat.kind === 'ask'));

/** Plays from the first stop of the first run to the last of the last. */
export async function playThrough(page: Page, number: number, hand: Hand): Promise<void> {
  const runs = runsOf(number);
  for (const [place, run] of runs.entries()) {
    if (place > 0) await hand.next(page);
    await playRun(page, run, hand);
  }
  const task = runs[0]?.scenario.lesson?.task ?? '';
  await expect(card(page)).toContainText(task);
}

async function playRun(page: Page, { stops }: LessonRun, hand: Hand): Promise<void> {
  for (const [place, stop] of stops.entries()) {
    if (place > 0) await hand.next(page);
    const name = `Stop ${place + 1} of ${stops.length}`;
    await expect(page.getByRole('button', { name, exact: true })).toHaveAttribute(
      'aria-current',
      'step',
    );
    for (const beat of stop.beats) {
      await expect(card(page)).toContainText(beat.text);
      if (beat.kind === 'ask' && beat.choices.length > 0) await answer(page, beat, hand);
    }
  }
}

async function answer(page: Page, ask: Ask, hand: Hand): Promise<void> {
  const right = ask.choices.findIndex(({ isRight }) => isRight);
  const wrong = ask.choices.findIndex(({ isRight }) => !isRight);
  const question = page.getByRole('group', { name: ask.text });
  for (const option of hand.errs && wrong >= 0 ? [wrong, right] : [right]) {
    await hand.answer(page, ask, option);
    await expect(question.locator('.reply')).toContainText(ask.choices[option]?.answer ?? '');
  }
  await expect(question.locator('.reply')).toContainText('Right.');
}
