/** Work that can rest between two slices: all it knows stays in hand, and its worker hears what it is told meanwhile. */
import type { Word } from './protocol.ts';

/** Called between two slices, with what goes on. */
export type Breathe = (goOn: () => void) => void;

export interface Rest {
  readonly breathe: Breathe;
  readonly hear: (word: Word) => void;
}

/** @param later calls back once whatever has been told to the worker meanwhile is heard */
export function restOf(later: (call: () => void) => void): Rest {
  let isResting = false;
  let next: (() => void) | null = null;
  const go = (): void => {
    const goOn = next;
    if (isResting || goOn === null) return;
    next = null;
    goOn();
  };
  return {
    breathe: (goOn) => {
      next = goOn;
      later(go);
    },
    hear: (word) => {
      isResting = word === 'rest';
      go();
    },
  };
}
