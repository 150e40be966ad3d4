/** One tab stop for a list of marks: arrows go from one to the next, Home and End to the first and last. */

export interface Roving {
  /** After the list may have changed: keeps exactly one of its marks in the tab order. */
  readonly refresh: () => void;
  /** Whether the key was an arrow for this list; then the focus has moved. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  /** The focus has come to one of the marks by another way. */
  readonly onFocus: (element: Element) => void;
}

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

export function createRoving(layer: SVGGElement): Roving {
  let current: Element | null = null;

  function refresh(): void {
    if (current === null || current.parentNode !== layer) current = layer.firstElementChild;
    for (const item of layer.children) {
      const order = item === current ? '0' : '-1';
      if (item.getAttribute('tabindex') !== order) item.setAttribute('tabindex', order);
    }
  }

  function onFocus(element: Element): void {
    if (element.parentNode !== layer || element === current) return;
    current = element;
    refresh();
  }

  function onKey({ key, target }: KeyboardEvent): boolean {
    const items = [...layer.children] as SVGElement[];
    const place = items.indexOf(target as SVGElement);
    const next = place < 0 ? undefined : items[placeAfter(key, place, items.length)];
    next?.focus();
    return next !== undefined;
  }

  return { refresh, onKey, onFocus };
}

function placeAfter(key: string, place: number, count: number): number {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = steps[key];
  return step === undefined ? -1 : (place + step + count) % count;
}
