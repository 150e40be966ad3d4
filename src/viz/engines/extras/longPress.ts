/**
 * A finger that rests on a message asks for its menu, as the other button of a mouse does. Where the browser asks by
 * itself (`contextmenu`) the page has heard it already; not every browser does.
 */
import type { MessageId } from '../../../base/index.ts';

/** So long a finger rests, real ms. */
const restMs = 550;
/** px a finger trembles by. */
const still = 10;

/** Listens on a stage; gives what stops listening. */
export function heedLongPress(
  svg: SVGSVGElement,
  onMessage: (message: MessageId, mark: SVGGElement) => void,
): () => void {
  const listening = new AbortController();
  const options = { signal: listening.signal };
  let resting: { timer: ReturnType<typeof setTimeout>; x: number; y: number } | null = null;
  let hasAsked = false;
  const lift = (): void => {
    if (resting !== null) clearTimeout(resting.timer);
    resting = null;
  };
  const rest = ({ target, pointerType, clientX: x, clientY: y }: PointerEvent): void => {
    lift();
    hasAsked = false;
    const mark = target instanceof Element ? target.closest<SVGGElement>('[data-message]') : null;
    if (pointerType !== 'touch' || mark === null) return;
    const ask = (): void => {
      resting = null;
      hasAsked = true;
      onMessage(Number(mark.dataset.message), mark);
    };
    resting = { timer: setTimeout(ask, restMs), x, y };
  };
  svg.addEventListener('pointerdown', rest, options);
  svg.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      if (resting !== null && Math.hypot(clientX - resting.x, clientY - resting.y) > still) lift();
    },
    options,
  );
  for (const name of ['pointerup', 'pointercancel', 'contextmenu'] as const)
    svg.addEventListener(name, lift, options);
  // What lifting the finger would press or take the focus to has been asked for.
  svg.addEventListener(
    'touchend',
    (event) => {
      if (hasAsked) event.preventDefault();
      hasAsked = false;
    },
    { ...options, passive: false },
  );
  return () => {
    lift();
    listening.abort();
  };
}
