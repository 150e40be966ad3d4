/** The history of each key, as far back as some order of it is still open. */
import { sortedMap, type VirtualMs } from '../base/index.ts';
import type { Event, World } from '../sim/index.ts';
import type { Facts } from './facts.ts';
import { type Observed, possibleValues } from './linearizability.ts';
import type { Value } from './model.ts';

/** At `since` nothing was under way on the key, and it held one of `values`. */
export interface KeyHistory {
  readonly since: VirtualMs;
  readonly values: readonly Value[];
}

/** Keys whose operations were answered in this event. */
export const answeredKeys = ({ clients }: Event): readonly string[] =>
  clients.filter(({ what }) => what === 'answered').map(({ operation }) => operation.key);

/** The values a key may hold now, given all answers; none: no order explains them. */
export function valuesNow(facts: Facts, world: World, key: string): readonly Value[] {
  const { since, values } = historyOf(facts, key);
  return possibleValues(observedSince(facts, world, key, since), values);
}

function historyOf({ histories, start }: Facts, key: string): KeyHistory {
  const known = sortedMap.get(histories, key);
  return known ?? { since: -1, values: [sortedMap.get(start.expected.data, key) ?? null] };
}

function observedSince(
  facts: Facts,
  world: World,
  key: string,
  since: VirtualMs,
): readonly Observed[] {
  const observed: Observed[] = [];
  for (const { completed, pending } of world.clients) {
    for (let place = completed.length - 1; place >= 0; place -= 1) {
      const done = completed.buffer[place] as (typeof completed.buffer)[number];
      if (done.call <= since) break;
      if (done.operation.key !== key) continue;
      observed.push({
        operation: done.operation,
        call: done.call,
        return: done.return,
        told: done.outcome,
      });
    }
    if (pending !== null && pending.operation.key === key)
      observed.push(unanswered(pending.operation, pending.calledAt));
  }
  for (const operation of facts.start.open)
    if (operation.key === key) observed.push(unanswered(operation, 0));
  return observed;
}

const unanswered = (operation: Observed['operation'], call: VirtualMs): Observed => ({
  operation,
  call,
  return: Infinity,
  told: null,
});

/** The facts after answers: where nothing is under way on a key, its history begins anew. */
export function noteAnswers(facts: Facts, world: World, event: Event): Facts {
  let { histories } = facts;
  for (const key of answeredKeys(event)) {
    const isQuiet = world.clients.every(({ pending }) => pending?.operation.key !== key);
    if (!isQuiet || facts.start.open.some((operation) => operation.key === key)) continue;
    const values = valuesNow(facts, world, key);
    if (values.length > 0) histories = sortedMap.set(histories, key, { since: event.time, values });
  }
  return histories === facts.histories ? facts : { ...facts, histories };
}
