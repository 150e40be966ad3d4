/**
 * What the first view does without: each part comes with its first use, or before it, quietly, once the first view is
 * drawn. Then the page asks for nothing any more, and goes on where there is no network.
 */
import { lessons } from '../lessons/index.ts';
import { loadShare, loadWhy } from '../timeline/index.ts';
import { loads, part } from './parts.ts';

export const ServerMenu = part(() =>
  import('./stage/ServerMenu.tsx').then((loaded) => loaded.ServerMenu),
);
export const LinkMenu = part(() =>
  import('./stage/LinkMenu.tsx').then((loaded) => loaded.LinkMenu),
);
export const Conditions = part(() =>
  import('./conditions/Conditions.tsx').then((loaded) => loaded.Conditions),
);
export const Inspector = part(() =>
  import('./inspector/Inspector.tsx').then((loaded) => loaded.Inspector),
);
export const Partition = part(() =>
  import('./dialogs/Partition.tsx').then((loaded) => loaded.Partition),
);
export const Help = part(() => import('./dialogs/Help.tsx').then((loaded) => loaded.Help));
export const Glossary = part(() =>
  import('./glossary/Glossary.tsx').then((loaded) => loaded.Glossary),
);
export const GoTo = part(() => import('./dialogs/GoTo.tsx').then((loaded) => loaded.GoTo));
export const LanguageOffer = part(() =>
  import('./languages/LanguageOffer.tsx').then((loaded) => loaded.LanguageOffer),
);
export const Sheet = part(() => import('./dialogs/Sheet.tsx').then((loaded) => loaded.Sheet));
export const DiagramStrip = part(() =>
  import('./spacetime/Diagram.tsx').then((loaded) => loaded.DiagramStrip),
);
export const DiagramSheet = part(() =>
  import('./spacetime/DiagramSheet.tsx').then((loaded) => loaded.DiagramSheet),
);
export const MessageMenu = part(() =>
  import('./messages/MessageMenu.tsx').then((loaded) => loaded.MessageMenu),
);
export const Rules = part(() => import('./conditions/Rules.tsx').then((loaded) => loaded.Rules));
export const WhyPanel = part(() => import('./why/WhyPanel.tsx').then((loaded) => loaded.WhyPanel));
export const Branches = part(() =>
  import('./branches/Branches.tsx').then((loaded) => loaded.Branches),
);
export const Compare = part(() => import('./compare/Compare.tsx').then((loaded) => loaded.Compare));
export const Figure2 = part(() => import('./figure2/Figure2.tsx').then((loaded) => loaded.Figure2));
export const Share = part(() => import('./share/Share.tsx').then((loaded) => loaded.Share));
export const Palette = part(() => import('./palette/Palette.tsx').then((loaded) => loaded.Palette));
export const PanelSheet = part(() =>
  import('./dialogs/PanelSheet.tsx').then((loaded) => loaded.PanelSheet),
);
export const TroublePanel = part(() =>
  import('./trouble/TroublePanel.tsx').then((loaded) => loaded.TroublePanel),
);

/** The reader of scenarios and its sentences. */
export const opener = () => import('./scenario/open.ts');

/** Set in the browser's own list of marks when nothing is left to ask for. */
const everythingHere = 'everything-here';

/** Loads all of it, a part at a time, whenever the page has nothing else to do. */
export async function loadTheRest(): Promise<void> {
  await pageLoaded();
  for (const load of [
    ...loads,
    opener,
    loadShare,
    loadWhy,
    ...lessons.map((lesson) => lesson.load),
  ]) {
    await idle();
    // What fails now is asked for again when it is used, and then its failure is said.
    await load().catch(() => undefined);
  }
  performance.mark(everythingHere);
}

const pageLoaded = (): Promise<unknown> =>
  new Promise((done) => {
    if (document.readyState === 'complete') done(undefined);
    else addEventListener('load', done, { once: true });
  });

/** A page that plays on a slow machine has no idle moment; then the rest comes all the same, if slowly. */
const longestWaitMs = 1000;

// Not every browser tells when it is idle.
const idle = (): Promise<unknown> =>
  new Promise((done) => {
    if ('requestIdleCallback' in window) requestIdleCallback(done, { timeout: longestWaitMs });
    else setTimeout(done, longestWaitMs / 10);
  });
