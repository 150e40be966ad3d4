/** Makes the course of the page, and lets the page answer its questions: by keys, and by clicking what is asked about. */
import {
  type Course,
  createCourse,
  isStill,
  openProgress,
  openQuestion,
} from '../../store/index.ts';
import { course as said } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';
import { clickedAt } from './clicked.ts';

/** A course on the session of the page. */
export async function hostCourse(lab: Lab): Promise<Course> {
  const { session, view } = lab;
  const isStillNow = (): boolean => isStill(view.store.getState());
  const course = createCourse(session, isStillNow, await openProgress());
  document.addEventListener('click', (event) => hearClick(lab, course, event), { capture: true });
  document.addEventListener('keydown', (event) => hearKey(lab, course, event), { capture: true });
  // A message is picked from the list of those in flight, too, where a press selects it.
  view.store.subscribe(({ selection }, before) => {
    const isNew = selection !== before.selection && selection?.kind === 'message';
    if (isNew && isAsking(lab)) course.click(selection);
  });
  return course;
}

/** Whether the questions are where one sees them. */
function isAsking({ view }: Lab): boolean {
  const { panel, under, isPresenting } = view.store.getState();
  return panel === 'lesson' || under === 'lesson' || (isPresenting && panel === null);
}

function hearClick(lab: Lab, course: Course, event: Event): boolean {
  const ask = openQuestion(course.store.getState());
  if (ask === null || ask.pick === 'choice' || !isAsking(lab)) return false;
  const clicked = event.target instanceof Element ? clickedAt(event.target) : null;
  if (clicked === null || !course.click(clicked)) return false;
  // It was an answer, and opens no menu.
  event.preventDefault();
  event.stopImmediatePropagation();
  return true;
}

const typing =
  'input:not([type=range],[type=checkbox],[type=radio]), textarea, select, [data-typing]';
const elsewhere = '[role=dialog], [role=menu]';

function hearKey(lab: Lab, course: Course, event: KeyboardEvent): void {
  const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (altKey || ctrlKey || metaKey || !isAsking(lab)) return;
  if (document.querySelector(elsewhere) !== null) return;
  if (shiftKey && key === 'Enter') return;
  if (key === 'Enter' || key === ' ') hearClick(lab, course, event);
  else if (!(target instanceof Element && target.matches(typing))) hearSign(lab, course, event);
}

/** A letter is an answer; a digit is a server, where one is asked for. */
function hearSign(lab: Lab, course: Course, event: KeyboardEvent): void {
  const ask = openQuestion(course.store.getState());
  const { hasLetterKeys, diagram } = lab.view.store.getState();
  if (ask === null || !hasLetterKeys) return;
  const { key, target, shiftKey } = event;
  // With Shift a letter is no answer: Shift B opens the lab, Shift C the contents page.
  if (shiftKey) return;
  const option = said.letters.indexOf(key.toUpperCase());
  // In the diagram letters go about in time, unless the question has the focus.
  const isInCard = target instanceof Element && target.closest('.lesson-card') !== null;
  const isLetter = option >= 0 && option < ask.choices.length;
  const isServer = ask.pick === 'server' && /^[1-9]$/.test(key);
  if (isLetter && (diagram === 'closed' || isInCard)) course.answer(ask, option);
  else if (isServer) course.click({ kind: 'server', server: Number(key) - 1 });
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
