/** EXPECT: what must hold. All parts are optional, and what is not named is not looked at. */
import * as v from 'valibot';
import { properties } from '../properties.ts';
import { safeKey } from '../safeKey.ts';
import { configuration, keyValues, logPattern } from './entries.ts';
import { messagePattern, messagePatterns, numberWanted } from './messages.ts';
import {
  type About,
  either,
  isArray,
  isObject,
  listOf,
  mapOf,
  mapWith,
  oneOf,
  onlyTrue,
  say,
  serverKey,
  serverName,
  text,
  yesNo,
} from './pieces.ts';

const roles = ['follower', 'preCandidate', 'candidate', 'leader', 'learner'] as const;

/** One server's state, in the words of Figure 2. */
const serverState = (about: About) => {
  const number = numberWanted(about);
  const perServer = mapOf(serverKey(about), number);
  const servers = listOf(serverName(about));
  return mapWith({
    role: v.exactOptional(oneOf(roles)),
    running: v.exactOptional(yesNo),
    currentTerm: v.exactOptional(number),
    votedFor: v.exactOptional(v.nullable(serverName(about))),
    log: v.exactOptional(logPattern(about)),
    commitIndex: v.exactOptional(number),
    lastApplied: v.exactOptional(number),
    leader: v.exactOptional(v.nullable(serverName(about))),
    kv: v.exactOptional(keyValues),
    config: v.exactOptional(configuration(about)),
    snapshot: v.exactOptional(
      v.nullable(
        mapWith({
          lastIndex: v.exactOptional(number),
          lastTerm: v.exactOptional(number),
          kv: v.exactOptional(keyValues),
          config: v.exactOptional(configuration(about)),
        }),
      ),
    ),
    nextIndex: v.exactOptional(perServer),
    matchIndex: v.exactOptional(perServer),
    learners: v.exactOptional(servers),
    votesGranted: v.exactOptional(servers),
  });
};

const reply = (about: About) =>
  mapWith({
    ok: v.exactOptional(yesNo),
    value: v.exactOptional(v.nullable(text)),
    redirect: v.exactOptional(v.nullable(serverName(about))),
  });

const countOf = (about: About) => {
  const bounds = {
    is: v.exactOptional(numberWanted(about)),
    atLeast: v.exactOptional(v.number(say('number'))),
    atMost: v.exactOptional(v.number(say('number'))),
  };
  const isBound = (count: object): boolean =>
    ['is', 'atLeast', 'atMost'].some((key) => Object.hasOwn(count, key));
  return v.pipe(
    mapWith({
      messages: v.exactOptional(messagePattern(about)),
      leaderChanges: v.exactOptional(onlyTrue),
      ...bounds,
    }),
    v.check(
      (count) =>
        isBound(count) && (count.messages === undefined) !== (count.leaderChanges === undefined),
      say('oneCount'),
    ),
  );
};

const term = v.pipe(v.string(), v.regex(/^\d+$/, say('wholeNumber')));

const parts = (about: About, self: v.GenericSchema) => {
  const servers = listOf(serverName(about));
  const count = countOf(about);
  return {
    leader: v.exactOptional(v.nullable(serverName(about))),
    leaders: v.exactOptional(mapOf(term, servers)),
    votes: v.exactOptional(mapOf(term, mapOf(serverKey(about), servers))),
    inFlight: v.exactOptional(messagePatterns(about)),
    replies: v.exactOptional(mapOf(v.string(), listOf(reply(about)))),
    pending: v.exactOptional(mapOf(v.string(), yesNo)),
    count: v.exactOptional(either(about, 'counts', isArray, listOf(count), count)),
    violations: v.exactOptional(listOf(oneOf(properties))),
    oneOf: v.exactOptional(v.pipe(listOf(self), v.minLength(1, say('empty')))),
    not: v.exactOptional(self),
  };
};

/** The keys of EXPECT that no server may be called. */
export const expectKeys = [
  'leader',
  'leaders',
  'votes',
  'inFlight',
  'replies',
  'pending',
  'count',
  'violations',
  'oneOf',
  'not',
] as const;

export function expectation(about: About): v.GenericSchema {
  const self: v.GenericSchema = v.lazy(() => whole);
  const entries = parts(about, self);
  const server = serverState(about);
  about.definitions.server = server;
  const whole: v.GenericSchema =
    about.names === null
      ? v.objectWithRest(entries, server, say('map'))
      : mapWith({
          ...entries,
          ...Object.fromEntries(
            about.names.map((name) => [safeKey(name), v.exactOptional(server)]),
          ),
        });
  about.definitions.expect = whole;
  return v.lazy((input) => (isObject(input) || input === undefined ? whole : mapWith({})));
}
