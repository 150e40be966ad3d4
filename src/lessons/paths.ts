/** Ways through the course for whoever has not the time for all of it. */

export type PathId = 'lecture' | 'lectures' | 'engineer';

/** Numbers of lessons, in their order. */
export const paths: Readonly<Record<PathId, readonly number[]>> = {
  lecture: [2, 3, 4, 5, 9, 13],
  lectures: [2, 3, 4, 5, 8, 9, 10, 11, 12, 13, 15, 19],
  engineer: [5, 12, 16, 18, 19, 23, 26],
};
