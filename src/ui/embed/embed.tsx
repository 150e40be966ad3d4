/**
 * The page in a frame of somebody else's: picture, sentence, score and play, and the way to all the rest. Nothing of a
 * visitor's own is read or kept there: the run is that of the link, at every load.
 */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import {
  createPlayback,
  createSession,
  createView,
  follow,
  judgeSession,
  loadTeller,
  type Session,
  type View,
} from '../../store/index.ts';
import { actAsPhone } from '../hooks/useMedia.ts';
import { EmbedPage } from './EmbedPage.tsx';

/** Draws it into `root`, and follows the address when whoever embeds it puts another one there. */
export async function embedIn(root: HTMLElement): Promise<void> {
  actAsPhone();
  const view = createView();
  const session = createSession({}, () => view.store.getState().verbosity);
  // Without its sentences the run goes on all the same.
  void loadTeller().then(session.learn, () => {});
  await goThere(session, view);
  addEventListener('hashchange', () => void goThere(session, view));
  const playback = createPlayback(session);
  createRoot(root).render(
    <StrictMode>
      <EmbedPage lab={{ session, playback, view }} />
    </StrictMode>,
  );
}

/** What was open beside the moment that was shared has no room here. */
async function goThere(session: Session, view: View): Promise<void> {
  await follow(session, view, location.href);
  void judgeSession(session).catch(() => {});
  view.store.setState({ panel: null, under: null, diagram: 'closed' });
}
