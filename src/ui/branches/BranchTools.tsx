/** Taking acts back, and the way to the other branches, beside the buttons of time. */
import { Flag, GitBranch, Redo2, Undo2 } from 'lucide';
import { bookmarksOf, toggleBookmark } from '../../store/index.ts';
import { spanOf, treeOf } from '../../timeline/index.ts';
import { bookmarks, words } from '../../words/index.ts';
import { Icon } from '../controls/Icon.tsx';
import { useLab, useSession, useTimeline, useView } from '../hooks/lab.ts';

/** Undo, redo, and which branch is in hand. */
export function BranchTools() {
  const { session, view } = useLab();
  const timeline = useTimeline();
  const isOpen = useView(({ panel }) => panel === 'branches');
  const hasAside = useSession(({ aside }) => aside.length > 0);
  const hasAhead = useSession(({ ahead }) => ahead.length > 0);
  const { branches, current } = treeOf(timeline);
  const place = branches.findIndex(({ id }) => id === current) + 1;
  const { time } = words;
  return (
    <fieldset className="branch-tools" aria-label={time.branches}>
      <button
        type="button"
        className="icon"
        aria-label={time.undo}
        title={time.undo}
        disabled={timeline.done.length === 0 && !hasAside}
        onClick={session.undo}
      >
        <Icon of={Undo2} size={17} />
      </button>
      <button
        type="button"
        className="icon"
        aria-label={time.redo}
        title={time.redo}
        disabled={timeline.undone.length === 0 && !hasAhead}
        onClick={session.redo}
      >
        <Icon of={Redo2} size={17} />
      </button>
      <BookmarkButton />
      <button
        type="button"
        className="quiet"
        aria-expanded={isOpen}
        onClick={() => view.toggle('branches')}
      >
        <Icon of={GitBranch} size={16} />
        {time.branch(place, branches.length)}
      </button>
    </fieldset>
  );
}

/** Pressed where the moment in hand is marked. */
function BookmarkButton() {
  const { session } = useLab();
  const { now } = spanOf(useTimeline());
  const isMarked = useSession((state) => bookmarksOf(state).includes(now));
  const label = isMarked ? bookmarks.remove : bookmarks.add;
  return (
    <button
      type="button"
      className="icon"
      aria-label={label}
      title={label}
      onClick={() => toggleBookmark(session)}
    >
      <Icon of={Flag} size={17} isFilled={isMarked} />
    </button>
  );
}
