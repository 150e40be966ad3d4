/**
 * Reads the house as its rules see it: files by path, parsed, with findings as `path:line: sentence`.
 * A rule is a function from sources to findings, so that each can also be shown a file that breaks it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ESTree, parseSync, Visitor, type VisitorObject } from 'vite';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Source {
  /** From the top of the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

interface Parsed {
  readonly program: ESTree.Program;
  readonly comments: readonly { readonly value: string; readonly start: number }[];
}

const parsed = new WeakMap<Source, Parsed>();

function parse(source: Source): Parsed {
  const known = parsed.get(source);
  if (known !== undefined) return known;
  const { program, comments, errors } = parseSync(source.path, source.text);
  if (errors.length > 0) throw new Error(`${source.path} does not parse: ${errors[0]?.message}`);
  const fresh = { program, comments };
  parsed.set(source, fresh);
  return fresh;
}

export function commentsOf(source: Source): Parsed['comments'] {
  return parse(source).comments;
}

export function visit(source: Source, visitor: VisitorObject): void {
  new Visitor(visitor).visit(parse(source).program);
}

/** The name a node bears, if it bears one. */
export function nameOf(node: object): string {
  return 'name' in node && typeof node.name === 'string' ? node.name : '';
}

/** What a call names last: `f` of `f()` and of `a.b.f()`. */
export function calledName({ callee }: ESTree.CallExpression | ESTree.NewExpression): string {
  return nameOf(callee.type === 'MemberExpression' ? callee.property : callee);
}

export function lineAt(source: Source, offset: number): number {
  return source.text.slice(0, offset).split('\n').length;
}

export function finding(source: Source, offset: number, sentence: string): string {
  return `${source.path}:${lineAt(source, offset)}: ${sentence}`;
}

/** Every file below a folder; none when the folder is not there yet. */
export function filesBelow(folder: string): string[] {
  try {
    return readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
      .map((path) => path.slice(root.length))
      .sort();
  } catch {
    return [];
  }
}

export function read(path: string): Source {
  return { path, text: readFileSync(`${root}${path}`, 'utf8') };
}

const codeRead = new Map<string, readonly Source[]>();

/** The code below a folder, read once a run. */
export function codeBelow(folder: string): readonly Source[] {
  const known = codeRead.get(folder);
  if (known !== undefined) return known;
  const found = filesBelow(folder)
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
    .map(read);
  codeRead.set(folder, found);
  return found;
}

/** The room a file of src stands in: `src/raft/log.ts` in `raft`, `src/main.tsx` in `main.tsx`. */
export function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

/** No clock, no page, no dice: what they compute depends on what they are given and nothing else. */
export const pureRooms: ReadonlySet<string> = new Set([
  'base',
  'raft',
  'kv',
  'sim',
  'check',
  'timeline',
  'scenario',
  'explore',
]);
