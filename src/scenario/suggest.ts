/** What may stand at a place of a file that is being written: keys and values, from the schema that validates. */
import { serverNames } from './names.ts';
import { readTree } from './read.ts';
import { type Place, placeAt } from './writing.ts';

/** A node of a JSON Schema, as far as it is looked at. */
interface Node {
  readonly $ref?: string;
  readonly anyOf?: readonly Node[];
  readonly allOf?: readonly Node[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly prefixItems?: readonly Node[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly type?: string;
}

interface Root extends Node {
  readonly $defs?: Readonly<Record<string, Node>>;
}

export interface Suggestion {
  readonly label: string;
  /** Whether a value follows. */
  readonly isKey: boolean;
}

export interface Suggestions {
  /** Where what is typed so far begins, in characters from the start of the text. */
  readonly from: number;
  readonly all: readonly Suggestion[];
}

/** Keys behind which a server is named. */
const namesServer = new Set([
  ...[
    'timeout',
    'heartbeat',
    'crash',
    'restart',
    'pause',
    'resume',
    'snapshot',
    'at',
    'from',
    'to',
  ],
  ...['server', 'leader', 'votedFor', 'transferLeadership', 'removeServer', 'promote', 'leaderId'],
  ...['candidateId', 'settle', 'cut', 'heal', 'reconfigure', 'config', 'learners', 'votesGranted'],
]);

/**
 * @param schema the text of the published schema, read
 * @param offset characters from the start of `text`
 */
export function suggestionsAt(schema: object, text: string, offset: number): Suggestions {
  const root = schema as Root;
  const place = placeAt(text, offset);
  const nodes = nodesAt(root, place);
  const names = namesIn(text);
  const found = place.isKey ? keysOf(nodes, place, names) : valuesOf(nodes, place, names);
  return { from: place.from, all: found };
}

/** The servers of a file that may not be whole yet. */
function namesIn(text: string): readonly string[] {
  const head = text.split(/^(?:initial|steps|lesson|runs):/m)[0] ?? '';
  const read = readTree(head);
  return (read.ok ? serverNames(read.value.value) : null) ?? [];
}

/** A node and the forms it may take. */
function formsOf(root: Root, node: Node, seen: ReadonlySet<Node> = new Set()): readonly Node[] {
  if (seen.has(node)) return [];
  const known = new Set([...seen, node]);
  const referred = node.$ref?.replace('#/$defs/', '');
  const others = [
    ...(referred === undefined ? [] : [root.$defs?.[referred] ?? {}]),
    ...(node.anyOf ?? []),
    ...(node.allOf ?? []),
  ];
  return [node, ...others.flatMap((other) => formsOf(root, other, known))];
}

function nodesAt(root: Root, { path }: Place): readonly Node[] {
  let nodes = formsOf(root, root);
  for (const part of path) nodes = nodes.flatMap((node) => stepInto(root, node, part));
  return nodes;
}

function stepInto(root: Root, node: Node, part: string | null): readonly Node[] {
  const next = part === null ? [node.items, ...(node.prefixItems ?? [])] : [childOf(node, part)];
  return next.flatMap((one) => (one === undefined ? [] : formsOf(root, one)));
}

function childOf({ properties = {}, additionalProperties: others }: Node, key: string) {
  if (Object.hasOwn(properties, key)) return properties[key];
  return typeof others === 'object' ? others : undefined;
}

// A step that has its verb takes only what goes with it.
function keysOf(
  nodes: readonly Node[],
  { siblings }: Place,
  names: readonly string[],
): readonly Suggestion[] {
  const maps = nodes.filter(({ properties }) => properties !== undefined);
  const fitting = maps.filter(({ properties = {}, additionalProperties: others }) =>
    siblings.every((key) => Object.hasOwn(properties, key) || typeof others === 'object'),
  );
  const known = fitting.flatMap(({ properties = {} }) => Object.keys(properties));
  const isByName = nodes.some(({ additionalProperties: others }) => typeof others === 'object');
  const labels = [...new Set([...known, ...(isByName ? names : [])])];
  return labels
    .filter((label) => !siblings.includes(label))
    .map((label) => ({ label, isKey: true }));
}

function valuesOf(
  nodes: readonly Node[],
  { path }: Place,
  names: readonly string[],
): readonly Suggestion[] {
  // Where any text will do, true and false are but two of them.
  const isText = nodes.some(({ type }) => type === 'string');
  const said = nodes.flatMap(({ enum: all = [], const: one, type }) => [
    ...all,
    ...(one === undefined ? [] : [one]),
    ...(type === 'boolean' && !isText ? [true, false] : []),
  ]);
  const isServer = path.some((part) => part !== null && namesServer.has(part));
  const labels = [...new Set([...said.map(String), ...(isServer ? names : [])])];
  return labels.map((label) => ({ label, isKey: false }));
}
