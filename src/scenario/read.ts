/** YAML text as plain values, with the line each of them stands on; nothing here knows what the values mean. */
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
} from 'yaml';
import { fail, ok, type Result } from '../base/index.ts';
import { atItem, atKey } from './path.ts';
import type { Problem } from './problems.ts';
import { safeKey } from './safeKey.ts';

/** Invariant: keys of maps are escaped by `safeKey`. */
export interface Tree {
  readonly value: unknown;
  /** Line of every value, by path, from 1. */
  readonly lines: ReadonlyMap<string, number>;
}

/** Something wrong with the text itself. */
export interface Unreadable {
  readonly line: number;
  readonly path: string;
  readonly problem: Problem;
  /** What the YAML parser says, or the key concerned. */
  readonly detail: string;
}

/** A file that unfolds to more values than this, by aliases or by size, is refused. */
const maxValues = 500_000;
const maxDepth = 64;

/** Where a bare number or boolean is read as it is written: `1.0` stays `1.0`. */
const textKeys = new Set(['get', 'delete', 'incr', 'value', 'client', 'title']);
const textMaps = new Set(['set', 'kv', 'cas', 'names']);

interface Walk {
  readonly document: Document.Parsed;
  readonly counter: LineCounter;
  readonly lines: Map<string, number>;
  readonly troubles: Unreadable[];
  values: number;
}

/** Reads one YAML 1.2 document. Errors: what the parser finds, a key that is no text, too much or too deep. */
export function readTree(text: string): Result<Tree, readonly Unreadable[]> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const found = [...document.errors, ...document.warnings].map(
    ({ pos, message }): Unreadable => ({
      line: counter.linePos(pos[0]).line,
      path: '',
      problem: 'syntax',
      detail: message.split('\n')[0] ?? '',
    }),
  );
  if (found.length > 0) return fail(found);
  const walk: Walk = { document, counter, lines: new Map(), troubles: [], values: 0 };
  walk.lines.set('', 1);
  const value = readNode(walk, document.contents, '', [], 0);
  return walk.troubles.length > 0 ? fail(walk.troubles) : ok({ value, lines: walk.lines });
}

type Keys = readonly (string | number)[];

function readNode(
  walk: Walk,
  given: Node | null | undefined,
  path: string,
  keys: Keys,
  depth: number,
): unknown {
  const node = isAlias(given) ? resolved(walk, given, path) : given;
  walk.values += 1;
  if (walk.values > maxValues || depth > maxDepth) {
    const line = lineAt(walk, path);
    if (walk.troubles.length === 0)
      walk.troubles.push({ line, path: '', problem: 'tooLarge', detail: '' });
    return null;
  }
  if (isMap(node)) return mapOf(walk, node.items as Pair<Node, Node | null>[], path, keys, depth);
  if (isSeq(node))
    return node.items.map((item, index) => {
      const here = atItem(path, index);
      walk.lines.set(here, lineOf(walk, item as Node, lineAt(walk, path)));
      return readNode(walk, item as Node, here, [...keys, index], depth + 1);
    });
  return isScalar(node) ? scalarOf(node, keys) : null;
}

function resolved(walk: Walk, alias: Alias, path: string): Node | undefined {
  const node = alias.resolve(walk.document);
  if (node === undefined) complain(walk, path, 'syntax', `unknown alias ${alias.source}`);
  return node;
}

function mapOf(
  walk: Walk,
  items: readonly Pair<Node, Node | null>[],
  path: string,
  keys: Keys,
  depth: number,
): unknown {
  const map: Record<string, unknown> = {};
  for (const { key, value } of items) {
    const line = lineOf(walk, key, lineAt(walk, path));
    if (!isScalar(key)) {
      walk.lines.set(path, line);
      complain(walk, path, 'badKey', '');
      continue;
    }
    const name = textOf(key);
    const here = atKey(path, name);
    walk.lines.set(here, line);
    map[safeKey(name)] = readNode(walk, value, here, [...keys, name], depth + 1);
  }
  return map;
}

const textOf = ({ value, source }: Scalar): string =>
  typeof value === 'string' ? value : (source ?? String(value));

function scalarOf(scalar: Scalar, keys: Keys): unknown {
  const { value, source } = scalar;
  const isBare = typeof value === 'number' || typeof value === 'boolean';
  return isBare && source !== undefined && source !== String(value) && isTextPlace(keys)
    ? source
    : value;
}

function isTextPlace(keys: Keys): boolean {
  const last = keys.at(-1);
  return (
    (typeof last === 'string' && textKeys.has(last)) ||
    keys.slice(-3, -1).some((key) => typeof key === 'string' && textMaps.has(key))
  );
}

const lineAt = ({ lines }: Walk, path: string): number => lines.get(path) ?? 1;

function lineOf({ counter }: Walk, node: Node | null | undefined, otherwise: number): number {
  const start = node?.range?.[0];
  return start === undefined ? otherwise : counter.linePos(start).line;
}

function complain(walk: Walk, path: string, problem: Problem, detail: string): void {
  walk.troubles.push({ line: lineAt(walk, path), path, problem, detail });
}
