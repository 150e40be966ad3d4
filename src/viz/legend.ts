/** What each sign means: the table that the legend shows, and the list of what must be told apart without colour. */
import {
  bars,
  brokenLine,
  cross,
  crown,
  cylinder,
  diamond,
  hexagonPath,
  letterL,
  question,
  refusal,
  ringPath,
  square,
  tick,
  triangle,
} from './glyphs.ts';

/** How a path of a legend sign is painted; each is a class `legend-<paint>` of stage.css. */
export type Paint =
  | 'term'
  | 'strong'
  | 'hollow'
  | 'ink'
  | 'line'
  | 'dashed'
  | 'dotted'
  | 'ghost'
  | 'hatched'
  | 'alarm'
  | 'committed'
  | 'wash'
  | 'accent';

/** A sign in a box of 32 by 32 around 0,0, its paths painted in this order. */
export type Sign = readonly (readonly [paint: Paint, path: string])[];

const disc = ringPath(9);
const ring = ringPath(13);
const round = ringPath(8);

const halfRing = 'M0,-13A13,13 0 0 0 -11,7';
const bar = 'M-11,-7V7';

/** By meaning; the words of a meaning are the caller's, under the same name. */
export const legend = {
  follower: [
    ['term', disc],
    ['line', halfRing],
  ],
  candidate: [
    ['term', hexagonPath(12)],
    ['line', question],
  ],
  preCandidate: [
    ['dashed', hexagonPath(12)],
    ['line', question],
  ],
  learner: [
    ['dotted', ringPath(12)],
    ['line', letterL],
  ],
  outside: [['ghost', ringPath(11)]],
  leader: [
    ['term', disc],
    ['line', ring],
  ],
  staleLeader: [
    ['term', disc],
    ['dashed', ring],
  ],
  crown: [['ink', crown]],
  crashed: [
    ['hatched', ringPath(11)],
    ['alarm', cross],
  ],
  paused: [
    ['term', ringPath(11)],
    ['line', bars],
  ],
  voteGranted: [
    ['strong', square],
    ['line', tick],
  ],
  voteRefused: [
    ['hollow', square],
    ['line', refusal],
  ],
  requestVote: [['strong', square]],
  preVote: [['hollow', square]],
  appendEntries: [
    ['strong', triangle],
    ['strong', bar],
  ],
  heartbeat: [['hollow', triangle]],
  snapshot: [['strong', cylinder]],
  timeoutNow: [['strong', diamond]],
  replyYes: [
    ['hollow', round],
    ['line', tick],
  ],
  replyNo: [
    ['hollow', round],
    ['line', refusal],
  ],
  lost: [['alarm', cross]],
  cutLink: [['alarm', brokenLine]],
} as const satisfies Record<string, Sign>;
