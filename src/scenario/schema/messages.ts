/** Messages: those to forge, and the patterns that pick them out. */
import * as v from 'valibot';
import { isNumber, isObject } from '../values.ts';
import {
  configuration,
  configurationPattern,
  keyValues,
  learners,
  log,
  logPattern,
  sessions,
} from './entries.ts';
import {
  type About,
  byTag,
  either,
  integer,
  listOf,
  mapWith,
  oneOf,
  say,
  serverName,
  whole,
  yesNo,
} from './pieces.ts';

const messageTypes = [
  'RequestVoteRequest',
  'RequestVoteResponse',
  'PreVoteRequest',
  'PreVoteResponse',
  'AppendEntriesRequest',
  'AppendEntriesResponse',
  'InstallSnapshotRequest',
  'InstallSnapshotResponse',
  'TimeoutNowRequest',
] as const;

/** A number, or bounds for it. */
export const numberWanted = (about: About) =>
  either(
    about,
    'number',
    (input) => isNumber(input) || !isObject(input),
    v.number(say('number')),
    mapWith({
      atLeast: v.exactOptional(integer),
      atMost: v.exactOptional(integer),
    }),
  );

/** Any field of any message may be named. */
const messageFields = (about: About) => {
  const number = v.exactOptional(numberWanted(about));
  const server = v.exactOptional(serverName(about));
  const answer = v.exactOptional(yesNo);
  return {
    type: v.exactOptional(oneOf(messageTypes)),
    from: server,
    to: server,
    term: number,
    candidateId: server,
    lastLogIndex: number,
    lastLogTerm: number,
    leadershipTransfer: answer,
    voteGranted: answer,
    leaderId: server,
    prevLogIndex: number,
    prevLogTerm: number,
    entries: v.exactOptional(logPattern(about)),
    leaderCommit: number,
    success: answer,
    matchIndex: number,
    conflictTerm: number,
    conflictIndex: number,
    lastIncludedIndex: number,
    lastIncludedTerm: number,
    config: v.exactOptional(configurationPattern(about)),
    learners: v.exactOptional(listOf(serverName(about))),
    data: v.exactOptional(
      mapWith({ kv: v.exactOptional(keyValues), sessions: v.exactOptional(sessions) }),
    ),
    round: number,
    id: number,
    inReplyTo: number,
    copyOf: number,
  };
};

/** Which message a step is about: the oldest that fits, the nth, or several. */
export const filter = (about: About) =>
  mapWith({
    ...messageFields(about),
    nth: v.exactOptional(whole(1)),
    count: v.exactOptional(either(about, 'howMany', isNumber, whole(1), oneOf(['all']))),
  });

const forged = (about: About) => {
  const server = serverName(about);
  const index = whole(0);
  const common = { id: v.exactOptional(index), from: server, to: server, term: index };
  const answer = { ...common, inReplyTo: v.exactOptional(index) };
  const question = {
    ...common,
    candidateId: v.exactOptional(server),
    lastLogIndex: index,
    lastLogTerm: index,
  };
  const vote = { ...answer, voteGranted: yesNo };
  const ofLeader = { ...common, leaderId: v.exactOptional(server) };
  return {
    RequestVoteRequest: mapWith({
      ...question,
      type: v.literal('RequestVoteRequest'),
      leadershipTransfer: v.exactOptional(yesNo),
    }),
    RequestVoteResponse: mapWith({ ...vote, type: v.literal('RequestVoteResponse') }),
    PreVoteRequest: mapWith({ ...question, type: v.literal('PreVoteRequest') }),
    PreVoteResponse: mapWith({ ...vote, type: v.literal('PreVoteResponse') }),
    AppendEntriesRequest: mapWith({
      ...ofLeader,
      type: v.literal('AppendEntriesRequest'),
      prevLogIndex: index,
      prevLogTerm: index,
      entries: v.exactOptional(log(about)),
      leaderCommit: v.exactOptional(index),
      round: v.exactOptional(index),
    }),
    AppendEntriesResponse: mapWith({
      ...answer,
      type: v.literal('AppendEntriesResponse'),
      success: yesNo,
      matchIndex: v.exactOptional(index),
      prevLogIndex: v.exactOptional(index),
      conflictTerm: v.exactOptional(index),
      conflictIndex: v.exactOptional(index),
      round: v.exactOptional(index),
    }),
    InstallSnapshotRequest: mapWith({
      ...ofLeader,
      type: v.literal('InstallSnapshotRequest'),
      lastIncludedIndex: whole(1),
      lastIncludedTerm: index,
      config: v.exactOptional(configuration(about)),
      learners: v.exactOptional(learners(about)),
      data: v.exactOptional(
        mapWith({ kv: v.exactOptional(keyValues), sessions: v.exactOptional(sessions) }),
      ),
    }),
    InstallSnapshotResponse: mapWith({
      ...answer,
      type: v.literal('InstallSnapshotResponse'),
      lastIncludedIndex: index,
    }),
    TimeoutNowRequest: mapWith({ ...ofLeader, type: v.literal('TimeoutNowRequest') }),
  };
};

// Whatever else it says, a message is refused for its type first.
const otherwise = v.pipe(v.looseObject({ type: oneOf(messageTypes) }, say('map')), v.never());

/** A forged message: the fields of its type, the servers' own fields filled in where they follow from `from`. */
export const message = (about: About) =>
  byTag(
    about,
    'message',
    forged(about),
    (input) =>
      isObject(input) && messageTypes.some((type) => type === input.type)
        ? (input.type as string)
        : null,
    otherwise,
  );

export const messagePatterns = (about: About) => listOf(mapWith(messageFields(about)));
export const messagePattern = (about: About) => mapWith(messageFields(about));
