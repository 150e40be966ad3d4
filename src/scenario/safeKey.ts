/**
 * Keys that a file chooses, such as `constructor` or `__proto__`, mean something to plain objects and are skipped by
 * the validator. They travel through it escaped and are put right once the file is valid.
 */
const mark = '\u0000';
const special = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/** A key as it travels through the validator. */
export const safeKey = (key: string): string =>
  special.has(key) || key.startsWith(mark) ? mark + key : key;

/** The key as the file wrote it. */
export const plainKey = (key: string): string => (key.startsWith(mark) ? key.slice(1) : key);

/** The same value with every key as the file wrote it, each an own property. */
export function withPlainKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPlainKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [plainKey(key), withPlainKeys(inner)]),
  );
}
