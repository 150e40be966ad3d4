/** All branches of the run as a tree: which there are, where they part, and what can be done with each. */
import { type FormEvent, useState } from 'react';
import { type Branch, type Tree, treeOf } from '../../timeline/index.ts';
import { branches as said, words } from '../../words/index.ts';
import { useLab, useSession, useTimeline } from '../hooks/lab.ts';
import { Bookmarks } from './Bookmarks.tsx';
import { branchName } from './branchName.ts';
import { branchVerbs } from './branchVerbs.ts';
import '../styles/panels.css';
import '../styles/branches.css';

/** Children stand under the branch they left, moved in by one step. */
export function Branches() {
  const tree = treeOf(useTimeline());
  return (
    <div className="branches">
      <p className="hint">{tree.branches.length > 1 ? said.intro : said.only}</p>
      <ul aria-label={said.list}>
        {rowsOf(tree, null, 0).map(({ branch, depth }) => (
          <Row key={branch.id} tree={tree} branch={branch} depth={depth} />
        ))}
      </ul>
      <Bookmarks />
    </div>
  );
}

interface Placed {
  readonly branch: Branch;
  readonly depth: number;
}

function rowsOf(tree: Tree, parent: number | null, depth: number): readonly Placed[] {
  return tree.branches
    .filter((branch) => branch.parent === parent)
    .flatMap((branch) => [{ branch, depth }, ...rowsOf(tree, branch.id, depth + 1)]);
}

/** Deeper than this the rows would have no room left. */
const deepest = 5;

interface RowProps extends Placed {
  readonly tree: Tree;
}

function Row({ tree, branch, depth }: RowProps) {
  const [isRenaming, setIsRenaming] = useState(false);
  const lab = useLab();
  const { session } = lab;
  const compared = useSession(({ comparison }) => comparison?.branch ?? null);
  const { id, parent, from, end, run } = branch;
  const isHere = id === tree.current;
  const name = branchName(tree, branch);
  const facts = [
    ...(parent === null ? [] : [said.from(words.moment(from.time))]),
    said.upTo(words.moment(end.time), run.commands.length),
  ];
  return (
    <li
      className={isHere ? 'is-here' : ''}
      aria-current={isHere ? 'true' : undefined}
      style={{ marginLeft: Math.min(depth, deepest) * 14 }}
    >
      {isRenaming ? (
        <NameField branch={branch} name={name} onDone={() => setIsRenaming(false)} />
      ) : (
        <button
          type="button"
          className="branch-name"
          aria-label={isHere ? undefined : said.go(name)}
          disabled={isHere}
          onClick={() => session.goToBranch(id)}
        >
          {said.numbered(id, name)}
          {isHere && <small>{said.here}</small>}
        </button>
      )}
      <small className="branch-facts">{facts.join(' · ')}</small>
      <span className="verbs">
        <button type="button" className="link" onClick={() => setIsRenaming(true)}>
          {said.rename}
        </button>
        {branchVerbs(lab, branch)
          .filter((verb) => verb.id !== 'go' && verb.isPossible)
          .map((verb) => (
            <button
              key={verb.id}
              type="button"
              className="link"
              title={verb.note}
              aria-pressed={verb.id === 'compare' ? compared === id : undefined}
              onClick={verb.run}
            >
              {verb.text}
            </button>
          ))}
      </span>
    </li>
  );
}

interface NameProps {
  readonly branch: Branch;
  readonly name: string;
  readonly onDone: () => void;
}

function NameField({ branch, name, onDone }: NameProps) {
  const { session } = useLab();
  const [text, setText] = useState(branch.name ?? name);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    session.renameBranch(branch.id, text);
    onDone();
  };
  return (
    <form className="fields" onSubmit={save}>
      <input
        ref={focusOn}
        type="text"
        className="is-long"
        aria-label={said.name}
        maxLength={60}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={({ key }) => key === 'Escape' && onDone()}
      />
      <button type="submit">{said.save}</button>
    </form>
  );
}

// The same function at every render, or each letter typed would select what is there.
const focusOn = (field: HTMLInputElement | null): void => field?.select();
