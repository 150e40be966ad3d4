/** Answering what a stop asks: by an option, or by clicking what an option means. */
import type { Ask, Beat, Choice } from '../../scenario/index.ts';
import type { Selection } from '../view.ts';
import type { CourseCore, CourseState } from './inHand.ts';

/** What of the world can be clicked as an answer. */
export type Clicked =
  | Exclude<Selection, { kind: 'link' | 'event' }>
  | { readonly kind: 'entry'; readonly server: number; readonly index: number };

export interface Answering {
  /** Chooses an option of the question at this stop. */
  answer(ask: Ask, option: number): void;
  /** Shows the right answer, which is then no answer of the learner's. */
  reveal(ask: Ask): void;
  /** Answers by a thing; false where the question is not about such things, or is answered. */
  click(clicked: Clicked): boolean;
}

export function answeringOf(core: CourseCore): Answering {
  const answer = (ask: Ask, option: number): void => note(core, ask, option);
  return {
    answer,
    reveal: (ask) => {
      const right = ask.choices.findIndex(({ isRight }) => isRight);
      if (right >= 0) mark(core, ask, right);
    },
    click: (clicked) => {
      const ask = openQuestion(core.store.getState());
      if (ask === null || ask.pick !== clicked.kind) return false;
      answer(
        ask,
        ask.choices.findIndex((choice) => isMeant(choice, clicked)),
      );
      return true;
    },
  };
}

/** Where the tries of a question are noted. */
export const keyOf = ({ run }: CourseState, { path }: Ask): string => `${run} ${path}`;

const isRightTry = ({ choices }: Ask, option: number): boolean => choices[option]?.isRight === true;

/** Whether a right answer was given; a question that offers none is answered by thinking. */
export const isAnswered = (state: CourseState, ask: Ask): boolean =>
  ask.choices.length === 0 ||
  (state.tried[keyOf(state, ask)] ?? []).some((option) => isRightTry(ask, option));

/** The question at this stop that waits for its answer; null: none does. */
export function openQuestion(state: CourseState): Ask | null {
  const { played, place, isAway } = state;
  if (played === null || isAway) return null;
  const beats = played.stops[place]?.beats ?? [];
  return beats.find((beat): beat is Ask => beat.kind === 'ask' && !isAnswered(state, beat)) ?? null;
}

/** What is said at a stop: nothing beyond a question without its answer, which it would give away. */
export function beatsSaid(state: CourseState): readonly Beat[] {
  const beats = state.played?.stops[state.place]?.beats ?? [];
  const open = beats.findIndex((beat) => beat.kind === 'ask' && !isAnswered(state, beat));
  return open < 0 ? beats : beats.slice(0, open + 1);
}

function isMeant({ thing }: Choice, clicked: Clicked): boolean {
  if (thing === null || thing.kind !== clicked.kind) return false;
  switch (clicked.kind) {
    case 'server':
      return thing.kind === 'server' && thing.server === clicked.server;
    case 'message':
      return thing.kind === 'message' && thing.messages.includes(clicked.message);
    case 'entry':
      return (
        thing.kind === 'entry' && thing.server === clicked.server && thing.index === clicked.index
      );
  }
}

function note(core: CourseCore, ask: Ask, option: number): void {
  const { lesson, run } = core.store.getState();
  if (lesson === null || !mark(core, ask, option)) return;
  const choice = ask.choices[option];
  core.progress.noteAttempt({
    lesson: lesson.source.name,
    run: lesson.runs[run]?.run ?? '',
    path: ask.path,
    question: ask.text,
    answer: choice?.text ?? '',
    isRight: choice?.isRight === true,
    misconception: choice?.misconception ?? null,
    at: new Date().toISOString(),
  });
}

/** Shows that an option was chosen, -1 being none of them; whether that is new. */
function mark({ store }: CourseCore, ask: Ask, option: number): boolean {
  const state = store.getState();
  if (isAnswered(state, ask)) return false;
  const key = keyOf(state, ask);
  const before = state.tried[key] ?? [];
  const chosen = ask.choices[option] === undefined ? -1 : option;
  // The same again is no other answer.
  if (chosen >= 0 && before.includes(chosen)) return false;
  store.setState({ tried: { ...state.tried, [key]: [...before, chosen] } });
  return true;
}
