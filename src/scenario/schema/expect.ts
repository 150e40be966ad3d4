/** EXPECT: what must hold. All parts are optional, and what is not named is not looked at. */
import * as v from 'valibot';
import { propertyNames } from '../../check/index.ts';
import { safeKey } from '../safeKey.ts';
import { isArray, isObject } from '../values.ts';
import { configurationPattern, keyValues, logPattern, sessions } from './entries.ts';
import { messagePattern, messagePatterns, numberWanted } from './messages.ts';
import {
  type About,
  either,
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
    config: v.exactOptional(configurationPattern(about)),
    snapshot: v.exactOptional(
      v.nullable(
        mapWith({
          lastIndex: v.exactOptional(number),
          lastTerm: v.exactOptional(number),
          kv: v.exactOptional(keyValues),
          sessions: v.exactOptional(sessions),
          config: v.exactOptional(configurationPattern(about)),
          learners: v.exactOptional(servers),
        }),
      ),
    ),
    nextIndex: v.exactOptional(perServer),
    matchIndex: v.exactOptional(perServer),
    learners: v.exactOptional(servers),
    votesGranted: v.exactOptional(servers),
    durable: v.exactOptional(
      mapWith({
        currentTerm: v.exactOptional(number),
        votedFor: v.exactOptional(v.nullable(serverName(about))),
        lastIndex: v.exactOptional(number),
      }),
    ),
  });
};

const reply = (about: About) =>
  mapWith({
    ok: v.exactOptional(yesNo),
    value: v.exactOptional(v.nullable(text)),
    expired: v.exactOptional(onlyTrue),
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
    violations: v.exactOptional(listOf(oneOf(propertyNames))),
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

/** The same schema wherever it is met among the same servers. */
export function expectation(about: About): v.GenericSchema {
  const known = about.definitions.expect ?? define(about);
  return v.lazy((input) => (isObject(input) || input === undefined ? known : mapWith({})));
}

function define(about: About): v.GenericSchema {
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
  return whole;
}
