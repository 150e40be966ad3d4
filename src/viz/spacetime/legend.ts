/** What each sign of the space-time diagram means: its part of the table that the help shows. */
import {
  bars,
  brokenLine,
  cross,
  crown,
  play,
  ringPath,
  sliders,
  tick,
  turnedBack,
  warning,
  wholeLine,
} from '../glyphs.ts';
import type { Sign } from '../legend.ts';
import { clock } from './signs.ts';

/** A stretch of a lane, in the box of a sign. */
const band = 'M-15,-6H15V6H-15Z';
const slant = 'M-12,-10L8,6';
const head = 'M13,11L-1,8L7,-2Z';
const point = ringPath(4);
const across = 'M-15,0H15';
const box = 'M-3,-3H3V3H-3Z';

/** By meaning; the words of a meaning are the caller's, under the same name. */
export const diagramLegend = {
  lane: [['term', band]],
  laneLeader: [
    ['term', band],
    ['line', band],
  ],
  laneCandidate: [
    ['term', band],
    ['dashed', band],
  ],
  laneDown: [['ink', band]],
  lanePaused: [
    ['term', band],
    ['line', 'M-11,5L-6,-5M-3,5L2,-5M5,5L10,-5'],
  ],
  laneAway: [
    ['term', band],
    ['line', 'M-14,-7V-10H14V-7M-14,7V10H14V7'],
  ],
  laneClient: [['line', across]],
  election: [['wash', 'M-10,-15H10V15H-10Z']],
  askVote: [
    ['line', slant],
    ['strong', 'M2,1H12V11H2Z'],
  ],
  bringEntries: [
    ['line', slant],
    ['strong', head],
  ],
  beat: [
    ['line', slant],
    ['hollow', head],
  ],
  answer: [
    ['line', slant],
    ['hollow', 'M13,7A5,5 0 1 1 3,7A5,5 0 1 1 13,7Z'],
  ],
  lostLine: [
    ['dashed', slant],
    ['alarm', 'M3,1L13,11M3,11L13,1'],
  ],
  onItsWay: [
    ['line', 'M-12,-10L-2,-2'],
    ['dotted', 'M-2,-2L12,9'],
    ['ink', 'M1,-2A3,3 0 1 1 -5,-2A3,3 0 1 1 1,-2Z'],
  ],
  handle: [['hollow', ringPath(6)]],
  timeout: [['line', clock]],
  vote: [['line', tick]],
  elected: [['ink', crown]],
  append: [['line', 'M0,-7V7M1,-7V7']],
  fence: [['committed', 'M0,-10V10']],
  apply: [['ink', point]],
  plain: [['ink', ringPath(2)]],
  crash: [['alarm', cross]],
  restart: [['line', turnedBack]],
  pause: [['line', bars]],
  resume: [['ink', play]],
  fold: [
    ['line', 'M-15,-6V6M15,-6V6M-15,0H-8M9,0H15'],
    ['line', 'M-6,-3L0,3M-6,3L0,-3M4,-3V3'],
  ],
  cut: [['alarm', brokenLine]],
  heal: [['line', wholeLine]],
  conditions: [['line', sliders]],
  violation: [['alarm', warning]],
  playhead: [
    ['accent', 'M0,-8V15'],
    ['accent', 'M4,-10A4,4 0 1 1 -4,-10A4,4 0 1 1 4,-10Z'],
  ],
  ahead: [
    ['term', 'M-15,-6H0V6H-15Z'],
    ['wash', 'M0,-6H15V6H0Z'],
  ],
  chosen: [
    ['line', ringPath(9)],
    ['ink', box],
  ],
  told: [
    ['dotted', ringPath(9)],
    ['ink', box],
  ],
} as const satisfies Record<string, Sign>;
