/** How the page is looked at: what is selected and open, light or dark, moving or still. Nothing of the run. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MessageId, Seq, ServerId } from '../base/index.ts';
import type { Subject } from '../timeline/index.ts';
import { createLens, type Lens } from './lens.ts';
import type { Verbosity } from './narrator.ts';
import { readSetting, writeSetting } from './settings.ts';
import { keptSizes, type Resizable, resized, type Sizes } from './sizes.ts';

export type Selection =
  | { readonly kind: 'server'; readonly server: ServerId }
  | { readonly kind: 'message'; readonly message: MessageId }
  | { readonly kind: 'link'; readonly a: ServerId; readonly b: ServerId }
  /** `server`: on whose lane it stands; null: on nobody's. */
  | { readonly kind: 'event'; readonly seq: Seq; readonly server: ServerId | null };

/** What can be open beside the stage, one at a time. */
export type Panel =
  | 'conditions'
  | 'inspector'
  | 'rules'
  | 'branches'
  | 'figure2'
  | 'why'
  | 'partition'
  | 'help'
  | 'sheet'
  | 'goTo'
  | 'share'
  | 'palette'
  | 'settings'
  | 'transcript';

/** What was pointed at with the question why, or why not. */
export interface Asked {
  readonly subject: Subject;
  readonly isWhyNot: boolean;
  /** Another at each question, the same one asked again included. */
  readonly number: number;
}

/** What a menu hangs beside and does not cover, on the page in px. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A menu of verbs over a server, a link or a message. */
export interface Menu extends Spot {
  readonly of: Exclude<Selection, { kind: 'event' }>;
}

/** How much room the space-time diagram has: none, a strip under the servers, or theirs. */
export type Diagram = 'closed' | 'strip' | 'full';
const diagrams: readonly Diagram[] = ['closed', 'strip', 'full'];

export type Theme = 'light' | 'dark';
export type Motion = 'still' | 'moving';

export interface ViewState {
  readonly selection: Selection | null;
  readonly panel: Panel | null;
  readonly menu: Menu | null;
  readonly asked: Asked | null;
  readonly diagram: Diagram;
  /** Null: as the system says. */
  readonly theme: Theme | null;
  /** Null: as the system says. */
  readonly motion: Motion | null;
  readonly systemMotion: Motion;
  readonly verbosity: Verbosity;
  /** Keys that a reader has put in the place of the table's, by the id of what they do. */
  readonly keyMap: Readonly<Record<string, string>>;
  readonly systemTheme: Theme;
  /** Whether single characters act as shortcuts (WCAG 2.1.4: whoever dictates must be able to turn them off). */
  readonly hasLetterKeys: boolean;
  /** Whether a newcomer is shown where to go. */
  readonly isWelcome: boolean;
  readonly sizes: Sizes;
  /** Whether a room looks on. */
  readonly isPresenting: boolean;
}

export interface View {
  readonly store: StoreApi<ViewState>;
  readonly lens: Lens;
  select(selection: Selection | null): void;
  /** Opens the menu of what is taken hold of, and selects it. */
  openMenu(menu: Menu): void;
  closeMenu(): void;
  /** Opens the panel of answers on what is asked. */
  ask(subject: Subject, isWhyNot: boolean): void;
  open(panel: Panel): void;
  close(): void;
  toggle(panel: Panel): void;
  showDiagram(diagram: Diagram): void;
  /** Servers and logs, the diagram with them, the diagram alone, and again. */
  nextView(): void;
  /** Null: as the system says. */
  setTheme(theme: Theme | null): void;
  setMotion(motion: Motion | null): void;
  setVerbosity(verbosity: Verbosity): void;
  /** Null: the key of the table again. */
  setKey(id: string, key: string | null): void;
  setLetterKeys(hasLetterKeys: boolean): void;
  welcome(isWelcome: boolean): void;
  present(isPresenting: boolean): void;
  /** Draws a part of the page to a share of its frame; null: to its usual size. */
  resize(part: Resizable, share: number | null): void;
}

const themeKey = 'theme';
const motionKey = 'motion';
const verbosityKey = 'verbosity';
const keysKey = 'keys';
const lettersKey = 'letterKeys';
const welcomeKey = 'welcome';
const off = 'off';

/** The view as the system and the last visit want it; it follows the system from here on. */
export function createView(): View {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const store = createStore<ViewState>()(() => ({
    selection: null,
    panel: null,
    menu: null,
    asked: null,
    diagram: 'closed',
    theme: kept(themeKey, ['light', 'dark']),
    motion: kept(motionKey, ['still', 'moving']),
    systemMotion: still.matches ? 'still' : 'moving',
    verbosity: kept(verbosityKey, ['low', 'medium', 'high']) ?? 'medium',
    keyMap: keptKeys(),
    hasLetterKeys: readSetting(lettersKey) !== off,
    isWelcome: readSetting(welcomeKey) !== off,
    sizes: keptSizes(),
    isPresenting: false,
    systemTheme: dark.matches ? 'dark' : 'light',
  }));
  dark.addEventListener('change', () =>
    store.setState({ systemTheme: dark.matches ? 'dark' : 'light' }),
  );
  still.addEventListener('change', () =>
    store.setState({ systemMotion: still.matches ? 'still' : 'moving' }),
  );
  return {
    store,
    lens: createLens(),
    select: (selection) => store.setState({ selection }),
    openMenu: (menu) => store.setState({ menu, selection: menu.of }),
    closeMenu: () => store.setState({ menu: null }),
    ask: (subject, isWhyNot) =>
      store.setState(({ asked }) => ({
        panel: 'why',
        asked: { subject, isWhyNot, number: (asked?.number ?? 0) + 1 },
      })),
    open: (panel) => store.setState({ panel }),
    close: () => store.setState({ panel: null }),
    toggle: (panel) => store.setState((state) => ({ panel: state.panel === panel ? null : panel })),
    showDiagram: (diagram) => store.setState({ diagram }),
    nextView: () =>
      store.setState(({ diagram }) => ({
        diagram: diagrams[(diagrams.indexOf(diagram) + 1) % diagrams.length] ?? 'closed',
      })),
    setTheme: (theme) => {
      writeSetting(themeKey, theme);
      store.setState({ theme });
    },
    setMotion: (motion) => {
      writeSetting(motionKey, motion);
      store.setState({ motion });
    },
    setVerbosity: (verbosity) => {
      writeSetting(verbosityKey, verbosity);
      store.setState({ verbosity });
    },
    setKey: (id, key) => store.setState(({ keyMap }) => ({ keyMap: withKey(keyMap, id, key) })),
    setLetterKeys: (hasLetterKeys) => {
      writeSetting(lettersKey, hasLetterKeys ? 'on' : off);
      store.setState({ hasLetterKeys });
    },
    welcome: (isWelcome) => {
      writeSetting(welcomeKey, isWelcome ? 'on' : off);
      store.setState({ isWelcome });
    },
    present: (isPresenting) => store.setState({ isPresenting, panel: null }),
    resize: (part, share) =>
      store.setState(({ sizes }) => ({ sizes: resized(sizes, part, share) })),
  };
}

/** The theme in force. */
export const themeOf = ({ theme, systemTheme }: ViewState): Theme => theme ?? systemTheme;

/** Whether nothing is to move by itself. */
export const isStill = ({ motion, systemMotion }: ViewState): boolean =>
  (motion ?? systemMotion) === 'still';

function kept<T extends string>(key: string, known: readonly T[]): T | null {
  const value = readSetting(key);
  return known.find((one) => one === value) ?? null;
}

function keptKeys(): Readonly<Record<string, string>> {
  try {
    const keys: unknown = JSON.parse(readSetting(keysKey) ?? '{}');
    return Object.fromEntries(
      Object.entries(keys as object).filter(([, key]) => typeof key === 'string'),
    );
  } catch {
    return {};
  }
}

function withKey(
  keyMap: Readonly<Record<string, string>>,
  id: string,
  key: string | null,
): Readonly<Record<string, string>> {
  const { [id]: _, ...others } = keyMap;
  const now = key === null ? others : { ...others, [id]: key };
  writeSetting(keysKey, JSON.stringify(now));
  return now;
}
