/** The settings of a run, and what is wrong with a value that cannot be. */
import { duration, percent } from '../numbers.ts';

export const settings = {
  cluster: 'Cluster',
  timing: 'Timing',
  network: 'Network',
  variants: 'Variants',
  servers: 'Servers',
  seed: 'Seed',
  newRun: 'Servers and seed begin a new run; all else changes the run in hand.',
  heartbeat: 'Heartbeat interval',
  electionMin: 'Election timeout minimum',
  electionMax: 'Election timeout maximum',
  latencyMin: 'Latency minimum',
  latencyMax: 'Latency maximum',
  loss: 'Message loss',
  duplication: 'Message duplication',
  backtracking: 'Backtracking',
  backtrackings: {
    decrement: 'One entry at a time',
    binarySearch: 'Binary search',
    conflictTerm: 'Conflicting term',
  },
  noop: 'A new leader appends a no-op',
  paper: 'Values of the paper',
  ms: duration,
  share: percent,
  electionUpsideDown: (min: number, max: number) =>
    `The election timeout would run from ${duration(min)} to ${duration(max)}: its minimum must not exceed its maximum.`,
  latencyUpsideDown: (min: number, max: number) =>
    `The latency would run from ${duration(min)} to ${duration(max)}: its minimum must not exceed its maximum.`,
  serversOutside: 'A cluster has 1 to 9 servers, as a whole number.',
  seedOutside: 'A seed is a whole number from 0 to 4294967295.',
};
