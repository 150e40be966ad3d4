/**
 * The page in a frame of somebody else's: picture, sentence, score and play, a lesson where the address names one, and
 * the way to all the rest. Nothing of a visitor's own is read or kept there: it begins as the address says, at every load.
 */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import {
  createPlayback,
  createSession,
  createView,
  follow,
  judgeWhenIdle,
  keepNothing,
  type LessonPlace,
  lessonPlaceIn,
  loadTeller,
} from '../../store/index.ts';
import { words } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';
import { actAsPhone } from '../hooks/useMedia.ts';
import { namer } from '../scenario/opener.ts';
import { EmbedPage } from './EmbedPage.tsx';

/** Draws it into `root`, and follows the address when whoever embeds it puts another one there. */
export async function embedIn(root: HTMLElement): Promise<void> {
  actAsPhone();
  keepNothing();
  const view = createView();
  const session = createSession({}, () => view.store.getState().verbosity);
  const lab: Lab = { session, playback: createPlayback(session), view };
  // Without its sentences the run goes on all the same.
  void loadTeller().then(session.learn, () => {});
  await goThere(lab);
  addEventListener('hashchange', () => void goThere(lab));
  createRoot(root).render(
    <StrictMode>
      <EmbedPage lab={lab} />
    </StrictMode>,
  );
}

/** To a lesson, or a moment: what was open beside the moment that was shared has no room here. */
async function goThere(lab: Lab): Promise<void> {
  const { session, view } = lab;
  const place = lessonPlaceIn(location.href);
  if (place === null) await follow(session, view, location.href);
  else await openThere(lab, place);
  void judgeWhenIdle(session).catch(() => {});
  view.store.setState({ panel: null, under: null, diagram: 'closed' });
}

async function openThere(lab: Lab, place: LessonPlace): Promise<void> {
  const trouble = await namer().then(
    ({ openPlace }) => openPlace(lab, place),
    () => words.scenario.unavailable,
  );
  lab.session.say(trouble);
}
