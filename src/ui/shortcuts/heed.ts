/** What a key does, by the table, wherever it is not meant for something else. It comes after the page is drawn. */
import { createKeybindingsHandler } from 'tinykeys';
import type { Lab } from '../hooks/lab.ts';
import { heardOf, type KeyMap } from './keyMap.ts';
import type { Shortcut } from './shortcut.ts';
import { submitOnClick } from './submitting.ts';
import { shortcuts } from './table.ts';

/** What types letters of its own. */
const typing =
  'input:not([type=range],[type=checkbox],[type=radio]), textarea, select, [data-typing]';
/** What Space presses. */
const pressed =
  'button, a, input, select, textarea, summary, [role=button], [role=menuitem], [data-typing]';
/** What Enter acts on, too. */
const acting = `${pressed}, [data-server], [data-link]`;
/** What arrows, Home and End move in. */
const moved = 'input, select, textarea, [role=menu], [data-server], [data-link], [data-typing]';
const slider = 'input[type=range]';
/** While one of these is open, the keys are its own. */
const modal = '[role=dialog], [role=menu]';

const arrows = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']);

/** What to do with every key that is pressed, as the reader has the keys at that moment. */
export function heedKeys(lab: Lab): (event: KeyboardEvent) => void {
  // The same function at every call is heard once.
  document.addEventListener('click', submitOnClick);
  let known: KeyMap | null = null;
  let handle = (_event: KeyboardEvent): void => {};
  return (event) => {
    const { keyMap } = lab.view.store.getState();
    if (keyMap !== known) handle = handlerOf(lab, keyMap);
    known = keyMap;
    handle(event);
  };
}

function handlerOf(lab: Lab, keyMap: KeyMap): (event: KeyboardEvent) => void {
  const bindings = shortcuts.flatMap((shortcut) =>
    heardOf(shortcut, keyMap)
      .flatMap(bindingsOf)
      .map((binding) => [binding, heed(lab, binding, shortcut)] as const),
  );
  return createKeybindingsHandler(Object.fromEntries(bindings));
}

/** A sign may need Shift or not, depending on the keyboard: it is matched by itself, both ways. */
function bindingsOf(key: string): readonly string[] {
  if (key.length > 1 || /\p{L}/u.test(key)) return [key];
  const sign = `(\\u{${key.codePointAt(0)?.toString(16)}})`;
  return [sign, `Shift+${sign}`];
}

function heed(lab: Lab, binding: string, { run, isHeard }: Shortcut) {
  const isChord = binding.startsWith('$mod+');
  return (event: KeyboardEvent): void => {
    if (isMeantElsewhere(event, isChord) || isHeard?.() === false) return;
    if (!isChord && isLetter(event.key) && !lab.view.store.getState().hasLetterKeys) return;
    event.preventDefault();
    run(lab, event.key);
  };
}

/** A character by itself. Space is none: it is play and pause, and dictation does not type it alone. */
const isLetter = (key: string): boolean => key.length === 1 && key !== ' ';

function isMeantElsewhere(
  { key, target, defaultPrevented, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent,
  isChord: boolean,
): boolean {
  if (defaultPrevented || altKey || (ctrlKey || metaKey) !== isChord) return true;
  if (!(target instanceof Element)) return false;
  if (key !== 'Escape' && document.querySelector(modal) !== null) return true;
  if (key === 'Escape') return target.closest(modal) !== null;
  // With Shift, Enter presses nothing that Enter alone does not, and so may mean something else.
  if (key === ' ' || (key === 'Enter' && !shiftKey)) return target.closest(acting) !== null;
  // A slider has no use of its own for Shift and an arrow: they go from mark to mark.
  if (shiftKey && key.startsWith('Arrow') && target.matches(slider)) return false;
  if (arrows.has(key)) return target.closest(moved) !== null;
  return target.closest(typing) !== null;
}
