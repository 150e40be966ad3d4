/** Which server, entry or message of the world an element of the page stands for. */
import type { Clicked } from '../../store/index.ts';

/** Null: none. */
export function clickedAt(element: Element): Clicked | null {
  const mark = element.closest<HTMLElement | SVGElement>(
    '[data-server], [data-head], [data-message]',
  );
  if (mark !== null) {
    const { server, head, message } = mark.dataset;
    if (message !== undefined) return { kind: 'message', message: Number(message) };
    return { kind: 'server', server: Number(server ?? head) };
  }
  const cell = element.closest<HTMLElement>('td[data-index]');
  const row = cell?.closest('tr[aria-rowindex]');
  if (cell == null || row == null) return null;
  // The rows are counted from 1, that of the indexes first.
  const server = Number(row.getAttribute('aria-rowindex')) - 2;
  return { kind: 'entry', server, index: Number(cell.dataset.index) };
}
