/** What a language must say: the English catalogue's own shape, whatever its sentences. */
import type * as english from './en/index.ts';

/** The same names and parameters, any text. */
export type Said<T> = T extends string
  ? string
  : T extends (...facts: infer Facts) => infer Result
    ? (...facts: Facts) => Said<Result>
    : T extends readonly unknown[]
      ? { readonly [Place in keyof T]: Said<T[Place]> }
      : T extends object
        ? { readonly [Name in keyof T]: Said<T[Name]> }
        : T;

export type Catalogue = Said<typeof english>;
