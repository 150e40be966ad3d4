/** Wiring only: puts the laboratory on the page. */
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { createPlayback, createView, followAddress, openSession } from './store/index.ts';
import { App } from './ui/index.ts';

const view = createView();
const session = await openSession(view);
await followAddress(session, view);
const playback = createPlayback(session);

const root = document.getElementById('root');
if (root) {
  const page = createRoot(root);
  // A piece at a time: what is pressed meanwhile need not wait for the whole of it.
  startTransition(() =>
    page.render(
      <StrictMode>
        <App lab={{ session, playback, view }} />
      </StrictMode>,
    ),
  );
}
