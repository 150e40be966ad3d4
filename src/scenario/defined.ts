/** Objects whose absent fields are absent, not undefined. */

/** The same object without the fields that are undefined. */
export function defined<T extends object>(given: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}
