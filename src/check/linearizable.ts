/** What clients saw can be explained by an order of their operations (Thesis §6.3, Thesis §6.4). */
import { sortedMap } from '../base/index.ts';
import { historyOf } from './histories.ts';
import { isLinearizable } from './linearizability.ts';
import type { AnswerCheck } from './violation.ts';

export const linearizable: AnswerCheck = ({ event, known, world }) => {
  if (known.unexplained === null) return null;
  for (const { what, client, at, operation } of event.clients) {
    const { key } = operation;
    if (what !== 'answered' || sortedMap.get(known.unexplained, key) === undefined) continue;
    const start = sortedMap.get(known.start.expected.data, key) ?? null;
    if (isLinearizable(historyOf(known, world, key), start)) continue;
    return { property: 'Linearizability', key, client, server: at };
  }
  return null;
};
