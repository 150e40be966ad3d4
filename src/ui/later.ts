/**
 * What the first view does without comes with its first use, or before it, quietly, once the first view is drawn. Then
 * the page asks for nothing any more, and goes on where there is no network.
 */
import { loadLessons } from '../lessons/index.ts';
import { idle, judgeWhenIdle, loadKeep, loadTeller, type Session } from '../store/index.ts';
import { loadShare, loadWhy } from '../timeline/index.ts';
import { loads } from './parts.ts';
import { opener } from './scenario/opener.ts';

/** Set in the browser's own list of marks when nothing is left to ask for. */
const everythingHere = 'everything-here';

/** All that the page does besides showing itself. */
export function goOn(session: Session): void {
  // Without its sentences, and where it cannot be kept, the run goes on all the same.
  loadTeller().then(session.learn, () => {});
  loadKeep().then(
    ({ keep }) => keep(session),
    () => {},
  );
  // Who cannot be fetched now cannot be waited for: the page says that nobody looks.
  void judgeWhenIdle(session).catch(() => {});
  sayWhere();
  void loadTheRest();
}

/** Who reads only the head of the page wants whole addresses in it; where it lies only the page itself knows. */
function sayWhere(): void {
  const others = document.querySelectorAll<HTMLLinkElement>('link[rel="alternate"][hreflang]');
  for (const other of others) other.setAttribute('href', other.href);
}

/** Loads all of it, a part at a time, whenever the page has nothing else to do. */
async function loadTheRest(): Promise<void> {
  await pageLoaded();
  let hasFetched = true;
  for await (const load of everything()) {
    if (hasFetched) await idle();
    // What fails now is asked for again when it is used, and then its failure is said.
    const loaded = load().catch(() => undefined);
    // Parts that come in one file are all here with the first of them.
    hasFetched = await Promise.race([loaded.then(() => false), nextTask()]);
    await loaded;
  }
  performance.mark(everythingHere);
}

const nextTask = (): Promise<true> => new Promise((done) => setTimeout(done, 0, true));

/** A part may bring parts of its own, which stand in the list by then. */
async function* everything(): AsyncIterable<() => Promise<unknown>> {
  yield* loads;
  yield* [opener, loadShare, loadWhy];
  for (const { load } of await loadLessons().catch(() => [])) yield load;
}

const pageLoaded = (): Promise<unknown> =>
  new Promise((done) => {
    if (document.readyState === 'complete') done(undefined);
    else addEventListener('load', done, { once: true });
  });
