/** Where one works: the run in hand by itself, or a bench of the lab. */
import { beside, type Panel } from '../../store/index.ts';
import { lab, views as said } from '../../words/index.ts';
import { useLab, useView } from '../hooks/lab.ts';

type Place = keyof typeof said;

/** What stands in the place of the picture; null: the picture does. */
const panels: Readonly<Record<Place, Panel | null>> = {
  sandbox: null,
  lessons: 'lessons',
  lab: 'lab',
};
const places = Object.keys(panels) as Place[];

/** The way there, and which of them one is in. */
export function Views() {
  const { view } = useLab();
  const shown = useView(beside);
  // A lesson is written among the lessons.
  const open = shown === 'editor' ? 'lessons' : shown;
  const current = places.find((place) => panels[place] !== null && panels[place] === open);
  const goTo = (panel: Panel | null): void => {
    if (panel !== null) view.open(panel);
    else if (current !== undefined) view.close();
  };
  return (
    <nav aria-label={lab.viewsLabel}>
      {places.map((place) => (
        <button
          key={place}
          id={`view-${place}`}
          type="button"
          className="quiet"
          aria-current={place === (current ?? 'sandbox') ? 'page' : undefined}
          onClick={() => goTo(panels[place])}
        >
          {said[place]}
        </button>
      ))}
    </nav>
  );
}
