/** Log entries and configurations, as a file writes them. */
import * as v from 'valibot';
import { isArray, isNumber } from '../values.ts';
import {
  type About,
  either,
  listOf,
  mapOf,
  mapWith,
  oneKey,
  onlyTrue,
  say,
  serverName,
  setOf,
  text,
  whole,
  yesNo,
} from './pieces.ts';

const noopMark = v.union([v.literal(true), v.null()], say('onlyTrue'));
const pair = v.strictTuple([text, text], say('pair'));

/** A client's operations, each under its verb. */
export const operations = {
  set: oneKey(text),
  get: text,
  delete: text,
  cas: oneKey(pair),
  incr: text,
};

export const keyValues = mapOf(v.string(), text);

/** `[S1, S2]`, or both halves of a joint configuration. */
export const configuration = (about: About) => {
  const half = v.pipe(setOf(serverName(about)), v.minLength(1, say('empty')));
  return either(about, 'config', isArray, half, mapWith({ old: half, new: half }));
};

/** A configuration to compare with: a server that was told of none has an empty one. */
export const configurationPattern = (about: About) => {
  const half = listOf(serverName(about));
  return either(about, 'configPattern', isArray, half, mapWith({ old: half, new: half }));
};

export const learners = (about: About) => setOf(serverName(about));

/** What a state machine remembers of each client: its last command, and what it was answered. */
export const sessions = mapOf(
  v.string(),
  mapWith({
    serial: whole(1),
    ok: v.exactOptional(yesNo),
    value: v.exactOptional(v.nullable(text)),
    expired: v.exactOptional(onlyTrue),
    usedAt: v.exactOptional(whole(1)),
  }),
);

const contents = (about: About) => ({
  set: v.exactOptional(operations.set),
  get: v.exactOptional(operations.get),
  delete: v.exactOptional(operations.delete),
  cas: v.exactOptional(operations.cas),
  incr: v.exactOptional(operations.incr),
  noop: v.exactOptional(noopMark),
  config: v.exactOptional(configuration(about)),
});

const contentNames = ['set', 'get', 'delete', 'cas', 'incr', 'noop', 'config'];
const countContents = (entry: object): number =>
  contentNames.filter((name) => Object.hasOwn(entry, name)).length;

/** A log to start with: a bare number is a no-op of that term, anything else says what it holds. */
export const log = (about: About) => {
  const full = v.pipe(
    mapWith({
      term: whole(0),
      index: v.exactOptional(whole(1)),
      ...contents(about),
      learners: v.exactOptional(learners(about)),
    }),
    v.check((entry) => countContents(entry) === 1, say('oneContent', ...contentNames)),
  );
  return listOf(either(about, 'entry', isNumber, whole(0), full));
};

/** A log to compare with: a bare number asks for the term alone. */
export const logPattern = (about: About) => {
  const full = v.pipe(
    mapWith({
      term: v.exactOptional(whole(0)),
      index: v.exactOptional(whole(1)),
      ...contents(about),
      learners: v.exactOptional(listOf(serverName(about))),
    }),
    v.check((entry) => countContents(entry) <= 1, say('oneContent', ...contentNames)),
  );
  return listOf(either(about, 'entryPattern', isNumber, whole(0), full));
};
