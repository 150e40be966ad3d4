/** What clients saw can be explained by an order of their operations (dissertation §6.3, §6.4). */
import { answeredKeys, valuesNow } from './histories.ts';
import type { Check } from './violation.ts';

export const linearizable: Check = ({ event, facts, world }) => {
  for (const key of answeredKeys(event)) {
    const answer = event.clients.find(
      ({ what, operation }) => what === 'answered' && operation.key === key,
    );
    if (answer === undefined || valuesNow(facts, world, key).length > 0) continue;
    return { property: 'Linearizability', key, client: answer.client, server: answer.at };
  }
  return null;
};
