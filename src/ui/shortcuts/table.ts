/** The keys of the laboratory as a table: what acts on them, and what the help says of them. */
import { branchKeys } from './branchKeys.ts';
import { courseKeys } from './courseKeys.ts';
import { crewKeys } from './crewKeys.ts';
import { diagramKeys } from './diagramKeys.ts';
import { jumpKeys } from './jumpKeys.ts';
import { linkKeys } from './linkKeys.ts';
import { messageKeys } from './messageKeys.ts';
import { pageKeys } from './pageKeys.ts';
import { serverKeys } from './serverKeys.ts';
import type { Shortcut } from './shortcut.ts';
import { timeKeys } from './timeKeys.ts';
import { whyKeys } from './whyKeys.ts';

export type { Shortcut } from './shortcut.ts';

/** Keys that are no act by themselves: a digit is another server each, and what is open closes in its own way. */
export const noActs: ReadonlySet<Shortcut['id']> = new Set(['select', 'close']);

/** Every key, in the order of the help. */
export const shortcuts: readonly Shortcut[] = [
  ...timeKeys,
  ...jumpKeys,
  ...branchKeys,
  ...serverKeys,
  ...crewKeys,
  ...linkKeys,
  ...messageKeys,
  ...whyKeys,
  ...diagramKeys,
  ...courseKeys,
  ...pageKeys,
];

/** What the keys do, for whoever does not press them: the palette, the menu of the page and the help. */
export const acts: readonly Shortcut[] = shortcuts.filter(({ id }) => !noActs.has(id));
