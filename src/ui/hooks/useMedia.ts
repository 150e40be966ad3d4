/** What the page is shown on. */
import { useSyncExternalStore } from 'react';

/** Whether a media query holds; the component renders when that changes. */
function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listen) => {
      const media = matchMedia(query);
      media.addEventListener('change', listen);
      return () => media.removeEventListener('change', listen);
    },
    () => matchMedia(query).matches,
  );
}

/** A phone held upright: one column, servers as rows. Kept in step with `phone` in styles/phone.css. */
export const useIsPhone = (): boolean => useMedia('(max-width: 699px)');
