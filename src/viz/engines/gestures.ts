/** What pointer and keyboard do on the stage, told to the handlers in terms of servers, links and messages. */
import type { Roving } from './roving.ts';
import type { StageHandlers } from './stage.ts';

const marks = '[data-server], [data-link], [data-message]';
/** A key for the menu may be followed by the browser's own event for it, ms. */
const sameGesture = 800;

/** Listens on the whole stage, whatever is drawn on it; gives what stops listening. */
export function listenTo(
  svg: SVGSVGElement,
  handlers: StageHandlers,
  stops: readonly Roving[],
): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let keyedAt = -Infinity;

  const press = (event: Event): void => {
    const mark = markOf(event);
    if (mark !== null) tell(mark, handlers, event.type === 'click' ? 'select' : 'menu');
  };

  svg.addEventListener('click', press, { signal });
  svg.addEventListener(
    'contextmenu',
    (event) => {
      if (markOf(event) === null) return;
      event.preventDefault();
      if (event.timeStamp - keyedAt > sameGesture) press(event);
    },
    { signal },
  );
  svg.addEventListener(
    'keydown',
    (event) => {
      if (stops.some((stop) => stop.onKey(event))) return take(event);
      const isMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
      if (!isMenu && event.key !== 'Enter' && event.key !== ' ') return;
      if (isMenu) keyedAt = event.timeStamp;
      press(event);
      take(event);
    },
    { signal },
  );
  svg.addEventListener(
    'focusin',
    (event) => {
      const mark = markOf(event);
      if (mark === null) return;
      for (const stop of stops) stop.onFocus(mark);
      const { server } = mark.dataset;
      if (server !== undefined) handlers.onServer(Number(server), mark, 'select');
    },
    { signal },
  );
  return () => listening.abort();
}

// The page's own keys (arrows step, Space plays) must not hear what a mark has answered.
function take(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

function markOf({ target }: Event): SVGGElement | null {
  return target instanceof Element ? target.closest<SVGGElement>(marks) : null;
}

// A press on a server or a link means its menu; a message is read first, and its menu asked for.
function tell(
  mark: SVGGElement,
  { onServer, onLink, onMessage }: StageHandlers,
  what: 'select' | 'menu',
): void {
  const { server, link, message } = mark.dataset;
  if (server !== undefined) onServer(Number(server), mark, 'menu');
  else if (message !== undefined) onMessage(Number(message), mark, what);
  else {
    const [a, b] = (link ?? '').split('-').map(Number);
    if (a !== undefined && b !== undefined) onLink(a, b, mark);
  }
}
