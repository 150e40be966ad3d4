/** Steps: each an object with exactly one verb, and its qualifiers. */
import * as v from 'valibot';
import { isArray, isObject } from '../values.ts';
import { operations } from './entries.ts';
import { expectation, expectKeys } from './expect.ts';
import { ofTheLesson } from './lesson.ts';
import { filter, message } from './messages.ts';
import { changedOptions, rulesOff } from './options.ts';
import {
  type About,
  byTag,
  delayMs,
  either,
  listOf,
  mapWith,
  oneOf,
  onlyTrue,
  pairOfServers,
  say,
  serverName,
  setOf,
  text,
  yesNo,
} from './pieces.ts';

const whileTimePasses = (expectation: v.GenericSchema) => ({
  run: mapWith({ run: delayMs }),
  runUntil: mapWith({ runUntil: expectation, withinMs: v.exactOptional(delayMs) }),
  expect: mapWith({ expect: expectation }),
});

const onTheBus = (about: About) => {
  const servers = listOf(serverName(about));
  const which = filter(about);
  about.definitions.filter = which;
  return {
    settle: mapWith({ settle: either(about, 'settle', isArray, servers, onlyTrue) }),
    deliver: mapWith({ deliver: which }),
    drop: mapWith({ drop: which }),
    duplicate: mapWith({ duplicate: which }),
    hold: mapWith({ hold: which }),
    release: mapWith({ release: which }),
    inject: mapWith({ inject: message(about) }),
  };
};

const byClients = (about: About) => {
  const at = v.exactOptional(serverName(about));
  const how = { at, client: v.exactOptional(text), loseReply: v.exactOptional(yesNo) };
  return {
    set: mapWith({ set: operations.set, ...how }),
    get: mapWith({ get: operations.get, ...how }),
    delete: mapWith({ delete: operations.delete, ...how }),
    cas: mapWith({ cas: operations.cas, ...how }),
    incr: mapWith({ incr: operations.incr, ...how }),
    retry: mapWith({ retry: text, at }),
  };
};

const lost = oneOf(['votedFor', 'currentTerm', 'log', 'all']);

const byFaults = (about: About) => {
  const server = serverName(about);
  const link = pairOfServers(about);
  const groups = v.pipe(
    listOf(listOf(server)),
    v.minLength(2, say('atLeast', 2)),
    v.check((lists) => new Set(lists.flat()).size === lists.flat().length, say('twiceInGroups')),
  );
  return {
    timeout: mapWith({ timeout: server }),
    heartbeat: mapWith({ heartbeat: server }),
    crash: mapWith({ crash: server }),
    restart: mapWith({
      restart: server,
      lose: v.exactOptional(either(about, 'lose', isArray, listOf(lost), lost)),
    }),
    pause: mapWith({ pause: server }),
    resume: mapWith({ resume: server }),
    cut: mapWith({ cut: link, oneWay: v.exactOptional(yesNo) }),
    heal: mapWith({ heal: either(about, 'heal', isArray, link, onlyTrue) }),
    partition: mapWith({ partition: groups }),
  };
};

/** Who may be named where a name makes a server: anybody, unless the word is taken or there are too many. */
const newcomer = (about: About) =>
  v.pipe(
    text,
    v.minLength(1, say('empty')),
    v.check((name) => !expectKeys.some((taken) => taken === name), say('reservedName')),
    v.check((name) => about.names === null || about.names.includes(name), say('tooManyServers')),
  );

const ofMembership = (about: About) => {
  const server = serverName(about);
  const added = newcomer(about);
  const crew = v.pipe(setOf(added), v.minLength(1, say('empty')));
  const at = v.exactOptional(server);
  return {
    addServer: mapWith({ addServer: added, learner: v.exactOptional(yesNo), at }),
    removeServer: mapWith({ removeServer: server, at }),
    reconfigure: mapWith({ reconfigure: crew, at }),
    promote: mapWith({ promote: server, at }),
    transferLeadership: mapWith({ transferLeadership: server, at }),
    snapshot: mapWith({ snapshot: server }),
  };
};

const ofTheStory = (about: About) => ({
  options: mapWith({ options: changedOptions(about) }),
  rulesOff: mapWith({ rulesOff }),
  mark: mapWith({ mark: text }),
  back: mapWith({ back: text }),
  ...ofTheLesson(about),
});

/** Any step, among the servers of `about`. */
function anyStep(about: About): v.GenericSchema {
  const forms: Readonly<Record<string, v.GenericSchema>> = {
    ...whileTimePasses(expectation(about)),
    ...onTheBus(about),
    ...byClients(about),
    ...byFaults(about),
    ...ofMembership(about),
    ...ofTheStory(about),
  };
  const verbs = Object.keys(forms);
  const verbOf = (input: unknown): string | null => {
    const found = isObject(input) ? verbs.filter((verb) => Object.hasOwn(input, verb)) : [];
    return found.length === 1 ? (found[0] ?? null) : null;
  };
  return byTag(about, 'step', forms, verbOf, v.never(say('oneVerb')));
}

/** A step among the servers there are by then: a crew that grows makes a schema for each size. */
function stepInTime(about: About): v.GenericSchema {
  const first = anyStep(about);
  if (about.names === null) return first;
  const known = new Map<readonly string[] | null, v.GenericSchema>([[about.names, first]]);
  return v.lazy((input) => {
    const names = about.namesFrom(input);
    const step = known.get(names) ?? anyStep({ ...about, names, definitions: {} });
    known.set(names, step);
    return step;
  });
}

/** The steps of a file; a `back` names a `mark` before it. */
export function stepList(about: About): v.GenericSchema {
  const step = stepInTime(about);
  return v.pipe(
    listOf(step),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const marked = new Set<unknown>();
      for (const [place, one] of dataset.value.entries()) {
        if (!isObject(one)) continue;
        if (one.mark !== undefined) marked.add(one.mark);
        if (one.back === undefined || marked.has(one.back)) continue;
        addIssue({ message: say('noSuchMark'), path: pathTo(dataset.value, place) });
      }
    }),
  );
}

function pathTo(steps: readonly unknown[], place: number): [v.IssuePathItem, v.IssuePathItem] {
  const step = steps[place] as Record<string, unknown>;
  return [
    { type: 'array', origin: 'value', input: [...steps], key: place, value: step },
    { type: 'object', origin: 'value', input: step, key: 'back', value: step.back },
  ];
}
