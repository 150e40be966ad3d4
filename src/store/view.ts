/** How the page is looked at: what is selected and open, light or dark, moving or still. Nothing of the run. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MessageId, Seq, ServerId } from '../base/index.ts';
import type { Subject } from '../timeline/index.ts';
import { createLens, type Lens } from './lens.ts';
import {
  bounds,
  keepPreferences,
  keptPreferences,
  type Motion,
  type Preferences,
  type Resizable,
  type Theme,
} from './preferences.ts';

export type Selection =
  | { readonly kind: 'server'; readonly server: ServerId }
  | { readonly kind: 'message'; readonly message: MessageId }
  | { readonly kind: 'link'; readonly a: ServerId; readonly b: ServerId }
  /** `server`: on whose lane it stands; null: on nobody's. `client`: its lane was meant, and this is what it did last. */
  | {
      readonly kind: 'event';
      readonly seq: Seq;
      readonly server: ServerId | null;
      readonly client?: string;
    };

/** What can be open beside the stage, one at a time. */
export type Panel =
  | 'conditions'
  | 'inspector'
  | 'rules'
  | 'lab'
  | 'lesson'
  | 'lessons'
  | 'editor'
  | 'branches'
  | 'figure2'
  | 'why'
  | 'partition'
  | 'help'
  | 'legend'
  | 'menu'
  | 'sheet'
  | 'goTo'
  | 'share'
  | 'glossary'
  | 'palette'
  | 'events'
  | 'properties'
  | 'settings'
  | 'transcript';

/** What was pointed at with the question why, or why not. */
export interface Asked {
  readonly subject: Subject;
  readonly isWhyNot: boolean;
  /** The question chosen among those about the subject, by its key; null: the first that fits. */
  readonly chosen: string | null;
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
  /** Only the ways to start a server again. */
  readonly isRestart?: boolean;
}

/** How much room the space-time diagram has: none, a strip under the servers, or theirs. */
export type Diagram = 'closed' | 'strip' | 'full';
const diagrams: readonly Diagram[] = ['closed', 'strip', 'full'];

export interface ViewState extends Preferences {
  readonly selection: Selection | null;
  readonly panel: Panel | null;
  /** What stood there when a dialog came over it, and will again. */
  readonly under: Panel | null;
  readonly menu: Menu | null;
  readonly asked: Asked | null;
  /** Servers to be told from the rest: in these the branch beside the one in hand is another. */
  readonly lit: readonly ServerId[];
  readonly diagram: Diagram;
  readonly systemTheme: Theme;
  readonly systemMotion: Motion;
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
  ask(subject: Subject, isWhyNot: boolean, chosen?: string | null): void;
  open(panel: Panel): void;
  close(): void;
  toggle(panel: Panel): void;
  showDiagram(diagram: Diagram): void;
  /** Servers and logs, the diagram with them, the diagram alone, and again. */
  nextView(): void;
  /** Chooses once and for all. */
  prefer(now: Partial<Preferences>): void;
  present(isPresenting: boolean): void;
  /** Draws a part of the page to a share of its frame; null: to its usual size. */
  resize(part: Resizable, share: number | null): void;
}

/** What comes over the page, and leaves it as it was. */
const dialogs: ReadonlySet<Panel | null> = new Set<Panel>([
  'partition',
  'help',
  'legend',
  'goTo',
  'share',
  'palette',
  'events',
  'menu',
  'sheet',
  'settings',
  'transcript',
  'glossary',
]);

/** What stands beside the picture or in its stead, under a dialog or not. */
export const beside = ({ panel, under }: ViewState): Panel | null =>
  dialogs.has(panel) ? under : panel;

/** What is there again when `panel` closes: what it comes over, and a lesson whatever took its place. */
const beneath = (panel: Panel, state: ViewState): Panel | null => {
  if (dialogs.has(panel)) return beside(state);
  const isInLesson = state.panel === 'lesson' || state.under === 'lesson';
  return isInLesson && panel !== 'lesson' ? 'lesson' : null;
};

/** The view as the system and the last visit want it; it follows the system from here on. */
export function createView(): View {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const store = createStore<ViewState>()(() => ({
    selection: null,
    panel: null,
    under: null,
    menu: null,
    asked: null,
    lit: [],
    diagram: 'closed',
    ...keptPreferences(),
    systemMotion: still.matches ? 'still' : 'moving',
    isPresenting: false,
    systemTheme: dark.matches ? 'dark' : 'light',
  }));
  dark.addEventListener('change', () =>
    store.setState({ systemTheme: dark.matches ? 'dark' : 'light' }),
  );
  still.addEventListener('change', () =>
    store.setState({ systemMotion: still.matches ? 'still' : 'moving' }),
  );
  const prefer = (now: Partial<Preferences>): void => {
    store.setState(now);
    keepPreferences(store.getState());
  };
  const open = (panel: Panel): void =>
    store.setState((state) => ({ panel, under: beneath(panel, state) }));
  const close = (): void => store.setState(({ under }) => ({ panel: under, under: null }));
  return {
    store,
    lens: createLens(),
    select: (selection) => store.setState({ selection }),
    openMenu: (menu) => store.setState({ menu, selection: menu.of }),
    closeMenu: () => store.setState({ menu: null }),
    ask: (subject, isWhyNot, chosen = null) =>
      store.setState((state) => ({
        panel: 'why',
        under: beneath('why', state),
        asked: { subject, isWhyNot, chosen, number: (state.asked?.number ?? 0) + 1 },
      })),
    open,
    close,
    toggle: (panel) => (store.getState().panel === panel ? close() : open(panel)),
    showDiagram: (diagram) => store.setState({ diagram }),
    nextView: () =>
      store.setState(({ diagram }) => ({
        diagram: diagrams[(diagrams.indexOf(diagram) + 1) % diagrams.length] ?? 'closed',
      })),
    prefer,
    present: (isPresenting) => store.setState({ isPresenting, panel: null }),
    resize: (part, share) => prefer({ sizes: resized(store.getState().sizes, part, share) }),
  };
}

/** The theme in force. */
export const themeOf = ({ theme, systemTheme }: ViewState): Theme => theme ?? systemTheme;

/** Whether nothing is to move by itself. */
export const isStill = ({ motion, systemMotion }: ViewState): boolean =>
  (motion ?? systemMotion) === 'still';

function resized(
  sizes: Preferences['sizes'],
  part: Resizable,
  share: number | null,
): Preferences['sizes'] {
  const { [part]: _, ...others } = sizes;
  const { least, most } = bounds[part];
  return share === null ? others : { ...others, [part]: Math.min(most, Math.max(least, share)) };
}
