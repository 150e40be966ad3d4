/** Where one works: the run in hand by itself, or a bench of the lab. */
import { beside, type Panel } from '../../store/index.ts';
import { lab, views as said } from '../../words/index.ts';
import { useLab, useSession, useView } from '../hooks/lab.ts';

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
  const { session, view } = useLab();
  const isLesson = useSession(({ source }) => source.kind === 'lesson');
  const shown = useView(beside);
  // A lesson is written among the lessons.
  const open = shown === 'editor' ? 'lessons' : shown;
  const place = places.find((one) => panels[one] !== null && panels[one] === open);
  const current = place ?? (isLesson ? 'lessons' : 'sandbox');
  const goTo = (panel: Panel | null): void => {
    if (panel !== null) view.open(panel);
    else if (place !== undefined) view.close();
    // Who leaves a lesson so can take it back, like any opening of another run.
    if (panel === null && isLesson) session.newRun({});
  };
  return (
    <nav aria-label={lab.viewsLabel}>
      {places.map((one) => (
        <button
          key={one}
          id={`view-${one}`}
          type="button"
          className="quiet"
          aria-current={one === current ? 'page' : undefined}
          onClick={() => goTo(panels[one])}
        >
          {said[one]}
        </button>
      ))}
    </nav>
  );
}
