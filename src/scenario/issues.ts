/** What the validator found, as errors that say where. */
import type * as v from 'valibot';
import { atItem, atKey } from './path.ts';
import { type Problem, problems, type ScenarioError } from './problems.ts';
import type { Tree } from './read.ts';
import { plainKey } from './safeKey.ts';

type Issue = v.BaseIssue<unknown>;

const isProblem = (id: string): id is Problem => problems.some((known) => known === id);

/** The error that an issue stands for. */
export function errorOf(issue: Issue, tree: Tree, file: string): ScenarioError {
  const [id = '', ...allowed] = issue.message.split('\u0001');
  const path = pathOf(issue);
  const problem = keyProblem(issue) ?? (isProblem(id) ? id : 'text');
  return {
    file,
    line: lineOf(tree.lines, path),
    path,
    problem: isMissing(issue) ? 'missingKey' : problem,
    found: problem === 'unknownKey' ? lastKey(issue) : inShort(valueAt(issue, tree)),
    allowed: allowed.map(plainKey),
  };
}

// The validator tells an unknown key from a missing one by what it expected.
function keyProblem({ type, path, expected }: Issue): Problem | null {
  if (path?.at(-1)?.origin !== 'key' || type !== 'strict_object') return null;
  return expected === 'never' ? 'unknownKey' : 'missingKey';
}

const isMissing = ({ path, type }: Issue): boolean =>
  path?.at(-1)?.origin === 'key' && type === 'loose_object';

// Not the issue's own input: a list where a map should be is hidden from the validator.
const valueAt = ({ path, input }: Issue, { value }: Tree): unknown => {
  const last = path?.at(-1);
  if (last === undefined) return value;
  return last.origin === 'value' ? last.value : input;
};

const lastKey = ({ path }: Issue): string => plainKey(String(path?.at(-1)?.key ?? ''));

function pathOf({ path }: Issue): string {
  let found = '';
  for (const { key } of path ?? [])
    found = typeof key === 'number' ? atItem(found, key) : atKey(found, plainKey(String(key)));
  return found;
}

/** The line of a path, or of the nearest thing around it: what is missing stands nowhere. */
export function lineOf(lines: ReadonlyMap<string, number>, path: string): number {
  for (let at = path; at !== ''; at = around(at)) {
    const line = lines.get(at);
    if (line !== undefined) return line;
  }
  return lines.get('') ?? 1;
}

const around = (path: string): string => path.replace(/(\.?[^.[\]]+|\[[^\]]*\])$/, '');

const longest = 40;

/** A value in short, as one would point at it. */
function inShort(value: unknown): string | null {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]';
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value).map(plainKey).join(', ');
    return `{${keys.length > longest ? `${keys.slice(0, longest)}…` : keys}}`;
  }
  const text = JSON.stringify(value) ?? String(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
