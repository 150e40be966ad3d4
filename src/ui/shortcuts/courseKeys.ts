/** Keys of the lessons; those of a presenter's remote control go from stop to stop. */
import type { Ask } from '../../scenario/index.ts';
import { type Course, openQuestion } from '../../store/index.ts';
import { misses } from '../../words/index.ts';
import { courseNow } from '../course/now.ts';
import type { Lab } from '../hooks/lab.ts';
import { names, type Shortcut } from './shortcut.ts';

/** Without a lesson these keys scroll, as everywhere. */
const isInLesson = (): boolean => courseNow()?.store.getState().lesson != null;

/** What waits for an answer; null: nothing. */
function questionNow(): Ask | null {
  const course = courseNow();
  return course === null ? null : openQuestion(course.store.getState());
}

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
    id: 'reveal',
    group: 'lessons',
    heard: ['Shift+Enter'],
    shown: [`${names.shift} ${names.enter}`],
    isHeard: () => questionNow() !== null,
    run: ({ session }) => {
      const ask = questionNow();
      if (ask === null) session.say(misses.noQuestion);
      else courseNow()?.reveal(ask);
    },
  },
  {
    id: 'lessons',
    group: 'lessons',
    heard: ['Shift+c'],
    shown: [`${names.shift} C`],
    run: ({ view }) => view.toggle('lessons'),
  },
];
