/** Seed after seed, until one finds something. */
import { trySeed } from '../../../explore/index.ts';
import type { RuleId } from '../../../raft/index.ts';
import { tellEveryMs } from './pace.ts';
import type { Job, Told } from './protocol.ts';
import { shownOf } from './shownOf.ts';

export function searchSeeds(
  { question, next: first }: Extract<Job, { kind: 'search' }>,
  tell: (told: Told) => void,
): void {
  const rules = new Set<RuleId>();
  let sofar = { seeds: 0, schedules: 0, events: 0 };
  let toldAt = performance.now();
  const report = (next: number): void => {
    tell({ kind: 'searched', next, ...sofar, rules: [...rules] });
    sofar = { seeds: 0, schedules: 0, events: 0 };
    toldAt = performance.now();
  };
  const [, stride] = question.shard;
  const [, last] = question.seeds;
  let next = first;
  for (; next <= last; next += stride) {
    const { schedules, events, rules: obeyed, finding } = trySeed(question, next);
    for (const id of obeyed) rules.add(id);
    sofar = {
      seeds: sofar.seeds + 1,
      schedules: sofar.schedules + schedules,
      events: sofar.events + events,
    };
    if (finding !== null) {
      report(next + stride);
      tell({ kind: 'found', shown: shownOf(finding) });
      return;
    }
    if (performance.now() - toldAt > tellEveryMs) report(next + stride);
  }
  report(next);
}
