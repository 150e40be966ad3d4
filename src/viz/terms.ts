/** From values to looks: what a term looks like. */
import type { Term } from '../base/index.ts';

/** Terms share eight looks; a texture tells one round of eight from the next. */
const looks = 8;
const textures = 3;

export interface TermLook {
  /** For `class`: sets --term-pale, --term-line and --term-text on the element and below it. */
  readonly className: string;
  /** 1 to 8; 0 before any term. */
  readonly hue: number;
  /** Which texture lies over the fill; 0: none. */
  readonly texture: number;
}

const known: TermLook[] = [];

/** The look of a term, the same object for the same term. */
export function termLook(term: Term): TermLook {
  known[term] ??= makeLook(term);
  return known[term];
}

function makeLook(term: Term): TermLook {
  if (term <= 0) return { className: 'term-0', hue: 0, texture: 0 };
  const hue = ((term - 1) % looks) + 1;
  const texture = Math.floor((term - 1) / looks) % textures;
  return {
    className: texture === 0 ? `term-${hue}` : `term-${hue} term-round-${texture}`,
    hue,
    texture,
  };
}
