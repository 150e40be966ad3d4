/** What a reader has chosen once and for all, remembered over visits. */
import { read, write } from './choices.ts';
import type { Verbosity } from './narrator.ts';

export type Theme = 'light' | 'dark';
export type Motion = 'still' | 'moving';

/** `desk`: the servers beside the logs. `panel`: what stands beside both. `diagram`: the height of the strip. */
export type Resizable = 'desk' | 'panel' | 'diagram';

export interface Preferences {
  /** Null: as the system says. */
  readonly theme: Theme | null;
  /** Null: as the system says. */
  readonly motion: Motion | null;
  readonly verbosity: Verbosity;
  /** Whether single characters act as shortcuts (WCAG 2.1.4: whoever dictates must be able to turn them off). */
  readonly hasLetterKeys: boolean;
  /** Keys that a reader has put in the place of the table's, by the id of what they do. */
  readonly keyMap: Readonly<Record<string, string>>;
  /** Whether a newcomer is shown where to go. */
  readonly isWelcome: boolean;
  /** Whether a question is offered where the run shows something surprising. */
  readonly isWondering: boolean;
  /** The share of its frame, 0 to 1, that a part was drawn to; what was never drawn is missing. */
  readonly sizes: { readonly [Part in Resizable]?: number };
}

const usual: Preferences = {
  theme: null,
  motion: null,
  verbosity: 'medium',
  hasLetterKeys: true,
  keyMap: {},
  isWelcome: true,
  isWondering: true,
  sizes: {},
};

/** The least and the most a part may take, and what it takes by itself. */
export const bounds: Readonly<Record<Resizable, { least: number; most: number; usual: number }>> = {
  desk: { least: 0.3, most: 0.7, usual: 0.515 },
  panel: { least: 0.18, most: 0.5, usual: 0.22 },
  diagram: { least: 0.2, most: 0.7, usual: 0.4 },
};

const isOneOf =
  (...known: readonly unknown[]) =>
  (value: unknown): boolean =>
    known.includes(value);
const isBoolean = isOneOf(true, false);
const holds =
  (isGood: (name: string, value: unknown) => boolean) =>
  (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(([name, one]) => isGood(name, one));

/** What was kept may be of another version, or of another page altogether. */
const isGood: { readonly [Name in keyof Preferences]: (value: unknown) => boolean } = {
  theme: isOneOf(null, 'light', 'dark'),
  motion: isOneOf(null, 'still', 'moving'),
  verbosity: isOneOf('low', 'medium', 'high'),
  hasLetterKeys: isBoolean,
  keyMap: holds((_, key) => typeof key === 'string'),
  isWelcome: isBoolean,
  isWondering: isBoolean,
  sizes: holds((part, share) => Object.hasOwn(bounds, part) && Number.isFinite(share)),
};

const key = 'quorate.preferences';

/** What was chosen at earlier visits, and the usual for the rest. */
export function keptPreferences(): Preferences {
  try {
    const kept: Record<string, unknown> = JSON.parse(read(key) ?? '{}');
    const good = Object.entries(isGood).filter(([name, is]) => name in kept && is(kept[name]));
    return { ...usual, ...Object.fromEntries(good.map(([name]) => [name, kept[name]])) };
  } catch {
    return usual;
  }
}

/** Remembers them for the next visit. */
export function keepPreferences(now: Preferences): void {
  const kept = (Object.keys(usual) as (keyof Preferences)[]).map((name) => [name, now[name]]);
  write(key, JSON.stringify(Object.fromEntries(kept)));
}
