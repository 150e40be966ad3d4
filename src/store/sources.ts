/** Where the run in hand came from. */

export interface Source {
  /** The free run, a lesson by its slug, or a file by its name. */
  readonly kind: 'sandbox' | 'lesson' | 'file';
  readonly name: string;
}

export const sandbox: Source = { kind: 'sandbox', name: '' };
