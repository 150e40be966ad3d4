export {
  type Configuration,
  configurationIn,
  members,
  votersOnly,
} from './configuration.ts';
export { freshProgress } from './election.ts';
export { hasToApply } from './handlers/applyCommitted.ts';
export type { Command, Entry, Log, Operation, Payload } from './log.ts';
export * as log from './log.ts';
export {
  type AppendEntriesRequest,
  type AppendEntriesResponse,
  isResponse,
  type Message,
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
export { majority, voteOutcome } from './quorum.ts';
export { noRules, type RuleList } from './ruleList.ts';
export {
  boot,
  type Candidate,
  type Durable,
  type Leader,
  matchIndexOf,
  type Progress,
  type Role,
  type Server,
} from './server.ts';
export { type Backtracking, defaultSettings, obeying, type Settings } from './settings.ts';
export { type Input, step } from './step.ts';
