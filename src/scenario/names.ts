/** Who the servers of a file are; every other part of it speaks of them by name. */
import { mostServers } from '../sim/index.ts';
import type { Problem } from './problems.ts';
import { expectKeys } from './schema/expect.ts';
import { isObject } from './values.ts';

const isName = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** The names a file gives its servers, `servers: 4` meaning S1 to S4; null where it gives none that make sense. */
export function serverNames(tree: unknown): readonly string[] | null {
  if (!isObject(tree)) return null;
  const { servers, names } = tree;
  const given = names ?? servers;
  if (Array.isArray(given)) {
    const isList = given.length > 0 && given.length <= mostServers && given.every(isName);
    return isList ? given.map(String) : null;
  }
  if (!Number.isSafeInteger(given)) return null;
  const count = given as number;
  if (count < 1 || count > mostServers) return null;
  return Array.from({ length: count }, (_, index) => `S${index + 1}`);
}

export interface NameProblem {
  readonly path: string;
  readonly problem: Problem;
  readonly found: string | null;
}

/** Names that would be mistaken for one another or for a part of EXPECT, and a file that has none. */
export function problemsOfNames(
  tree: unknown,
  names: readonly string[] | null,
): readonly NameProblem[] {
  if (!isObject(tree)) return [];
  const { servers, names: listed } = tree;
  if (servers === undefined && listed === undefined)
    return [{ path: '', problem: 'noServers', found: null }];
  if (names === null) return [];
  const key = listed === undefined ? 'servers' : 'names';
  const found: NameProblem[] = [];
  if (listed !== undefined && servers !== undefined && servers !== names.length)
    found.push({ path: 'names', problem: 'namesTwice', found: null });
  for (const [place, name] of names.entries()) {
    const path = `${key}[${place}]`;
    if (names.indexOf(name) < place) found.push({ path, problem: 'duplicateName', found: name });
    if (expectKeys.some((taken) => taken === name))
      found.push({ path, problem: 'reservedName', found: name });
  }
  return found;
}
