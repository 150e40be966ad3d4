/** What all marks share: the type of a layer, and telling whether something is as it was. */
import type { Selection } from 'd3';

/** A group of the stage that holds all marks of one kind. */
export type Layer = Selection<SVGGElement, unknown, null, undefined>;

/** One drawn mark with its data. */
export type Drawn<Mark> = Selection<SVGGElement, Mark, null, undefined>;

/** What a mark needs to know of the stage it is drawn on. */
export interface Stage {
  /** Address of a pattern of this stage, for `fill`. */
  readonly pattern: (name: PatternName) => string;
}

export type PatternName = 'crashed' | 'texture1' | 'texture2';

/** Whether two marks have the same fields but for these; objects are compared by identity, lists by their items. */
export function isSame<Mark extends object>(
  a: Mark | undefined,
  b: Mark,
  except: readonly (keyof Mark)[] = [],
): boolean {
  if (a === b) return true;
  if (a === undefined) return false;
  for (const field of Object.keys(b) as (keyof Mark)[]) {
    if (!except.includes(field) && !isEqual(a[field], b[field])) return false;
  }
  return true;
}

function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(b);
  return (
    keys.length === Object.keys(a).length &&
    keys.every((key) =>
      isEqual((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  );
}

/** Sets an attribute that is not so already: the browser would lay out or paint what is set again to what it was. */
export function put(element: Element, name: string, value: string | number): void {
  const text = String(value);
  if (element.getAttribute(name) !== text) element.setAttribute(name, text);
}

/** Sets a text that is not so already. */
export function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
