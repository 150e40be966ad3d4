/** A client's command carried from its line onto a server, which is then asked; Escape, or any other place, gives up. */
import type { ServerId } from '../../base/index.ts';
import type { Session } from '../../store/index.ts';
import { stage as said } from '../../words/index.ts';

/** A press that moves less than this is a press, px. */
const still = 6;

/** Asks `server`: once more for what is out, or for what was answered last (Thesis §6.3: a new command). */
function askThere(session: Session, id: string, server: ServerId): void {
  const client = session.store.getState().timeline.world.clients.find((one) => one.id === id);
  const operation = client?.completed.buffer[client.completed.length - 1]?.operation;
  if (client !== undefined && client.pending !== null)
    session.do({ type: 'retry', client: id, at: server });
  else if (operation !== undefined)
    session.do({ type: 'request', client: id, operation, at: server });
}

/** Listens on a handle; gives what stops listening. A drag that is under way goes on. */
export function heedCarrying(handle: HTMLElement, session: Session, client: string): () => void {
  const press = (event: PointerEvent): void => {
    if (event.button === 0 && event.isPrimary) carry(event, session, client);
  };
  handle.addEventListener('pointerdown', press);
  return () => handle.removeEventListener('pointerdown', press);
}

function carry(start: PointerEvent, session: Session, client: string): void {
  const dragging = new AbortController();
  const options = { signal: dragging.signal, capture: true };
  const tag = document.createElement('p');
  tag.className = 'carried';
  let hasMoved = false;
  const end = (): void => {
    dragging.abort();
    tag.remove();
  };
  const move = (event: PointerEvent): void => {
    if (event.pointerId !== start.pointerId) return;
    const { clientX: x, clientY: y } = event;
    hasMoved ||= Math.hypot(x - start.clientX, y - start.clientY) >= still;
    if (!hasMoved) return;
    if (!tag.isConnected) document.body.append(tag);
    const over = serverUnder(event);
    const { names } = session.store.getState().timeline.run.setup;
    tag.textContent = over === null ? client : said.askThere(client, names[over] ?? '');
    tag.style.translate = `${x + 12}px ${y + 12}px`;
  };
  document.addEventListener('pointermove', move, options);
  document.addEventListener(
    'pointerup',
    (event) => {
      if (event.pointerId !== start.pointerId) return;
      end();
      const over = hasMoved ? serverUnder(event) : null;
      if (over !== null) askThere(session, client, over);
    },
    options,
  );
  document.addEventListener('pointercancel', end, options);
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      end();
      event.stopPropagation();
    },
    options,
  );
}

function serverUnder({ clientX, clientY }: PointerEvent): ServerId | null {
  const found = document.elementFromPoint(clientX, clientY)?.closest('[data-server], [data-head]');
  const id = found?.getAttribute('data-server') ?? found?.getAttribute('data-head');
  return id === undefined || id === null ? null : Number(id);
}
