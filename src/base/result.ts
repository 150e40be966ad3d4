/** What comes from outside may be wrong: a `Result` carries either the value or what to say about it. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** A value: all went well. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
/** What to say about a value that is none. */
export const fail = <E>(error: E): Result<never, E> => ({ ok: false, error });
