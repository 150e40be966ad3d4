export { advance, advanceTo, isUnsettled } from './advance.ts';
export { alignedOptions, isAligned, spreadOptions } from './aligning.ts';
export {
  type Answer,
  type Client,
  type Completed,
  clientOf,
  isRedirect,
  type Pending,
} from './clients.ts';
export { leaseLeft } from './clocks.ts';
export { type Command, execute, type Refusal } from './commands.ts';
export type { CrewChange } from './crew.ts';
export { durableOf } from './disk.ts';
export type { Envelope } from './envelope.ts';
export type { ClientNews, Event, EventKind } from './event.ts';
export type { Lost } from './faults/crash.ts';
export { bothWays, type Link, linksBetween } from './faults/cut.ts';
export { grainMs, roundMs } from './grain.ts';
export {
  type LinkOptions,
  linkKey,
  linkOf,
  type Options,
  optionsWith,
  type Profile,
  paperOptions,
  profiles,
  type ServerOptions,
} from './options.ts';
export { placeOf } from './placeOf.ts';
export { type InitialServer, mostServers, plainSetup, type Setup } from './setup.ts';
export { commandJudge, isSetup } from './sound.ts';
export {
  type Condition,
  cloneWorld,
  conditionOf,
  inFlight,
  isCut,
  leaderOf,
  serverAt,
  type World,
  worldOf,
} from './world.ts';
