/** Which rows of a long table are in view: only these are drawn, and the rest is room. */
import { type RefCallback, useCallback, useEffect, useRef, useState } from 'react';

/** With more rows than this the table scrolls; so many more are drawn than are seen, so that none is seen to come. */
export const mostRows = 11;
const spare = 3;

interface RowWindow {
  readonly ref: RefCallback<HTMLElement>;
  /** The first row drawn, and the first one after the last; each row `height` px. */
  readonly from: number;
  readonly to: number;
}

/** A window on `count` rows of `height` px that follows the scrolling of the element, and what is `picked`. */
export function useRowWindow(count: number, height: number, picked: number | null): RowWindow {
  const frame = useRef<HTMLElement>(null);
  const [top, setTop] = useState(0);
  const ref = useCallback(
    (element: HTMLElement | null) => {
      frame.current = element;
      const look = (): void => setTop(Math.floor((element?.scrollTop ?? 0) / height));
      element?.addEventListener('scroll', look, { passive: true });
      return () => element?.removeEventListener('scroll', look);
    },
    [height],
  );
  useEffect(() => {
    const element = frame.current;
    if (element === null || picked === null) return;
    const place = picked * height;
    const isSeen =
      place >= element.scrollTop && place + 2 * height <= element.scrollTop + element.clientHeight;
    if (!isSeen) element.scrollTop = place - 3 * height;
  }, [picked, height]);
  if (count <= mostRows) return { ref, from: 0, to: count };
  const from = Math.max(0, Math.min(top, count - mostRows) - spare);
  return { ref, from, to: Math.min(count, from + mostRows + 2 * spare) };
}
