/** What happens when the picture makes room for a place: the lab, the lessons, the editor. */
import { type RefObject, useEffect, useRef } from 'react';
import { useLab } from '../hooks/lab.ts';

/** The run in hand stands still for as long as the place is there: nothing of it shall pass unseen. */
export function useStandingStill(): void {
  const { session } = useLab();
  useEffect(() => session.pause(), [session]);
}

/**
 * The same, and the focus: it goes to the heading, to which the ref belongs, and back to the button `way`, by which one
 * comes to the place, when that is closed.
 */
export function usePlace(way: string): RefObject<HTMLHeadingElement | null> {
  const { view } = useLab();
  const heading = useRef<HTMLHeadingElement>(null);
  useStandingStill();
  useEffect(() => {
    heading.current?.focus();
    return () => {
      // What had the focus has gone with the place; what was opened from there takes it itself.
      const isLost = document.activeElement === document.body;
      if (isLost && view.store.getState().panel === null) document.getElementById(way)?.focus();
    };
  }, [view, way]);
  return heading;
}
