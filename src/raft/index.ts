export type { Clock } from './clock.ts';
export {
  type Configuration,
  isLearner,
  isVoter,
  latestConfiguration,
  members,
  nobody,
  votersOnly,
} from './configuration.ts';
export { hasToApply } from './handlers/applyCommitted.ts';
export type { Command, Entry, Log, Operation, Payload } from './log.ts';
export * as log from './log.ts';
export {
  type AppendEntriesRequest,
  type AppendEntriesResponse,
  type InstallSnapshotRequest,
  type InstallSnapshotResponse,
  isResponse,
  type Message,
  type MessageType,
  type PreVoteRequest,
  type RequestVoteRequest,
  type RequestVoteResponse,
} from './messages.ts';
export {
  type Property,
  type RuleId,
  ruleIds,
  rules,
  type Switch,
  switches,
  switchNames,
} from './paper.ts';
export { freshProgress } from './progress.ts';
export { majority, voteOutcome } from './quorum.ts';
export { leaseEnd } from './reads.ts';
export { noRules, type RuleList } from './ruleList.ts';
export {
  boot,
  type Candidate,
  copyOf,
  type Durable,
  type Leader,
  matchIndexOf,
  type PreCandidate,
  type Progress,
  type Role,
  type Server,
} from './server.ts';
export {
  type Backtracking,
  defaultSettings,
  type Membership,
  obeying,
  type Reads,
  type Settings,
} from './settings.ts';
export type { Snapshot, SnapshotData } from './snapshot.ts';
export { type Input, step } from './step.ts';
export type { Effect } from './transition.ts';
export { mayStand } from './voting.ts';
