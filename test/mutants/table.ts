/** All planted bugs. */
import { elections } from './elections.ts';
import { extensions } from './extensions.ts';
import type { Mutant } from './mutant.ts';
import { replication } from './replication.ts';
import { surroundings } from './surroundings.ts';

export const mutants: readonly Mutant[] = [
  ...elections,
  ...replication,
  ...extensions,
  ...surroundings,
];
