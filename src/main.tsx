/** Wiring only: puts the laboratory on the page, or what of it stands in the page of somebody else. */
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import {
  createPlayback,
  createView,
  embedMark,
  followAddress,
  openSession,
} from './store/index.ts';
import { App, loadEmbed, notePlaces } from './ui/index.ts';

async function open(root: HTMLElement): Promise<void> {
  const view = createView();
  const session = await openSession(view);
  await followAddress(session, view);
  const playback = createPlayback(session);
  // A piece at a time: what is pressed meanwhile need not wait for the whole of it.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <App lab={{ session, playback, view }} />
      </StrictMode>,
    ),
  );
}

notePlaces();
const root = document.getElementById('root');
if (root !== null)
  await (location.hash.includes(embedMark) ? (await loadEmbed()).embedIn(root) : open(root));
