/** Times and counts as they are read: always the same number of digits, so that nothing jumps. */

/** Virtual time since the start of a run: `1.017 s`. */
export const moment = (ms: number): string => `${(ms / 1000).toFixed(3)} s`;

/** A short stretch of virtual time: `93 ms`, `2.5 s`. */
export const duration = (ms: number): string =>
  ms < 1000 ? `${Math.round(ms)} ms` : `${Number((ms / 1000).toFixed(1))} s`;

/** A share of 1: `20 %`. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** `1 entry`, `2 entries`. */
export const count = (many: number, one: string, more: string): string =>
  `${many} ${many === 1 ? one : more}`;

/** `S1`, `S1 and S2`, `S1, S2 and S3`. */
export const list = (names: readonly string[]): string =>
  names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
