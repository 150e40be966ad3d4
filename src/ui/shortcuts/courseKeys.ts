/** Keys of the lessons; those of a presenter's remote control go from stop to stop. */
import type { Course } from '../../store/index.ts';
import { courseNow } from '../course/now.ts';
import type { Lab } from '../hooks/lab.ts';
import { names, type Shortcut } from './shortcut.ts';

/** Without a lesson these keys scroll, as everywhere. */
const isInLesson = (): boolean => courseNow()?.store.getState().lesson != null;

/** Who asks for the next stop and has no lesson wants one. */
function inLesson({ view }: Lab, act: (course: Course) => void): void {
  const course = courseNow();
  if (course === null || !isInLesson()) view.open('lessons');
  else act(course);
}

export const courseKeys: readonly Shortcut[] = [
  {
    id: 'nextStop',
    group: 'lessons',
    heard: ['PageDown'],
    shown: [names.pageDown],
    isHeard: isInLesson,
    run: (lab) => inLesson(lab, (course) => course.next()),
  },
  {
    id: 'previousStop',
    group: 'lessons',
    heard: ['PageUp'],
    shown: [names.pageUp],
    isHeard: isInLesson,
    run: (lab) => inLesson(lab, (course) => course.previous()),
  },
  {
    id: 'toLesson',
    group: 'lessons',
    // The picture has Z of its own while it has the focus.
    heard: ['z', 'Backspace'],
    shown: ['Z', names.backspace],
    isHeard: isInLesson,
    run: (lab) =>
      inLesson(lab, (course) => {
        course.back();
        lab.view.open('lesson');
      }),
  },
  {
    id: 'lessons',
    group: 'lessons',
    heard: ['Shift+c'],
    shown: [`${names.shift} C`],
    run: ({ view }) => view.toggle('lessons'),
  },
];
