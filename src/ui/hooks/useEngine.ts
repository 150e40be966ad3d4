/** A picture that draws itself on every frame, outside React: created with its element, and gone with it. */
import { type RefCallback, useCallback } from 'react';
import type { Painter } from '../../store/index.ts';
import { type Lab, useLab } from './lab.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Engine {
  readonly paint: Painter;
  readonly resize: (size: Size) => void;
  readonly destroy: () => void;
}

/** A ref for the element of the picture. `create` must be the same function at every render. */
export function useEngine<E extends Element>(
  create: (element: E, lab: Lab) => Engine,
): RefCallback<E> {
  const lab = useLab();
  return useCallback(
    (element: E | null) => {
      if (element === null) return;
      const engine = create(element, lab);
      const repaint = (): void => engine.paint(lab.session.store.getState().timeline);
      let stop: (() => void) | null = null;
      const start = (): (() => void) => {
        const stopPainting = lab.playback.subscribe(engine.paint);
        const stopWatching = lab.view.store.subscribe(repaint);
        return () => {
          stopPainting();
          stopWatching();
        };
      };
      let starting: ReturnType<typeof setTimeout> | undefined;
      // The observer tells the first size once the page is laid out. To measure here would force a layout while the page
      // is still being put together, and to draw at once would delay its first paint.
      const observer = new ResizeObserver(() => {
        engine.resize(sizeOf(element));
        if (stop !== null) repaint();
        else
          starting ??= setTimeout(() => {
            stop = start();
          });
      });
      observer.observe(element);
      return () => {
        observer.disconnect();
        clearTimeout(starting);
        stop?.();
        engine.destroy();
      };
    },
    [create, lab],
  );
}

// In the px of the picture itself, which a presentation enlarges as a whole.
function sizeOf(element: Element & { readonly currentCSSZoom?: number }): Size {
  const zoom = element.currentCSSZoom ?? 1;
  const { width, height } = element.getBoundingClientRect();
  const px = (length: number): number => Math.max(1, Math.round(length / zoom));
  return { width: px(width), height: px(height) };
}
