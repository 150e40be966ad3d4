/** A planted bug: one line of the source, and what becomes of it. */
export interface Mutant {
  /** Distinct; the file it is of, and what it does. */
  readonly id: string;
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly from: string;
  readonly to: string;
  /** What the paper says instead. */
  readonly violates: string;
}

/** The mutants of one file. */
export const of = (
  file: string,
  mutants: Readonly<Record<string, readonly [from: string, to: string, violates: string]>>,
): readonly Mutant[] =>
  Object.entries(mutants).map(([id, [from, to, violates]]) => ({ id, file, from, to, violates }));
