/** Times and counts as they are read: the figures and units of the English pages; only words differ. */
import type { count as countEnglish, list as listEnglish } from '../en/numbers.ts';

export { duration, moment, percent } from '../en/numbers.ts';

/** `2 个条目`: there is no plural; the measure word comes with the noun. */
export const count: typeof countEnglish = (many, one) => `${many} ${one}`;

/** `S1`, `S1 和 S2`, `S1、S2 和 S3`. */
export const list: typeof listEnglish = (names) =>
  names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join('、')} 和 ${names[names.length - 1]}`;
