/**
 * Lists of obeyed rules, each existing once: obeying one more rule follows an edge of a tree that is built as it is
 * walked. So the busiest path of the house allocates nothing, and equal lists are the same object.
 */
import type { Rule, RuleId } from './paper.ts';

export interface RuleList {
  readonly ids: readonly RuleId[];
  /** Its place among all lists as they came to be, for tables; another one whenever the house is started. */
  readonly place: number;
  /** Successors by the order of the rule; filled on first use. */
  readonly next: (RuleList | undefined)[];
}

/** The list that holds nothing. */
export const noRules: RuleList = { ids: [], place: 0, next: [] };
let places = 1;

/** The list with `rule` at its end; unchanged when it is there already. */
export function withRule(list: RuleList, rule: Rule<RuleId>): RuleList {
  const known = list.next[rule.order];
  if (known !== undefined) return known;
  const added = list.ids.includes(rule.id) ? list : newList([...list.ids, rule.id]);
  list.next[rule.order] = added;
  return added;
}

function newList(ids: readonly RuleId[]): RuleList {
  places += 1;
  return { ids, place: places - 1, next: [] };
}
