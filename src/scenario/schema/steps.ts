/** Steps: each an object with exactly one verb, and its qualifiers. */
import * as v from 'valibot';
import { operations } from './entries.ts';
import { filter, message } from './messages.ts';
import { options, rulesOff } from './options.ts';
import {
  type About,
  byTag,
  delayMs,
  either,
  isArray,
  isObject,
  listOf,
  looseMap,
  mapWith,
  notYet,
  oneOf,
  onlyTrue,
  pairOfServers,
  say,
  serverName,
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

const ofMembership = (about: About) => {
  const at = v.exactOptional(text);
  return {
    addServer: mapWith({ addServer: notYet(text), learner: v.exactOptional(yesNo), at }),
    removeServer: mapWith({ removeServer: notYet(text), at }),
    reconfigure: mapWith({ reconfigure: notYet(listOf(text)), at }),
    promote: mapWith({ promote: notYet(text), at }),
    transferLeadership: mapWith({ transferLeadership: notYet(serverName(about)), at }),
    snapshot: mapWith({ snapshot: notYet(serverName(about)) }),
  };
};

const choice = looseMap({
  text,
  correct: v.exactOptional(yesNo),
  misconception: v.exactOptional(text),
  answer: v.exactOptional(text),
});

const question = looseMap({
  question: text,
  pick: oneOf(['choice', 'server', 'entry', 'message']),
  options: v.exactOptional(listOf(choice)),
});

const ofTheStory = (about: About) => ({
  options: mapWith({ options: options(about) }),
  rulesOff: mapWith({ rulesOff }),
  mark: mapWith({ mark: text }),
  back: mapWith({ back: text }),
  note: mapWith({ note: text }),
  stop: mapWith({ stop: text }),
  ask: mapWith({ ask: question }),
});

/** The steps of a file; a `back` names a `mark` before it. */
export function stepList(about: About, expectation: v.GenericSchema): v.GenericSchema {
  const forms: Readonly<Record<string, v.GenericSchema>> = {
    ...whileTimePasses(expectation),
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
  const step = byTag(about, 'step', forms, verbOf, v.never(say('oneVerb')));
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
