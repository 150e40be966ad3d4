/**
 * A persistent map from string keys, kept in order (a weight-balanced tree): a changed map shares all but
 * O(log n) nodes with the old one, so that keeping the state of every moment costs little.
 */
export type SortedMap<V> = Node<V> | null;

interface Node<V> {
  readonly key: string;
  readonly value: V;
  readonly left: SortedMap<V>;
  readonly right: SortedMap<V>;
  readonly size: number;
}

const size = (map: SortedMap<unknown>): number => (map === null ? 0 : map.size);

function node<V>(key: string, value: V, left: SortedMap<V>, right: SortedMap<V>): Node<V> {
  return { key, value, left, right, size: size(left) + size(right) + 1 };
}

// Adams' balance with (delta, ratio) = (3, 2): proven for insertion and deletion by Hirai and Yamamoto (2011).
const delta = 3;
const ratio = 2;

function balance<V>(key: string, value: V, left: SortedMap<V>, right: SortedMap<V>): Node<V> {
  if (size(left) + size(right) < 2) return node(key, value, left, right);
  if (right !== null && size(right) > delta * size(left)) {
    const { left: inner, right: outer } = right;
    if (inner === null || size(inner) < ratio * size(outer))
      return node(right.key, right.value, node(key, value, left, inner), outer);
    return node(
      inner.key,
      inner.value,
      node(key, value, left, inner.left),
      node(right.key, right.value, inner.right, outer),
    );
  }
  if (left !== null && size(left) > delta * size(right)) {
    const { left: outer, right: inner } = left;
    if (inner === null || size(inner) < ratio * size(outer))
      return node(left.key, left.value, outer, node(key, value, inner, right));
    return node(
      inner.key,
      inner.value,
      node(left.key, left.value, outer, inner.left),
      node(key, value, inner.right, right),
    );
  }
  return node(key, value, left, right);
}

/** The value at `key`, or undefined. */
export function get<V>(map: SortedMap<V>, key: string): V | undefined {
  let at = map;
  while (at !== null) {
    if (key === at.key) return at.value;
    at = key < at.key ? at.left : at.right;
  }
  return undefined;
}

/** The map with `key` bound to `value`. */
export function set<V>(map: SortedMap<V>, key: string, value: V): SortedMap<V> {
  if (map === null) return node(key, value, null, null);
  if (key === map.key) return node(key, value, map.left, map.right);
  if (key < map.key) return balance(map.key, map.value, set(map.left, key, value), map.right);
  return balance(map.key, map.value, map.left, set(map.right, key, value));
}

/** The map without `key`; the same map when it was not there. */
export function remove<V>(map: SortedMap<V>, key: string): SortedMap<V> {
  if (get(map, key) === undefined) return map;
  return removed(map, key);
}

function removed<V>(map: SortedMap<V>, key: string): SortedMap<V> {
  if (map === null) return null;
  if (key < map.key) return balance(map.key, map.value, removed(map.left, key), map.right);
  if (key > map.key) return balance(map.key, map.value, map.left, removed(map.right, key));
  if (map.left === null) return map.right;
  if (map.right === null) return map.left;
  let next: Node<V> = map.right;
  while (next.left !== null) next = next.left;
  return balance(next.key, next.value, map.left, removed(map.right, next.key));
}

/** Keys and values in the order of the keys. */
export function entries<V>(map: SortedMap<V>): [string, V][] {
  const found: [string, V][] = [];
  const walk = (at: SortedMap<V>): void => {
    if (at === null) return;
    walk(at.left);
    found.push([at.key, at.value]);
    walk(at.right);
  };
  walk(map);
  return found;
}

/** A map from the entries of a plain record. */
export function fromRecord<V>(record: Readonly<Record<string, V>>): SortedMap<V> {
  let map: SortedMap<V> = null;
  for (const key of Object.keys(record)) map = set(map, key, record[key] as V);
  return map;
}
