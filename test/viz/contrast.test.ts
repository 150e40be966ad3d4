/**
 * A11: what is read stands out 4.5:1 and what is seen 3:1 from whatever it may stand on, in every theme (WCAG 2.2,
 * 1.4.3 and 1.4.11). Every colour that the sheets define takes part; one that is new belongs to no kind and fails.
 */
import { expect, test } from 'vitest';
import {
  type Colours,
  contrast,
  luminance,
  over,
  sheet,
  sheets,
  themes,
} from '../support/tokens.ts';

const hues = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const of = (part: string): string[] => hues.map((hue) => `term-${hue}-${part}`);
const neutral = ['paper', 'sheet', 'wash', 'alarm-wash'];

/** What each colour is for. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  ground: [...neutral, ...of('pale')],
  /** May stand on any ground. */
  text: ['ink', 'soft', 'accent', 'commit', 'alarm', 'wait'],
  /** On the pale of its own term, and on no other. */
  termText: of('text'),
  onTermLine: ['on-term-line'],
  /** Lines and shapes that say something. */
  graphic: ['edge'],
  termLine: of('line'),
  /** Lines that only part what stands apart, and the room of a timer, whose figure stands beside it. */
  quiet: ['hairline', 'rim'],
};

/** Each pair of colours that may meet: what is in front, what is behind, and the least there must be between them. */
function* meetings(): Generator<readonly [front: string, back: string, least: number]> {
  const [text = [], grounds = []] = [kinds.text, kinds.ground];
  for (const back of grounds) for (const front of text) yield [front, back, 4.5];
  for (const back of neutral) {
    yield ['edge', back, 3];
    for (const front of of('text')) yield [front, back, 4.5];
    for (const front of of('line')) yield [front, back, 3];
  }
  for (const hue of hues) {
    yield [`term-${hue}-text`, `term-${hue}-pale`, 4.5];
    yield [`term-${hue}-line`, `term-${hue}-pale`, 3];
    yield ['on-term-line', `term-${hue}-line`, 4.5];
  }
}

const colour = (colours: Colours, name: string): string => {
  const found = colours.get(name);
  if (found === undefined) throw new Error(`no colour is called ${name}`);
  return found;
};

test('every colour has a kind', () => {
  const known = Object.values(kinds).flat().toSorted();
  for (const colours of Object.values(themes))
    expect([...colours.keys()].toSorted()).toEqual(known);
});

test.each(Object.keys(themes))('whatever meets stands out, %s', (theme) => {
  const colours = themes[theme] ?? new Map();
  const faint = [...meetings()].flatMap(([front, back, least]) => {
    const ratio = contrast(colour(colours, front), colour(colours, back));
    return ratio >= least ? [] : [`${front} on ${back}: ${ratio.toFixed(2)} of ${least}`];
  });
  expect(faint).toEqual([]);
});

test('A2: terms may follow one another as fast as they like, over a hundred servers: nothing flashes', () => {
  // 2.3.1: a flash is a change of a tenth of the brightest, there and back. What a term fills is its pale.
  for (const [theme, colours] of Object.entries(themes)) {
    const shades = of('pale').map((name) => luminance(colour(colours, name)));
    const range = Math.max(...shades) - Math.min(...shades);
    expect([theme, range < 0.1]).toEqual([theme, true]);
  }
});

/** The rules of a sheet: what is said of whom. Nested ones by their own names only. */
const rules = [...sheets].flatMap(([name, css]) =>
  [...css.matchAll(/([^{};]+)\{([^{}]*)/g)].map(([, selector = '', body = '']) => ({
    where: `${name}: ${selector.trim().replaceAll(/\s+/g, ' ')}`,
    body,
  })),
);

test('what is written has a colour for text, or that of a ground on that of a text', () => {
  const isText = (name: string): boolean =>
    [...(kinds.text ?? []), 'term-text', 'on-term-line'].includes(name);
  const wrong = rules.flatMap(({ where, body }) => {
    const front = /(?:^|[\s;])color: var\(--([\w-]+)\)/.exec(body)?.[1];
    if (front === undefined || isText(front)) return [];
    const back = /background(?:-color)?: var\(--([\w-]+)\)/.exec(body)?.[1] ?? '';
    return kinds.text?.includes(back) && neutral.includes(front) ? [] : [`${where}, ${front}`];
  });
  expect(wrong).toEqual([]);
});

/** Tints that nothing is written on. */
const bare = ['splitter.css', 'branches.css: .moved', 'menus.css: .overlay'];

test('a tint leaves what is written on it readable, in every theme', () => {
  const tints = rules.flatMap(({ where, body }) =>
    [...body.matchAll(/background: color-mix\(in srgb, var\(--(\w+)\) (\d+)%, transparent\)/g)].map(
      ([, name = '', share]) => ({ where, name, share: Number(share) / 100 }),
    ),
  );
  expect(tints.length).toBeGreaterThan(3);
  const faint = Object.entries(themes).flatMap(([theme, colours]) =>
    tints
      .filter(({ where }) => !bare.some((one) => where.startsWith(one)))
      .flatMap(({ where, name, share }) =>
        ['paper', 'sheet'].flatMap((back) => {
          const ground = over(colour(colours, name), colour(colours, back), share);
          return ['ink', 'soft'].flatMap((front) =>
            contrast(colour(colours, front), ground) >= 4.5
              ? []
              : [`${theme}, ${where}: ${front} on ${share} of ${name} on ${back}`],
          );
        }),
      ),
  );
  expect(faint).toEqual([]);
});

/** What is drawn paler than its colour, and why it may: else its colour, of which so much must still be seen. */
const paler: Readonly<Record<string, { readonly why: string } | { readonly colour: string }>> = {
  'benches.css: .bench-form fieldset:disabled': { why: 'what cannot be pressed is exempt' },
  'controls.css: button:disabled': { why: 'what cannot be pressed is exempt' },
  'menus.css: .menu-item[data-disabled]': { why: 'what cannot be pressed is exempt' },
  'score.css: .score-veil': { why: 'a veil, over what has not been' },
  'spacetimePicture.css: .veil': { why: 'a veil, over what is beside the selected event' },
  'stage.css: .link-broken': { colour: 'alarm' },
  'stage.css: .pattern-crashed path': { why: 'a hatch under a cross that says the same' },
  'stage.css: .pattern-texture1 path': { why: 'a texture under the number of the term' },
  'stage.css: .pattern-texture2 path': { why: 'a texture under the number of the term' },
  'stage.css: .stale .sign-role': { colour: 'soft' },
  'stage.css: .message-trail': { why: 'a trail behind the message itself' },
  'stage.css: .ghost .message': { why: 'a message that is no more, under a cross' },
  'stage.css: .ghost.lost .message': { why: 'a message that is no more, under a cross' },
  'trail.css: .logs [data-aside] :is(.log-name, .entry)': { colour: 'ink' },
  'trail.css: .score-trail svg': { why: 'a veil, over what had no part in the selected event' },
  'trail.css: .stage [data-aside]': { why: 'had no part in it either, and is told in the logs' },
};

test('what is drawn paler can still be seen, or says nothing by itself', () => {
  const found = rules.flatMap(({ where, body }) => {
    const share = Number(/(?:^|[\s;])(?:fill-|stroke-)?opacity: (0\.\d+)/.exec(body)?.[1] ?? 1);
    return share === 1 ? [] : [{ where, share }];
  });
  expect(found.map(({ where }) => where).toSorted()).toEqual(Object.keys(paler).toSorted());
  for (const { where, share } of found) {
    const known = paler[where];
    if (known === undefined || 'why' in known) continue;
    for (const [theme, colours] of Object.entries(themes)) {
      const paper = colour(colours, 'paper');
      const seen = over(colour(colours, known.colour), paper, share);
      expect([theme, where, contrast(seen, paper) >= 3]).toEqual([theme, where, true]);
    }
  }
});

test('in forced colours every colour is one of the system, and text one for text', () => {
  const forced = /@media \(forced-colors: active\) \{(.*)\}/s.exec(sheet('tokens.css'))?.[1] ?? '';
  const set = new Map(
    [...forced.matchAll(/--([\w-]+): (\w+);/g)].map(([, name, to]) => [name, to]),
  );
  const wanted = (kind: string): readonly string[] =>
    (kinds[kind] ?? []).map((name) => name.replace(/^term-\d/, 'term'));
  const allowed: Readonly<Record<string, readonly string[]>> = {
    ground: ['Canvas'],
    text: ['CanvasText', 'Highlight'],
    termText: ['CanvasText'],
    onTermLine: ['Canvas'],
    graphic: ['CanvasText'],
    termLine: ['CanvasText'],
    quiet: ['GrayText'],
  };
  for (const [kind, colours] of Object.entries(allowed))
    for (const name of new Set(wanted(kind)))
      expect([name, colours]).toEqual([name, expect.arrayContaining([set.get(name)])]);
});
