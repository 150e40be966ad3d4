/** How a phone is held. */
import { useSyncExternalStore } from 'react';

// Apart from `useIsPhone`, which the first view waits for.
const wide = matchMedia('(min-width: 43.75em)');

function listen(tell: () => void): () => void {
  wide.addEventListener('change', tell);
  return () => wide.removeEventListener('change', tell);
}

/** Of a phone: on its side, so that things stand beside each other. Kept in step with styles/sideways.css. */
export const useIsSideways = (): boolean => useSyncExternalStore(listen, () => wide.matches);
