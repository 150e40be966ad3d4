/** From the text of a file to a valid `ScenarioFile`, or everything that is wrong with it. */
import * as v from 'valibot';
import { fail, ok, type Result } from '../base/index.ts';
import type { ScenarioFile } from './file.ts';
import { errorOf } from './issues.ts';
import { problemsOfNames, serverNames } from './names.ts';
import { newcomersIn } from './newcomers.ts';
import type { ScenarioError } from './problems.ts';
import { readTree, type Tree } from './read.ts';
import { withPlainKeys } from './safeKey.ts';
import { fileSchema } from './schema/file.ts';

export interface Parsed {
  readonly file: ScenarioFile;
  readonly names: readonly string[];
  /** Line of every value, by path. */
  readonly lines: ReadonlyMap<string, number>;
}

/** @param name what the file is called in errors */
export function parse(text: string, name: string): Result<Parsed, readonly ScenarioError[]> {
  const read = readTree(text);
  if (!read.ok)
    return fail(
      read.error.map(({ line, path, problem, detail }) => ({
        file: name,
        line,
        path,
        problem,
        found: detail,
        allowed: [],
      })),
    );
  return validate(read.value, name);
}

function validate(tree: Tree, name: string): Result<Parsed, readonly ScenarioError[]> {
  const names = serverNames(tree.value);
  const namesFrom = names === null ? () => null : newcomersIn(tree.value, names).namesFrom;
  const checked = v.safeParse(fileSchema({ names, namesFrom, definitions: {} }), tree.value);
  const errors = [
    ...(checked.issues ?? []).map((issue) => errorOf(issue, tree, name)),
    ...problemsOfNames(tree.value, names).map(({ path, problem, found }) => ({
      file: name,
      line: tree.lines.get(path) ?? 1,
      path,
      problem,
      found,
      allowed: [],
    })),
  ].sort((a, b) => a.line - b.line);
  if (!checked.success || names === null || errors.length > 0) return fail(errors);
  const file = withPlainKeys(checked.output) as ScenarioFile;
  return ok({ file, names, lines: tree.lines });
}
