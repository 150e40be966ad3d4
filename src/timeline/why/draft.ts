/** What a question's file hands over: an answer whose counterfactual is still to be tried. */
import type { Seq } from '../../base/index.ts';
import type { RuleId } from '../../raft/index.ts';
import type { Cause, Said } from './answer.ts';
import type { Proposal } from './otherwise.ts';
import type { Scene } from './scene.ts';
import type { WhyId, WhyParams } from './whyParams.ts';

export interface Draft {
  readonly what: Said;
  readonly rule: RuleId | null;
  /** Absent: the rule's own. */
  readonly section?: string;
  readonly causes: readonly Cause[];
  /** What each proposal leads to; absent where nothing is proposed. */
  readonly effect?: Said;
  /** The nearest first; each is worked out only where the ones before it failed. */
  readonly proposals?: Iterable<Proposal | null>;
  /** Why nothing changes it, where no proposal does; absent: all that was tried failed. */
  readonly none?: Said;
}

/** One way a question can turn out; null: it is not that way. */
export type Case<Asked> = (scene: Scene, asked: Asked) => Draft | null;

/** The first case that applies. */
export function firstCase<Asked>(
  cases: readonly Case<Asked>[],
  scene: Scene,
  asked: Asked,
): Draft | null {
  for (const one of cases) {
    const draft = one(scene, asked);
    if (draft !== null) return draft;
  }
  return null;
}

export const say = <Id extends WhyId>(id: Id, params: WhyParams[Id]): Said =>
  ({ id, params }) as Said;

export const cause = <Id extends WhyId>(id: Id, params: WhyParams[Id], seq: Seq | null): Cause => ({
  said: say(id, params),
  seq,
});

/** That a server holds an entry, and by which event it came; null: it was there from the start. */
export const held = (
  id: 'holdsLast' | 'cameBy',
  params: WhyParams['holdsLast'],
  seq: Seq | null,
): Cause => cause(seq === null ? 'heldFromStart' : id, params, seq);
