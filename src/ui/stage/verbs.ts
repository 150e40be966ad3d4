/** Something that can be done to what is selected. */
export interface Verb {
  readonly id: string;
  readonly text: string;
  /** False: it would be refused now. */
  readonly isPossible: boolean;
  /** The key that does the same, as it is shown. */
  readonly hint?: string;
  /** What to know before it is chosen. */
  readonly note?: string;
  /** A hairline parts it from the verb before. */
  readonly isApart?: boolean;
  readonly run: () => void;
}
