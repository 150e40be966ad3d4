/**
 * Branches: whoever acts in the past begins another future, and the old one is kept. A tree is a value, so undoing is
 * putting an older tree back.
 */
import type { Moment, Run } from './run.ts';

export type BranchId = number;

export interface Branch {
  readonly id: BranchId;
  /** As a person called it; null: nobody has. */
  readonly name: string | null;
  /** The branch it left, and where; null for the first. */
  readonly parent: BranchId | null;
  readonly from: Moment;
  /** The whole run, what it shares with its parent included. */
  readonly run: Run;
  /** The furthest moment reached. */
  readonly end: Moment;
  /** Nobody adds to it: whoever acts on it, be it at its end, begins another. */
  readonly isFixed?: boolean;
}

/** Invariants: (1) `current` is among `branches`; (2) a parent stands before its children. */
export interface Tree {
  readonly branches: readonly Branch[];
  readonly current: BranchId;
  readonly lastId: BranchId;
}

export const firstTree = (run: Run, end: Moment): Tree => ({
  branches: [{ id: 1, name: null, parent: null, from: { seq: 0, time: 0 }, run, end }],
  current: 1,
  lastId: 1,
});

export const branchOf = ({ branches }: Tree, id: BranchId): Branch | undefined =>
  branches.find((branch) => branch.id === id);

export const currentBranch = (tree: Tree): Branch => branchOf(tree, tree.current) as Branch;

const replaced = (tree: Tree, changed: Branch): Tree => ({
  ...tree,
  branches: tree.branches.map((branch) => (branch.id === changed.id ? changed : branch)),
});

/** The tree with the current branch as far as it has come. */
export function grown(tree: Tree, run: Run, end: Moment): Tree {
  return replaced(tree, { ...currentBranch(tree), run, end });
}

/** The tree with a new branch that leaves the current one at `from`, and is current. */
export function branched(tree: Tree, from: Moment): Tree {
  const id = tree.lastId + 1;
  const { run } = currentBranch(tree);
  return withBranch(tree, { id, name: null, parent: tree.current, from, run, end: from });
}

/** The tree with one more branch, which is current. */
export const withBranch = (tree: Tree, branch: Branch): Tree => ({
  branches: [...tree.branches, branch],
  current: branch.id,
  lastId: branch.id,
});

export const renamed = (tree: Tree, id: BranchId, name: string | null): Tree => ({
  ...tree,
  branches: tree.branches.map((branch) => (branch.id === id ? { ...branch, name } : branch)),
});

/** The tree without a branch; its children hang where it hung. The current one and the last one stay. */
export function pruned(tree: Tree, id: BranchId): Tree {
  const gone = branchOf(tree, id);
  if (gone === undefined || id === tree.current) return tree;
  const branches = tree.branches
    .filter((branch) => branch.id !== id)
    .map((branch) => (branch.parent === id ? adopted(branch, gone) : branch));
  return { ...tree, branches };
}

// A child that left the branch before that one left its parent shares with the grandparent only up to there.
const adopted = (child: Branch, { parent, from }: Branch): Branch => ({
  ...child,
  parent,
  from: parent === null || child.from.seq <= from.seq ? child.from : from,
});

/** Where two runs of one setup part; Infinity: never. */
export interface Parting extends Moment {
  /** How many commands they share. */
  readonly shared: number;
}

export function parting(a: Run, b: Run): Parting {
  let shared = 0;
  while (shared < a.commands.length && isSame(a.commands[shared], b.commands[shared])) shared += 1;
  const [ours, theirs] = [a.commands[shared], b.commands[shared]];
  const first = (ours?.seq ?? Infinity) <= (theirs?.seq ?? Infinity) ? ours : theirs;
  return { shared, seq: first?.seq ?? Infinity, time: first?.time ?? Infinity };
}

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (b !== undefined && JSON.stringify(a) === JSON.stringify(b));

/** All branches as JSON; `decodeTree` reads it. */
export const encodeTree = (tree: Tree): string => JSON.stringify(tree);
