/** Why, and why not: answers computed from a run. */
import type { Seq } from '../../base/index.ts';
import { rules } from '../../raft/index.ts';
import { hasAnnal } from '../annalsRead.ts';
import { annalsOf } from '../annalsWrite.ts';
import type { Timeline } from '../timeline.ts';
import type { Answer, Cause } from './answer.ts';
import { type Case, say } from './draft.ts';
import { firstProven } from './otherwise.ts';
import type { Of, Question, QuestionKind } from './question.ts';
import { whyClientWaits } from './questions/clientWaits.ts';
import { whyCommitted } from './questions/committed.ts';
import { whyDoesNotStand } from './questions/doesNotStand.ts';
import { whyEvent } from './questions/event.ts';
import { whyNoElection } from './questions/noElection.ts';
import { whyNotCommitted } from './questions/notCommitted.ts';
import { whyNotCounted } from './questions/notCounted.ts';
import { whyNotLeader } from './questions/notLeader.ts';
import { whyOverwritten } from './questions/overwritten.ts';
import { whyReadWaits } from './questions/readWaits.ts';
import { whyRefused } from './questions/refused.ts';
import { whyRole } from './questions/role.ts';
import { whyVoteGranted } from './questions/voteGranted.ts';
import { whyVoteRefused } from './questions/voteRefused.ts';
import { sceneOf } from './scene.ts';

export { isWhyNot, questionKey } from './question.ts';
export { questionsAt } from './questionsAt.ts';

/** Who answers which question. */
const questions: { readonly [Kind in QuestionKind]: Case<Of<Kind>> } = {
  role: whyRole,
  notLeader: whyNotLeader,
  doesNotStand: whyDoesNotStand,
  noElection: whyNoElection,
  notCounted: whyNotCounted,
  committed: whyCommitted,
  notCommitted: whyNotCommitted,
  clientWaits: whyClientWaits,
  readWaits: whyReadWaits,
  voteGranted: whyVoteGranted,
  voteRefused: whyVoteRefused,
  overwritten: whyOverwritten,
  refused: whyRefused,
  event: whyEvent,
};

/** What stands in the way of several at once is said once. */
const distinct = (causes: readonly Cause[]): readonly Cause[] => [
  ...new Map(causes.map((one) => [JSON.stringify(one), one])).values(),
];

const hasHappened = (timeline: Timeline, seq: Seq): boolean =>
  hasAnnal(annalsOf(timeline), seq) && seq <= timeline.world.seq;

/**
 * The answer to a question at the cursor, or about an event before it; null where what it asks about is not so. The
 * counterfactual in it has been tried in a world of its own: it does change the outcome.
 */
export function answer(timeline: Timeline, question: Question): Answer | null {
  // An event that is not on this branch, or not yet, has no reason.
  if ('seq' in question && !hasHappened(timeline, question.seq)) return null;
  const scene = sceneOf(timeline);
  const draft = (questions[question.kind] as Case<Question>)(scene, question);
  if (draft === null) return null;
  const { what, rule, causes, effect, proposals = [] } = draft;
  const section = draft.section ?? (rule === null ? '5' : rules[rule].section);
  const otherwise = effect === undefined ? null : firstProven(scene, effect, proposals);
  const none = otherwise === null ? (draft.none ?? say('noneFound', {})) : null;
  return {
    question,
    asked: scene.asked,
    what,
    rule,
    section,
    causes: distinct(causes),
    otherwise,
    none,
  };
}
