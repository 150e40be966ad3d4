/** The moments that a reader has marked, to go to. */
import { bookmarksOf, toggleBookmark } from '../../store/index.ts';
import { measureOf } from '../../timeline/index.ts';
import { bookmarks as said, words } from '../../words/index.ts';
import { Cross } from '../controls/Cross.tsx';
import { useLab, useTimeline } from '../hooks/lab.ts';

/** In their order. */
export function Bookmarks() {
  const { session } = useLab();
  const measure = measureOf(useTimeline().run);
  const places = bookmarksOf(session.store.getState());
  const go = (place: number): void => {
    session.pause();
    session.seekPlace(place);
  };
  const nameOf = measure === 'time' ? words.moment : words.time.event;
  return (
    <section className="bookmarks">
      <h3>{said.title}</h3>
      {places.length === 0 && <p className="hint">{said.none}</p>}
      <ul aria-label={said.list}>
        {places.map((place) => (
          <li key={place}>
            <button
              type="button"
              className="branch-name"
              aria-label={said.go(nameOf(place))}
              onClick={() => go(place)}
            >
              {nameOf(place)}
            </button>
            <Cross
              label={said.forget(nameOf(place))}
              onPress={() => toggleBookmark(session, place)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
