/** Where the run in hand came from. */

export interface Source {
  /** The free run, a lesson by its slug, a file by its name, or what a link led to. */
  readonly kind: 'sandbox' | 'lesson' | 'file' | 'link';
  readonly name: string;
  /** Which of its runs; absent: the only one, or the first. */
  readonly run?: string;
}

export const sandbox: Source = { kind: 'sandbox', name: '' };
export const shared: Source = { kind: 'link', name: '' };
