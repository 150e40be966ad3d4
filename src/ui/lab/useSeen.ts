/** What comes of a bench, brought into sight where it stands below the form. */
import { type RefObject, useEffect, useRef } from 'react';

/** A ref for what is to be seen once `hasBegun`. */
export function useSeen(hasBegun: boolean): RefObject<HTMLParagraphElement | null> {
  const ref = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (hasBegun) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [hasBegun]);
  return ref;
}
