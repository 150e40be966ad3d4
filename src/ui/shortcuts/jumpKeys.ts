/** From mark to mark of one kind: behind G, which opens the list of them, a letter each. */
import type { Jump } from '../../store/index.ts';
import { misses } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';
import { names, type Shortcut } from './shortcut.ts';

/** A kind of mark: its letter, and the two ways from here. */
export interface JumpRow {
  readonly jump: Jump;
  readonly letter: string;
  readonly ids: readonly [previous: Shortcut['id'], next: Shortcut['id']];
}

export const jumpRows: readonly JumpRow[] = [
  { jump: 'elected', letter: 'E', ids: ['previousElected', 'nextElected'] },
  { jump: 'commit', letter: 'C', ids: ['previousCommit', 'nextCommit'] },
  { jump: 'fault', letter: 'F', ids: ['previousFault', 'nextFault'] },
  { jump: 'violation', letter: 'V', ids: ['previousViolation', 'nextViolation'] },
  { jump: 'term', letter: 'T', ids: ['previousTerm', 'nextTerm'] },
  { jump: 'client', letter: 'R', ids: ['previousClient', 'nextClient'] },
];

/** Goes there, or says that there is none. */
export function leap({ session }: Lab, by: -1 | 1, jump?: Jump): void {
  const isThere = by === 1 ? session.nextLandmark(jump) : session.previousLandmark(jump);
  if (!isThere) session.say(by === 1 ? misses.noMarkAhead : misses.noMarkBefore);
}

/** No letter by itself is left for them: what is open hears these (`dialogs/GoTo.tsx`), and a reader may give each a key. */
export const jumpKeys: readonly Shortcut[] = jumpRows.flatMap(({ jump, letter, ids }) => [
  {
    id: ids[1],
    group: 'jumps',
    heard: [],
    shown: [`G ${letter}`],
    run: (lab) => leap(lab, 1, jump),
  },
  {
    id: ids[0],
    group: 'jumps',
    heard: [],
    shown: [`G ${names.shift} ${letter}`],
    run: (lab) => leap(lab, -1, jump),
  },
]);
