/** Which labels of the panels are terms of the protocol. */
import type { RuleId } from '../../raft/index.ts';
import { type GlossaryTerm, inspector } from '../../words/index.ts';

const { server, progress } = inspector;

const labels: readonly (readonly [label: string, term: GlossaryTerm])[] = [
  [server.currentTerm, 'currentTerm'],
  [server.votedFor, 'votedFor'],
  [server.log, 'log'],
  [server.commitIndex, 'commitIndex'],
  [server.lastApplied, 'lastApplied'],
  [server.timer, 'electionTimeout'],
  [server.heartbeat, 'heartbeat'],
  [server.store, 'stateMachine'],
  [server.snapshot, 'snapshot'],
  [server.lease, 'lease'],
  [server.leading, 'leader'],
  [server.asking, 'candidate'],
  [server.sessions, 'session'],
  [progress.follower, 'follower'],
  [progress.nextIndex, 'nextIndex'],
  [progress.matchIndex, 'matchIndex'],
];

const termOfLabel = new Map(labels);

/** The term that a label of the inspector is; null: it is none. */
export const termOf = (label: string): GlossaryTerm | null => termOfLabel.get(label) ?? null;

/** The term that a box of Figure 2 is about. */
export const termsOfGroups: Readonly<Record<string, GlossaryTerm>> = {
  AllServers: 'server',
  Followers: 'follower',
  Candidates: 'candidate',
  Leaders: 'leader',
  PreVote: 'preVote',
  CheckQuorum: 'checkQuorum',
  InstallSnapshot: 'snapshot',
  Membership: 'jointConsensus',
  Reads: 'readIndex',
};

const termsOfRules: Readonly<Record<string, GlossaryTerm>> = {
  ...{ AE2: 'logMatching', AE3: 'logMatching', AE5: 'commitIndex', RV2: 'upToDate' },
  ...{ All1: 'applied', All2: 'currentTerm', Fol2: 'electionTimeout', Can1: 'candidate' },
  ...{ Can2: 'quorum', Can4: 'splitVote', Ldr1: 'heartbeat', Ldr2: 'commit', Ldr3: 'nextIndex' },
  ...{ Ldr4: 'commit', PV1: 'preVote', PV3: 'preVote', CQ1: 'checkQuorum', RD2: 'readIndex' },
  ...{ RD4: 'lease', IS2: 'snapshot', MC4: 'jointConsensus' },
};

/** The term one has to know to understand a rule; null: none in particular. */
export const termOfRule = (rule: RuleId | null): GlossaryTerm | null =>
  rule === null ? null : (termsOfRules[rule] ?? null);
