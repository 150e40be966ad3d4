/** Looking nearer at the score and along it, for whoever does not turn a wheel over it. */

/** About the playhead; 1 is nearer, or later. */
export interface ScoreMoves {
  readonly zoom: (by: 1 | -1) => void;
  readonly pan: (by: 1 | -1) => void;
  readonly showAll: () => void;
}

/** Those of the score on the page; null while there is none. */
export const scoreMoves: { own: ScoreMoves | null } = { own: null };
