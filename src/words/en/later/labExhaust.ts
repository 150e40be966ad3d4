/** The bench that goes through every schedule of a tiny world. */
import { count } from '../numbers.ts';

export const labExhaust = {
  form: 'How tiny a world',
  bounds: {
    servers: 'Servers',
    terms: 'Terms',
    entries: 'Commands',
    messages: 'Messages in flight, at most',
  },
  faults: {
    losses: 'Messages lost',
    copies: 'Messages that arrive twice',
    crashes: 'Crashes',
  },
  anyNumber: 'any number',
  noop: 'A new leader appends a no-op',
  rulesNote: 'Rules that need time, snapshots, reads or changes of the crew mean nothing here.',
  start: 'Go through all',
  cancel: 'Cancel',
  resume: 'Go on',
  again: 'Go through all anew',
  idle: 'Every order in which timers run out, messages arrive or are lost, and servers crash is tried once; worlds that differ in the names of servers alone count as one. The first world to break a property ends it, by the fewest steps there are.',
  running: 'Going on from world to world …',
  stopped: 'Stopped before the end: nothing is proved yet.',
  holds: (many: number, length: number) =>
    `Every property holds in all ${count(many, 'world', 'worlds')}, up to ${count(length, 'step', 'steps')} from the start.`,
  broken: (property: string, many: number) =>
    `${property} breaks in ${count(many, 'step', 'steps')}, and in no fewer.`,
  progressLabel: 'Worlds gone on from, of those found',
  tallies: {
    worlds: 'distinct worlds',
    depth: 'steps deep',
    frontier: 'still to go on from',
    steps: 'steps tried',
  },
};
