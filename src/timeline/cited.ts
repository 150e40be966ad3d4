/** Which line of the paper a sentence is about: of the rules an event obeyed, the one that explains it. */
import type { RuleId } from '../raft/index.ts';
import type { TellingId } from './tellingParams.ts';

/** Sentences that are absent here are about no line of Figure 2. */
const lines: Partial<Record<TellingId, RuleId>> = {
  stands: 'Fol2',
  standsAgain: 'Can4',
  grantsVote: 'RV2',
  refusesVoteOldTerm: 'RV1',
  refusesVoteGiven: 'RV2',
  refusesVoteLog: 'RV2',
  countsVote: 'Can2',
  countsRefusal: 'Can2',
  wins: 'Can2',
  stepsDown: 'All2',
  adoptsTerm: 'All2',
  follows: 'Fol1',
  hearsLeader: 'Fol2',
  appends: 'AE4',
  overwrites: 'AE3',
  learnsCommit: 'AE5',
  refusesLeader: 'AE1',
  refusesGap: 'AE2',
  refusesConflict: 'AE2',
  acknowledged: 'Ldr3',
  acknowledgedOldTerm: 'Ldr4',
  acknowledgedKnown: 'Ldr3',
  commits: 'Ldr4',
  stepsBack: 'Ldr3',
  heartbeats: 'Ldr1',
  clientAppended: 'Ldr2',
  clientRetried: 'Ldr2',
  applies: 'All1',
  appliesAndAnswers: 'All1',
};

/** The line to cite with a sentence; null for none. */
export const citedLine = (id: TellingId): RuleId | null => lines[id] ?? null;
