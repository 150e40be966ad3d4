/** The colours of the page as its style sheets say them: by theme and name, and how far two of them stand apart. */
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../src/ui/styles/', import.meta.url);

/** Every style sheet by its name, without comments. */
export const sheets: ReadonlyMap<string, string> = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .map((name) => [
      name,
      readFileSync(new URL(name, folder), 'utf8').replaceAll(/\/\*.*?\*\//gs, ''),
    ]),
);

export const sheet = (name: string): string => sheets.get(name) ?? '';

/** Colours by their names; `#rrggbb`. */
export type Colours = ReadonlyMap<string, string>;

/** What a sheet defines: of a pair the first is for light, the second for dark. */
function colours(css: string, isDark: boolean): Colours {
  const pairs = css.matchAll(/--([\w-]+): (?:light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}));/g);
  return new Map(
    [...pairs].map(([, name = '', light = '', dark = '', both]) => [
      name,
      both ?? (isDark ? dark : light),
    ]),
  );
}

const theme = (isDark: boolean, ...names: readonly string[]): Colours =>
  new Map(names.flatMap((name) => [...colours(sheet(name), isDark)]));

/** Each theme there is: a projector's has some colours of its own. */
export const themes: Readonly<Record<string, Colours>> = {
  light: theme(false, 'tokens.css'),
  dark: theme(true, 'tokens.css'),
  'projector, light': theme(false, 'tokens.css', 'presenter.css'),
  'projector, dark': theme(true, 'tokens.css', 'presenter.css'),
};

const channels = (colour: string): readonly number[] =>
  [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, contrast ratio of two colours. */
export function contrast(first: string, second: string): number {
  const [dark = 0, light = 0] = [first, second].map(luminance).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** What is seen where `share` of `front` lies over `back`. */
export const over = (front: string, back: string, share: number): string => {
  const behind = channels(back);
  const mixed = channels(front).map((channel, place) =>
    Math.round(share * channel + (1 - share) * (behind[place] ?? 0)),
  );
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
};
