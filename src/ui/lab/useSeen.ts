/** What comes of a bench, brought into sight where it stands below the form. */
import { type RefObject, useEffect, useRef } from 'react';
import { useIsPhone } from '../hooks/useMedia.ts';

/** A ref for what is to be seen once `hasBegun`. */
export function useSeen(hasBegun: boolean): RefObject<HTMLParagraphElement | null> {
  const ref = useRef<HTMLParagraphElement>(null);
  const isPhone = useIsPhone();
  useEffect(() => {
    // On a phone what follows is to be seen, too.
    if (hasBegun) ref.current?.scrollIntoView({ block: isPhone ? 'start' : 'nearest' });
  }, [hasBegun, isPhone]);
  return ref;
}
