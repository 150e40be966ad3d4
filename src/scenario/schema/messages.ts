/** Messages: those to forge, and the patterns that pick them out. */
import * as v from 'valibot';
import { log, logPattern } from './entries.ts';
import {
  type About,
  byTag,
  either,
  integer,
  isNumber,
  isObject,
  listOf,
  mapWith,
  notYet,
  oneOf,
  say,
  serverName,
  text,
  whole,
  yesNo,
} from './pieces.ts';

/** What the servers say to each other now. */
const spoken = [
  'RequestVoteRequest',
  'RequestVoteResponse',
  'AppendEntriesRequest',
  'AppendEntriesResponse',
] as const;

const messageTypes = [
  ...spoken,
  'PreVoteRequest',
  'PreVoteResponse',
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
  const common = {
    id: v.exactOptional(whole(0)),
    from: server,
    to: server,
    term: whole(0),
  };
  const index = whole(0);
  return {
    RequestVoteRequest: mapWith({
      ...common,
      type: v.literal('RequestVoteRequest'),
      candidateId: v.exactOptional(server),
      lastLogIndex: index,
      lastLogTerm: index,
    }),
    RequestVoteResponse: mapWith({
      ...common,
      type: v.literal('RequestVoteResponse'),
      voteGranted: yesNo,
      inReplyTo: v.exactOptional(index),
    }),
    AppendEntriesRequest: mapWith({
      ...common,
      type: v.literal('AppendEntriesRequest'),
      leaderId: v.exactOptional(server),
      prevLogIndex: index,
      prevLogTerm: index,
      entries: v.exactOptional(log(about)),
      leaderCommit: v.exactOptional(index),
    }),
    AppendEntriesResponse: mapWith({
      ...common,
      type: v.literal('AppendEntriesResponse'),
      success: yesNo,
      matchIndex: v.exactOptional(index),
      prevLogIndex: v.exactOptional(index),
      conflictTerm: v.exactOptional(index),
      conflictIndex: v.exactOptional(index),
      inReplyTo: v.exactOptional(index),
    }),
  };
};

const isSpoken = (type: string): boolean => spoken.some((known) => known === type);

// Whatever else it says, a message is refused for its type first.
const otherwise = v.pipe(
  v.looseObject(
    { type: notYet(oneOf(messageTypes), isSpoken), text: v.exactOptional(text) },
    say('map'),
  ),
  v.never(),
);

/** A forged message: the fields of its type, the servers' own fields filled in where they follow from `from`. */
export const message = (about: About) =>
  byTag(
    about,
    'message',
    forged(about),
    (input) =>
      isObject(input) && typeof input.type === 'string' && isSpoken(input.type) ? input.type : null,
    otherwise,
  );

export const messagePatterns = (about: About) => listOf(mapWith(messageFields(about)));
export const messagePattern = (about: About) => mapWith(messageFields(about));
