/** What a key of the laboratory is. */
import { keys } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';

export interface Shortcut {
  readonly id: keyof typeof keys.does;
  readonly group: keyof typeof keys.groups;
  /** Keys as the page hears them (`event.key`, Shift in front where it is not part of the character). */
  readonly heard: readonly string[];
  /** The same, as they are written on a keyboard. */
  readonly shown: readonly string[];
  /** Whether it means anything now; where it does not the browser has the key. Absent: always. */
  readonly isHeard?: () => boolean;
  readonly run: (lab: Lab, key: string) => void;
}

export const names = keys.names;
