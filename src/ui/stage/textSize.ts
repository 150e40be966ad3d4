/**
 * Text of the picture as large as the reader has text: what is drawn is enlarged as a whole, as a presentation enlarges
 * the page, and so laid out in as much less room (WCAG 1.4.4).
 */

/** Of a browser that nobody has set otherwise, px. */
const usualText = 16;
/** In less room than this words would lie over each other: then they are enlarged as far as they can be, px. */
const least = { width: 340, height: 250 };

type Zoomed = Element & { readonly currentCSSZoom?: number };

/** Keeps the frame of `svg` so, until it is called. */
export function keepTextSize(svg: SVGSVGElement): () => void {
  const frame = svg.parentElement;
  if (frame === null) return () => {};
  // As wide as a letter is high: it changes with the text, even where the room of the picture does not.
  const letter = frame.ownerDocument.createElement('span');
  letter.className = 'stage-letter';
  const fit = (): void => {
    // A zoom of its own leaves its outer size as it is.
    const { width, height } = frame.getBoundingClientRect();
    const text = parseFloat(getComputedStyle(frame.ownerDocument.documentElement).fontSize);
    const { currentCSSZoom: around = 1 }: Zoomed = frame.parentElement ?? frame;
    const room = Math.min(width / least.width, height / least.height) / around;
    const zoom = Math.max(1, Math.min(text / usualText, room)).toFixed(2);
    if (frame.style.zoom !== zoom) frame.style.zoom = zoom;
  };
  // Not amid the round in which sizes are told: the picture would be told another in the same round.
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const observer = new ResizeObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(fit);
  });
  frame.append(letter);
  observer.observe(letter);
  observer.observe(frame);
  return () => {
    observer.disconnect();
    clearTimeout(waiting);
    letter.remove();
    frame.style.zoom = '';
  };
}
