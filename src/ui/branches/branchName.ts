/** What a branch is called: by whoever named it, else by what was done first on it. */
import { type Branch, branchOf, parting, type Tree } from '../../timeline/index.ts';
import { branches as said, words } from '../../words/index.ts';

/** `S1 crashes at 1.204 s`, or the name a person gave. */
export function branchName(tree: Tree, { name, parent, run }: Branch): string {
  if (name !== null) return name;
  const left = parent === null ? undefined : branchOf(tree, parent);
  if (left === undefined) return said.first;
  const deed = run.commands[parting(left.run, run).shared];
  if (deed === undefined) return said.first;
  const { command, time } = deed;
  return said.deed(command.type, serverIn(command, run.setup.names), words.moment(time));
}

/** With its number, since two may be called the same. */
export const numberedName = (tree: Tree, branch: Branch): string =>
  said.numbered(branch.id, branchName(tree, branch));

function serverIn(command: object, names: readonly string[]): string {
  const { server, target, change } = command as Record<string, unknown>;
  const inner = (change as { server?: number } | undefined)?.server;
  const id = [server, target, inner].find((one) => typeof one === 'number');
  return id === undefined ? '' : (names[Number(id)] ?? '');
}
