/** What the page is shown on. */
import { useSyncExternalStore } from 'react';

let narrow: MediaQueryList | undefined;
let isFrame = false;

/** In a frame of somebody else's, however wide: what is open has no place beside the picture either. */
export const actAsPhone = (): void => {
  isFrame = true;
};

// One for all who ask, since to make one forces a layout.
function phone(): MediaQueryList {
  narrow ??= matchMedia(isFrame ? 'all' : '(max-width: 43.74em), (max-height: 28em)');
  return narrow;
}

function listen(tell: () => void): () => void {
  const media = phone();
  media.addEventListener('change', tell);
  return () => media.removeEventListener('change', tell);
}

/** A phone, however it is held. Kept in step with styles/phone.css and styles/sideways.css. */
export const useIsPhone = (): boolean => useSyncExternalStore(listen, () => phone().matches);
