/** What a lesson says: notes, stops and questions between its steps, and the task at its end. */
import * as v from 'valibot';
import { expectation } from './expect.ts';
import { messagePattern } from './messages.ts';
import {
  type About,
  listOf,
  looseMap,
  mapOf,
  mapWith,
  oneOf,
  onlyTrue,
  say,
  serverKey,
  serverName,
  text,
  whole,
  yesNo,
} from './pieces.ts';

/** The things of a world that an option or a link to an answer may mean. */
const things = (about: About) => {
  const pattern = messagePattern(about);
  about.definitions.pattern = pattern;
  return {
    server: v.exactOptional(serverName(about)),
    // `{S1: 3}`: the entry at index 3 of the log of S1.
    entry: v.exactOptional(oneServer(about, whole(1))),
    message: v.exactOptional(pattern),
  };
};

type Things = ReturnType<typeof things>;

const oneServer = <S extends v.GenericSchema>(about: About, value: S) =>
  v.pipe(
    mapOf(serverKey(about), value),
    v.check((map) => Object.keys(map).length === 1, say('oneKey')),
  );

const option = (about: About, meant: Things) =>
  looseMap({
    text,
    correct: v.exactOptional(yesNo),
    holds: v.exactOptional(expectation(about)),
    misconception: v.exactOptional(text),
    answer: v.exactOptional(text),
    ...meant,
  });

/** A question; what is picked is one of its options, by its text or by what the option means. */
const question = (about: About, meant: Things) =>
  looseMap({
    question: text,
    pick: oneOf(['choice', 'server', 'entry', 'message']),
    options: v.exactOptional(listOf(option(about, meant))),
  });

const why = (meant: Things) =>
  v.pipe(
    mapWith({ ...meant, client: v.exactOptional(text), not: v.exactOptional(onlyTrue) }),
    v.check((map) => Object.keys(map).filter((key) => key !== 'not').length === 1, say('oneKey')),
  );

/** The words between steps, each with the section it speaks of and what to ask about. */
export const ofTheLesson = (about: About) => {
  const meant = things(about);
  const asked = why(meant);
  about.definitions.why = asked;
  const beside = { refs: v.exactOptional(listOf(text)), why: v.exactOptional(asked) };
  return {
    note: mapWith({ note: text, ...beside }),
    stop: mapWith({ stop: text, ...beside }),
    ask: mapWith({ ask: question(about, meant), ...beside }),
  };
};

/** The place in the course, and the task. @param end what there is when all steps are done */
export const lesson = (end: About, steps: v.GenericSchema) =>
  looseMap({
    part: v.exactOptional(text),
    number: v.exactOptional(whole(1)),
    task: v.exactOptional(text),
    goal: v.exactOptional(expectation(end)),
    solution: v.exactOptional(steps),
    par: v.exactOptional(whole(0)),
  });
