/** How the page is looked at: what is selected and open, light or dark, moving or still. Nothing of the run. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MessageId, Seq, ServerId } from '../base/index.ts';
import type { Subject } from '../timeline/index.ts';
import { read, write } from './choices.ts';
import { createLens, type Lens } from './lens.ts';

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
  | 'glossary'
  | 'palette';

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

export interface ViewState {
  readonly selection: Selection | null;
  readonly panel: Panel | null;
  readonly menu: Menu | null;
  readonly asked: Asked | null;
  readonly diagram: Diagram;
  /** Null: as the system says. */
  readonly theme: Theme | null;
  /** Whether the system asks for stillness. */
  readonly isStill: boolean;
  readonly systemTheme: Theme;
  /** Whether single characters act as shortcuts (WCAG 2.1.4: whoever dictates must be able to turn them off). */
  readonly hasLetterKeys: boolean;
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
  setTheme(theme: Theme): void;
  setLetterKeys(hasLetterKeys: boolean): void;
}

const themeKey = 'quorate.theme';
const lettersKey = 'quorate.letterKeys';
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
    theme: keptTheme(),
    hasLetterKeys: read(lettersKey) !== off,
    isStill: still.matches,
    systemTheme: dark.matches ? 'dark' : 'light',
  }));
  dark.addEventListener('change', () =>
    store.setState({ systemTheme: dark.matches ? 'dark' : 'light' }),
  );
  still.addEventListener('change', () => store.setState({ isStill: still.matches }));
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
      write(themeKey, theme);
      store.setState({ theme });
    },
    setLetterKeys: (hasLetterKeys) => {
      write(lettersKey, hasLetterKeys ? 'on' : off);
      store.setState({ hasLetterKeys });
    },
  };
}

/** The theme in force. */
export const themeOf = ({ theme, systemTheme }: ViewState): Theme => theme ?? systemTheme;

function keptTheme(): Theme | null {
  const kept = read(themeKey);
  return kept === 'light' || kept === 'dark' ? kept : null;
}
