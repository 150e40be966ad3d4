/** The moments that a reader has marked, to go to. */
import { X } from 'lucide';
import { bookmarksOf, toggleBookmark } from '../../store/index.ts';
import { bookmarks as said, words } from '../../words/index.ts';
import { Icon } from '../controls/Icon.tsx';
import { useLab, useTimeline } from '../hooks/lab.ts';

/** In the order of time. */
export function Bookmarks() {
  const { session } = useLab();
  useTimeline();
  const times = bookmarksOf(session.store.getState());
  const go = (time: number): void => {
    session.pause();
    session.seek(time);
  };
  return (
    <section className="bookmarks">
      <h3>{said.title}</h3>
      {times.length === 0 && <p className="hint">{said.none}</p>}
      <ul aria-label={said.list}>
        {times.map((time) => (
          <li key={time}>
            <button
              type="button"
              className="branch-name"
              aria-label={said.go(words.moment(time))}
              onClick={() => go(time)}
            >
              {words.moment(time)}
            </button>
            <button
              type="button"
              className="icon"
              aria-label={said.forget(words.moment(time))}
              onClick={() => toggleBookmark(session, time)}
            >
              <Icon of={X} size={16} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
