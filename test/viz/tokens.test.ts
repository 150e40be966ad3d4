/** The colours can be told from what they stand on: WCAG 2.2, 1.4.3 for text and 1.4.11 for graphics. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { score } from '../../src/viz/index.ts';
import { apart, type Eye, eyes } from '../support/colourBlind.ts';

const css = readFileSync(new URL('../../src/ui/styles/tokens.css', import.meta.url), 'utf8');
const pairs = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name, light, dark]) => [name as string, { light: light as string, dark: dark as string }],
  ),
);

type Theme = 'light' | 'dark';

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(first: string, second: string, theme: Theme): number {
  const [dark, light] = [first, second]
    .map((name) => luminance(pairs.get(name)?.[theme] ?? ''))
    .sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The pairs of names that fall below `least`, with what they reach. */
function tooClose(
  fronts: readonly string[],
  backs: readonly string[],
  least: number,
): readonly string[] {
  return (['light', 'dark'] as const).flatMap((theme) =>
    fronts.flatMap((front) =>
      backs
        .filter((back) => !(contrast(front, back, theme) >= least))
        .map((back) => `${theme}: ${front} on ${back}: ${contrast(front, back, theme).toFixed(2)}`),
    ),
  );
}

const hues = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const pages = ['paper', 'sheet'];

test('text can be read on the page, and on a term', () => {
  const text = ['ink', 'soft', 'accent', 'commit', 'alarm', 'wait'];
  expect(tooClose(text, pages, 4.5)).toEqual([]);
  expect(tooClose(['alarm', 'ink', 'soft'], ['alarm-wash'], 4.5)).toEqual([]);
  expect(tooClose(['ink', 'soft'], ['wash'], 4.5)).toEqual([]);
  for (const hue of hues) {
    expect(tooClose(['ink', 'soft', `term-${hue}-text`], [`term-${hue}-pale`], 4.5)).toEqual([]);
    expect(tooClose([`term-${hue}-text`], pages, 4.5)).toEqual([]);
    expect(tooClose(['on-term-line'], [`term-${hue}-line`], 4.5)).toEqual([]);
  }
});

test('lines that carry a meaning can be seen on the page', () => {
  expect(tooClose(['edge', 'accent', ...hues.map((hue) => `term-${hue}-line`)], pages, 3)).toEqual(
    [],
  );
});

test('each of the eight looks differs from the next by more than a shade', () => {
  const strong = hues.slice(1).map((hue) => pairs.get(`term-${hue}-line`)?.light ?? '');
  const apart = (a: string, b: string): number =>
    [1, 3, 5].reduce(
      (sum, start) =>
        sum +
        Math.abs(
          Number.parseInt(a.slice(start, start + 2), 16) -
            Number.parseInt(b.slice(start, start + 2), 16),
        ),
      0,
    );
  strong.forEach((colour, place) => {
    expect(apart(colour, strong[(place + 1) % strong.length] as string)).toBeGreaterThan(100);
  });
});

/** What tells these apart where colour does not (A10): the shape or the word that stands wherever the colour does. */
const secondChannel: Readonly<Record<string, string>> = {
  'accent/commit': 'the playhead is a line with a knob, the fence a bar between entries',
  'accent/soft': 'links are underlined when pointed at, and what is soft is no button',
  'alarm/wait': 'a cross or the word of what is wrong, against a bar that fills',
  'commit/alarm': 'a tick and `hold`, against a cross and `broken`',
  'commit/soft': 'a tick or the fence, against plain words',
  'ink/commit': 'a tick or the fence, against plain words',
};
/** Colours further apart than this are told apart by anybody. */
const told = 20;

const leastApart = (a: string, b: string, eye: Eye): number =>
  Math.min(
    ...(['light', 'dark'] as const).map((theme) =>
      apart(pairs.get(a)?.[theme] ?? '', pairs.get(b)?.[theme] ?? '', eye),
    ),
  );

const closeFor = (a: string, b: string): boolean =>
  eyes.some((eye) => !(leastApart(a, b, eye) >= told));

test('the eyes of the tests see greys as they are, and of red and green what they should', () => {
  for (const eye of eyes) expect(apart('#000000', '#ffffff', eye)).toBeCloseTo(100, 0);
  expect(apart('#ff0000', '#00a000', 'full')).toBeGreaterThan(100);
  expect(apart('#ff0000', '#00a000', 'deuteranopia')).toBeLessThan(told);
});

test('A10: meanings are told apart by colour whatever the eye, or by a second channel that is named here', () => {
  const meanings = ['ink', 'accent', 'commit', 'alarm', 'wait', 'soft'];
  const close = meanings.flatMap((a, place) =>
    meanings
      .slice(place + 1)
      .filter((b) => closeFor(a, b))
      .map((b) => `${a}/${b}`),
  );
  expect(close.sort()).toEqual(Object.keys(secondChannel).sort());
});

test('A10: who leads a term is of another shade than who follows in it, whatever the eye', () => {
  for (const hue of hues) expect(closeFor(`term-${hue}-line`, `term-${hue}-pale`)).toBe(false);
});

test('A10: terms that follow one another look alike to some, and then their numbers tell them apart', () => {
  expect(closeFor('term-3-line', 'term-4-line')).toBe(true);
  const lane = [3, 4, 5].map((term) => ({
    seq: term,
    time: term * 100,
    term,
    role: 'follower' as const,
    condition: 'running' as const,
  }));
  const chronicle = { seq: 5, term: 5, lanes: [lane], landmarks: [], forgotten: 0 };
  const span = { measure: 'time', start: 0, now: 900, end: 900 } as const;
  const { strip } = score(chronicle, span, { width: 900, height: 150, names: ['S1'] });
  expect(strip.lanes[0]?.stretches.map(({ figure }) => figure)).toEqual(['3', '4', '5']);
});
