/** How the strip of time is looked at nearer, for keys: whoever draws it says how, and takes it back. */

export interface ScoreMoves {
  /** Nearer (1) or further (-1), about the playhead. */
  readonly zoom: (by: 1 | -1) => void;
  /** Later (1) or earlier (-1). */
  readonly pan: (by: 1 | -1) => void;
  readonly showAll: () => void;
}

let moves: ScoreMoves | null = null;

/** Null: no strip is drawn. */
export const scoreMoves = (): ScoreMoves | null => moves;

/** Gives what takes it back. */
export function offerScoreMoves(offered: ScoreMoves): () => void {
  moves = offered;
  return () => {
    if (moves === offered) moves = null;
  };
}
