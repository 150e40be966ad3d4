/** The colours can be told from one another, or what they say can; contrast.test.ts tells them from what they stand on. */
import { expect, test } from 'vitest';
import { score } from '../../src/viz/index.ts';
import { apart, type Eye, eyes } from '../support/colourBlind.ts';
import { themes } from '../support/tokens.ts';

const { light = new Map<string, string>(), dark = new Map<string, string>() } = themes;
const pairs = new Map(
  [...light].map(([name, colour]) => [name, { light: colour, dark: dark.get(name) ?? '' }]),
);
const hues = [0, 1, 2, 3, 4, 5, 6, 7, 8];

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
