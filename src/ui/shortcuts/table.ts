/** The keys of the laboratory as a table: what acts on them, and what the help says of them. */
import { branchKeys } from './branchKeys.ts';
import { crewKeys } from './crewKeys.ts';
import { diagramKeys } from './diagramKeys.ts';
import { messageKeys } from './messageKeys.ts';
import { pageKeys } from './pageKeys.ts';
import { serverKeys } from './serverKeys.ts';
import type { Shortcut } from './shortcut.ts';
import { timeKeys } from './timeKeys.ts';
import { whyKeys } from './whyKeys.ts';

export type { Shortcut } from './shortcut.ts';

/** Every key, in the order of the help. */
export const shortcuts: readonly Shortcut[] = [
  ...timeKeys,
  ...branchKeys,
  ...serverKeys,
  ...crewKeys,
  ...messageKeys,
  ...whyKeys,
  ...diagramKeys,
  ...pageKeys,
];
