/** The settings of a run, and what is wrong with a value that cannot be. */
import { duration, percent } from '../numbers.ts';

export const settings = {
  cluster: 'Cluster',
  servers: 'Servers',
  seed: 'Seed',
  newRun: 'Servers and seed begin a new run; all else changes the run in hand.',
  copyRun: 'Copy this run',
  breakRaft: 'Break Raft: rules on and off…',
  ms: duration,
  share: percent,
  electionUpsideDown: (min: number, max: number) =>
    `The election timeout would run from ${duration(min)} to ${duration(max)}: its minimum must not exceed its maximum.`,
  latencyUpsideDown: (min: number, max: number) =>
    `The latency would run from ${duration(min)} to ${duration(max)}: its minimum must not exceed its maximum.`,
  size: (servers: number) => `A run of ${servers} servers`,
  serversOutside: 'A cluster has 1 to 101 servers, as a whole number.',
  seedOutside: 'A seed is a whole number from 0 to 4294967295.',
};
