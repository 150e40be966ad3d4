/** Wiring only: puts the laboratory on the page. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import {
  createPlayback,
  createView,
  followAddress,
  judgeSession,
  loadKeep,
  openSession,
} from './store/index.ts';
import { App, loadTheRest } from './ui/index.ts';

const view = createView();
const session = await openSession(view);
await followAddress(session, view);
const playback = createPlayback(session);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App lab={{ session, playback, view }} />
    </StrictMode>,
  );
  // Where it cannot be kept the run goes on all the same.
  loadKeep().then(
    ({ keep }) => keep(session),
    () => {},
  );
  // Who cannot be fetched now cannot be waited for: the page says that nobody looks.
  void judgeSession(session).catch(() => {});
  void loadTheRest();
}
