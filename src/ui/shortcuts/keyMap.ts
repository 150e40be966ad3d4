/** Keys as a reader has them: the table's, or those put in their place. */
import { names, type Shortcut } from './shortcut.ts';
import { shortcuts } from './table.ts';

export type KeyMap = Readonly<Record<string, string>>;

export const heardOf = ({ id, heard }: Shortcut, keyMap: KeyMap): readonly string[] =>
  keyMap[id] === undefined ? heard : [keyMap[id]];

export const shownOf = ({ id, shown }: Shortcut, keyMap: KeyMap): readonly string[] =>
  keyMap[id] === undefined ? shown : [written(keyMap[id])];

/** `Shift+r` as it is written on a keyboard: `Shift R`. */
const written = (key: string): string =>
  key
    .split(/\+(?!$)/)
    .map((part) => (part === 'Shift' ? names.shift : part === ' ' ? names.space : part))
    .map((part) => (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');

/** The key of an event as the table writes it; null: one that only changes others, or belongs to the browser. */
export function keyOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): string | null {
  if (ctrlKey || metaKey || altKey || ['Shift', 'Tab', 'Escape', 'Dead'].includes(key)) return null;
  // A sign that needs Shift on this keyboard is the sign.
  const isLetter = key.toLowerCase() !== key.toUpperCase();
  return shiftKey && isLetter ? `Shift+${key.length === 1 ? key.toLowerCase() : key}` : key;
}

/** Whose key it is, if anybody's. */
export const holderOf = (key: string, keyMap: KeyMap): Shortcut | undefined =>
  shortcuts.find((shortcut) => heardOf(shortcut, keyMap).includes(key));
