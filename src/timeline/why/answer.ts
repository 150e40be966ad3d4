/** What an answer is: data alone. The sentences are made in `words`. */
import type { Seq, VirtualMs } from '../../base/index.ts';
import type { RuleId } from '../../raft/index.ts';
import type { Command } from '../../sim/index.ts';
import type { Moment } from '../run.ts';
import type { Question } from './question.ts';
import type { WhyId, WhyParams } from './whyParams.ts';

export type Said = {
  [Id in WhyId]: { readonly id: Id; readonly params: WhyParams[Id] };
}[WhyId];

/** One fact among those that made it so, and the event it became a fact by; null: it was so from the start. */
export interface Cause {
  readonly said: Said;
  readonly seq: Seq | null;
}

/** A command and when to give it. */
export interface Act {
  readonly time: VirtualMs;
  readonly command: Command;
}

/** One thing that, had it been otherwise, would have changed what was asked about; it has been tried. */
export interface Otherwise {
  /** What would have been otherwise, and what would have come of it. */
  readonly said: Said;
  readonly effect: Said;
  readonly at: Moment;
  readonly acts: readonly Act[];
  /** When the change shows. */
  readonly until: VirtualMs;
}

export interface Answer {
  readonly question: Question;
  /** When it was asked. */
  readonly asked: Moment;
  readonly what: Said;
  /** The line it rests on; null where only a section says it. */
  readonly rule: RuleId | null;
  readonly section: string;
  /** The first failing condition first. */
  readonly causes: readonly Cause[];
  readonly otherwise: Otherwise | null;
  /** Why nothing would have changed it; null where `otherwise` would have. */
  readonly none: Said | null;
}
