/** How wide an element is, in CSS px, and how large its text. */
import { type RefCallback, useCallback, useState } from 'react';

/** Of a browser that nobody has set otherwise, px. */
const usualText = 16;

interface Measured {
  readonly width: number;
  /** Of the usual size of text, which a reader may have set larger in the browser (WCAG 1.4.4). */
  readonly scale: number;
}

/** A ref to put on the element, and what it measures; `first` wide until then. */
export function useWidth<E extends Element>(first: number): readonly [RefCallback<E>, Measured] {
  const [measured, setMeasured] = useState({ width: first, scale: 1 });
  const ref = useCallback((element: E | null) => {
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / usualText;
      setMeasured({ width: Math.floor(entry.contentRect.width), scale });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, measured];
}
