/**
 * The paper as data: the lines of Figure 2, the properties of Figure 3, and the switches that break a rule on
 * purpose. An id here is the citation in a comment, the mark a test asserts, and the line that lights up on screen.
 */

/** Figure 3 of the paper, and what else is checked after every event. */
export type Property =
  | 'ElectionSafety'
  | 'LeaderAppendOnly'
  | 'LogMatching'
  | 'LeaderCompleteness'
  | 'StateMachineSafety'
  | 'MonotonicIndexes'
  | 'OneConfigChange'
  | 'ExactlyOnce'
  | 'Linearizability';

export type RuleGroup =
  | 'AppendEntries'
  | 'RequestVote'
  | 'AllServers'
  | 'Followers'
  | 'Candidates'
  | 'Leaders'
  | 'PreVote'
  | 'CheckQuorum'
  | 'LeadershipTransfer'
  | 'InstallSnapshot'
  | 'Membership'
  | 'Reads'
  | 'Disk';

export interface Rule<Id extends string = string> {
  readonly id: Id;
  /** Place in the catalogue, from 0. */
  readonly order: number;
  readonly group: RuleGroup;
  /** Section of the extended paper, or of the dissertation where it begins with `Thesis`. */
  readonly section: string;
  /** What breaks without it; null where only progress depends on it. */
  readonly protects: Property | null;
}

const lines = [
  ['AE1', 'AppendEntries', '5.1', 'ElectionSafety'],
  ['AE2', 'AppendEntries', '5.3', 'LogMatching'],
  ['AE3', 'AppendEntries', '5.3', 'LogMatching'],
  ['AE4', 'AppendEntries', '5.3', 'LogMatching'],
  ['AE5', 'AppendEntries', '5.3', 'StateMachineSafety'],
  ['RV1', 'RequestVote', '5.1', 'ElectionSafety'],
  ['RV2', 'RequestVote', '5.4', 'LeaderCompleteness'],
  ['All1', 'AllServers', '5.3', 'StateMachineSafety'],
  ['All2', 'AllServers', '5.1', 'ElectionSafety'],
  ['Fol1', 'Followers', '5.2', null],
  ['Fol2', 'Followers', '5.2', null],
  ['Can1', 'Candidates', '5.2', 'ElectionSafety'],
  ['Can2', 'Candidates', '5.2', 'ElectionSafety'],
  ['Can3', 'Candidates', '5.2', null],
  ['Can4', 'Candidates', '5.2', null],
  ['Ldr1', 'Leaders', '5.2', null],
  ['Ldr2', 'Leaders', '5.3', 'LeaderAppendOnly'],
  ['Ldr3', 'Leaders', '5.3', 'LogMatching'],
  ['Ldr4', 'Leaders', '5.3', 'LeaderCompleteness'],
  ['PV1', 'PreVote', 'Thesis 9.6', null],
  ['PV2', 'PreVote', 'Thesis 9.6', null],
  ['PV3', 'PreVote', 'Thesis 9.6', null],
  ['CQ1', 'CheckQuorum', 'Thesis 6.2', null],
  ['LT1', 'LeadershipTransfer', 'Thesis 3.10', null],
  ['LT2', 'LeadershipTransfer', 'Thesis 3.10', 'LeaderCompleteness'],
  ['LT3', 'LeadershipTransfer', 'Thesis 3.10', null],
  ['LT4', 'LeadershipTransfer', 'Thesis 3.10', null],
  ['IS1', 'InstallSnapshot', '7', 'ElectionSafety'],
  ['IS2', 'InstallSnapshot', '7', 'StateMachineSafety'],
  ['IS3', 'InstallSnapshot', '7', 'LeaderCompleteness'],
  ['IS4', 'InstallSnapshot', '7', 'StateMachineSafety'],
  ['IS5', 'InstallSnapshot', '7', 'StateMachineSafety'],
  ['IS6', 'InstallSnapshot', '7', null],
  ['MC1', 'Membership', '6', null],
  ['MC2', 'Membership', '6', 'ElectionSafety'],
  ['MC3', 'Membership', 'Thesis 4.1', 'LeaderCompleteness'],
  ['MC4', 'Membership', '6', 'ElectionSafety'],
  ['MC5', 'Membership', '6', null],
  ['MC6', 'Membership', '6', null],
  ['MC7', 'Membership', 'Thesis 4.2.3', null],
  ['RD1', 'Reads', 'Thesis 6.4', 'Linearizability'],
  ['RD2', 'Reads', 'Thesis 6.4', 'Linearizability'],
  ['RD3', 'Reads', 'Thesis 6.4', 'Linearizability'],
  ['RD4', 'Reads', 'Thesis 6.4.1', 'Linearizability'],
  ['DK1', 'Disk', 'Thesis 10.2.1', 'LeaderCompleteness'],
] as const satisfies readonly (readonly [string, RuleGroup, string, Property | null])[];

export type RuleId = (typeof lines)[number][0];

/** Every rule by its id. */
export const rules = Object.fromEntries(
  lines.map(([id, group, section, protects], order) => [
    id,
    { id, order, group, section, protects },
  ]),
) as unknown as { readonly [Id in RuleId]: Rule<Id> };

/** The ids in the order of Figure 2. */
export const ruleIds: readonly RuleId[] = lines.map(([id]) => id);

export interface SwitchFacts {
  readonly rule: RuleId | null;
  readonly section: string;
  readonly protects: Property | null;
}

/** What `rulesOff` may name: the line it belongs to, where to read about it, and what it protects. */
export const switches = {
  'vote.upToDate': { rule: 'RV2', section: '5.4.1', protects: 'LeaderCompleteness' },
  'vote.onePerTerm': { rule: 'RV2', section: '5.2', protects: 'ElectionSafety' },
  'persist.votedFor': { rule: null, section: '5.2', protects: 'ElectionSafety' },
  'persist.currentTerm': { rule: null, section: '5.1', protects: 'ElectionSafety' },
  'persist.log': { rule: null, section: '5.3', protects: 'LeaderCompleteness' },
  'commit.currentTerm': { rule: 'Ldr4', section: '5.4.2', protects: 'LeaderCompleteness' },
  'append.consistencyCheck': { rule: 'AE2', section: '5.3', protects: 'LogMatching' },
  'append.truncateOnlyOnConflict': { rule: 'AE3', section: '5.3', protects: 'LeaderCompleteness' },
  'append.commitBound': { rule: 'AE5', section: '5.3', protects: 'StateMachineSafety' },
  'reply.sameTerm': { rule: 'All2', section: '5.1', protects: 'ElectionSafety' },
  'term.adoptHigher': { rule: 'All2', section: '5.1', protects: 'LeaderCompleteness' },
  'leader.appendOnly': { rule: 'Ldr2', section: '5.3', protects: 'LeaderAppendOnly' },
  'commit.majorityOfAll': { rule: 'Ldr4', section: '5.3', protects: 'LeaderCompleteness' },
  'config.joint': { rule: 'MC4', section: '6', protects: 'ElectionSafety' },
  'config.ownTermFirst': { rule: 'MC3', section: 'Thesis 4.1', protects: 'LeaderCompleteness' },
  'snapshot.ignoreOlder': { rule: 'IS2', section: '7', protects: 'StateMachineSafety' },
  'read.confirmLeadership': { rule: 'RD2', section: 'Thesis 6.4', protects: 'Linearizability' },
  'session.deduplicate': { rule: null, section: '8', protects: 'ExactlyOnce' },
  'term.stepDownOnReply': { rule: 'All2', section: '5.1', protects: null },
  'timeout.randomized': { rule: 'Fol2', section: '5.2', protects: null },
  'timeout.resetOnlyWhenDue': { rule: 'Fol2', section: '5.2', protects: null },
  'candidate.retry': { rule: 'Can4', section: '5.2', protects: null },
} as const satisfies Record<string, SwitchFacts>;

export type Switch = keyof typeof switches;
export const switchNames = Object.keys(switches) as Switch[];
