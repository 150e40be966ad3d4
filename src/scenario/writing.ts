/**
 * Where in a file somebody is writing. The text is not whole at that moment, so it is read by its indentation and its
 * brackets, upwards from the place, and not by the parser.
 */

export interface Place {
  /** Keys from the outside in; null: an item of a list. */
  readonly path: readonly (string | null)[];
  /** Whether a key is being typed, or a value. */
  readonly isKey: boolean;
  /** The keys that stand beside it already. */
  readonly siblings: readonly string[];
  /** Where what is typed so far begins. */
  readonly from: number;
}

interface Line {
  /** Columns of its dashes. */
  readonly dashes: readonly number[];
  /** The column of what follows them. */
  readonly column: number;
  readonly content: string;
  /** Null: there is none. */
  readonly key: string | null;
}

const keyed = /^("[^"]*"|'[^']*'|[^\s"'{}[\],#:][^:{}[\],]*?)\s*:(?:\s|$)/;

const bare = (key: string): string => key.replace(/^(["'])(.*)\1$/, '$2');

function lineOf(text: string): Line {
  const dashes: number[] = [];
  let column = text.length - text.trimStart().length;
  while (/^-(\s|$)/.test(text.slice(column))) {
    dashes.push(column);
    column += 1;
    column += text.slice(column).length - text.slice(column).trimStart().length;
  }
  const content = text.slice(column);
  const key = keyed.exec(content)?.[1];
  return { dashes, column, content, key: key === undefined ? null : bare(key) };
}

/** @param offset characters from the start of `text` */
export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  const last = before.pop() ?? '';
  const here = lineOf(last);
  const around = aroundOf(here, before.map(lineOf).filter(isSaid));
  const value = here.key === null ? null : here.content.replace(keyed, '');
  const path = here.key === null ? around.path : [...around.path, here.key];
  const typed = value ?? here.content;
  const siblings = around.siblings;
  return inFlow({ path, isKey: here.key === null, siblings, from: offset }, typed);
}

const isSaid = ({ content, dashes }: Line): boolean =>
  (content !== '' || dashes.length > 0) && !content.startsWith('#');

/** What a line stands in: read upwards, each line further out than the one before. */
function aroundOf(
  here: Line,
  above: readonly Line[],
): { path: (string | null)[]; siblings: string[] } {
  const path: (string | null)[] = here.dashes.map(() => null);
  const siblings: string[] = [];
  let { column } = here;
  let isItem = here.dashes.length > 0;
  // A list may stand at the column of its key.
  if (isItem) column = here.dashes[0] as number;
  let isBeside = !isItem;
  for (const line of [...above].reverse()) {
    if (line.column > column || (line.column === column && isItem && line.dashes.length > 0))
      continue;
    const isSame = line.column === column && !isItem;
    if (isSame && isBeside && line.key !== null) siblings.push(line.key);
    if (!isSame) {
      if (line.key === null) continue;
      path.unshift(line.key);
      column = line.column;
      isItem = false;
      isBeside = false;
    }
    if (line.dashes.length === 0) continue;
    path.unshift(...line.dashes.map(() => null));
    column = line.dashes[0] as number;
    isItem = true;
    isBeside = false;
  }
  return { path, siblings };
}

/** A bracket that is open where somebody writes. */
interface Bracket {
  readonly sign: '{' | '[';
  /** The key of the map around it behind which it stands; null: it stands in a list, or first on the line. */
  readonly key: string | null;
  /** The keys in it so far. */
  readonly siblings: string[];
}

/** What a line comes to where it breaks off: its open brackets, the key whose value is begun, and the word begun. */
interface Flow {
  readonly open: readonly Bracket[];
  readonly key: string | null;
  readonly word: string;
}

function flowIn(typed: string): Flow {
  const open: Bracket[] = [];
  let word = '';
  let key: string | null = null;
  for (const sign of typed) {
    const top = open[open.length - 1];
    if (sign === '{' || sign === '[') {
      open.push({ sign, key, siblings: [] });
      [word, key] = ['', null];
    } else if (sign === '}' || sign === ']') {
      open.pop();
      [word, key] = ['', null];
    } else if (sign === ',' && top !== undefined) [word, key] = ['', null];
    else if (sign === ':' && top?.sign === '{' && key === null) {
      key = bare(word.trim());
      top.siblings.push(key);
      word = '';
    } else word += sign;
  }
  return { open, key, word };
}

/** The same within brackets that are open on this line. */
function inFlow(place: Place, typed: string): Place {
  const path = [...place.path];
  const { open, key, word } = flowIn(typed);
  const from = place.from - word.trimStart().length;
  const top = open[open.length - 1];
  if (top === undefined) return { ...place, from };
  for (const one of open) {
    if (one.key !== null) path.push(one.key);
    if (one.sign === '[') path.push(null);
  }
  if (top.sign === '[') return { ...place, path, isKey: false, siblings: [], from };
  if (key !== null) return { ...place, path: [...path, key], isKey: false, siblings: [], from };
  return { ...place, path, isKey: true, siblings: top.siblings, from };
}
