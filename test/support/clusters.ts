/** Clusters that many tests start from. */
import { type Cluster, world } from './world.ts';

const namesOf = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `S${index + 1}`);

/** S1 to Sn, all the same. */
export const alike = <Start extends object>(count: number, start: Start): Record<string, Start> =>
  Object.fromEntries(namesOf(count).map((name) => [name, start]));

/** S1 to Sn, which have never heard of each other. */
export const fresh = (count: number, terms?: Parameters<typeof world>[1]): Cluster =>
  world(alike(count, {}), terms);

/** S1 leads term 1, everybody's log is empty. */
export const led = (count: number, terms?: Parameters<typeof world>[1]): Cluster =>
  world({ ...alike(count, { currentTerm: 1 }), S1: { role: 'leader', currentTerm: 1 } }, terms);

/** The logs of Figure 7 below their leader S1 of term 8; a to f are the paper's. */
export const figure7 = {
  leader: [1, 1, 1, 4, 4, 5, 5, 6, 6, 6],
  a: [1, 1, 1, 4, 4, 5, 5, 6, 6],
  b: [1, 1, 1, 4],
  c: [1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 6],
  d: [1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 7, 7],
  e: [1, 1, 1, 4, 4, 4, 4],
  f: [1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3],
} as const;
