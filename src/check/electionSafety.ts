/** Election Safety: at most one leader can be elected in a given term (Figure 3, §5.2). */
import { sortedMap } from '../base/index.ts';
import { hasTakenOffice } from './office.ts';
import type { Check } from './violation.ts';

export const electionSafety: Check = ({ before, after, facts }) => {
  if (!hasTakenOffice(before, after)) return null;
  const first = sortedMap.get(facts.leaders, String(after.currentTerm));
  if (first === undefined || first === after.id) return null;
  return { property: 'ElectionSafety', term: after.currentTerm, first, second: after.id };
};
