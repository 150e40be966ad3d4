/** How wide an element is, in CSS px. */
import { type RefCallback, useCallback, useState } from 'react';

/** A ref to put on the element, and its content width; `first` until it was measured. */
export function useWidth<E extends Element>(first: number): readonly [RefCallback<E>, number] {
  const [width, setWidth] = useState(first);
  const ref = useCallback((element: E | null) => {
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
