/** Ways through the course, each with where one has got to on it. */
import { type Lesson, type PathId, paths } from '../../lessons/index.ts';
import type { Course } from '../../store/index.ts';
import { course as said, words } from '../../words/index.ts';
import { useLab } from '../hooks/lab.ts';
import { useProgress } from './now.ts';
import { openLessonOf } from './openLesson.ts';

interface Props {
  readonly course: Course;
  readonly lessons: readonly Lesson[];
}

export function Paths({ course, lessons }: Props) {
  return (
    <section>
      <h3>{said.pathsTitle}</h3>
      <ul className="paths">
        {(Object.keys(paths) as PathId[]).map((id) => (
          <li key={id}>
            <Path id={id} course={course} lessons={lessons} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Path({ id, course, lessons }: Props & { readonly id: PathId }) {
  const lab = useLab();
  const reached = useProgress(course, (state) => state.reached);
  const all = lessons.filter(({ number }) => paths[id].includes(number));
  const next = all.find(({ slug }) => reached[slug]?.isDone !== true) ?? all[0];
  if (next === undefined) return null;
  const isFresh = next === all[0];
  return (
    <>
      <b>{said.paths[id]}</b>{' '}
      <small>{said.onPath(words.list(all.map(({ number }) => String(number))))}</small>
      <button
        type="button"
        aria-label={said.partLabel(said.paths[id], isFresh ? said.begin : said.goOn(next.number))}
        onClick={() => void openLessonOf(lab, next)}
      >
        {isFresh ? said.begin : said.goOn(next.number)}
      </button>
    </>
  );
}
