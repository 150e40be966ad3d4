/** The properties that `violations` may name, also those that nobody looks at yet. */
import { propertyNames } from '../check/index.ts';

export const properties: readonly string[] = [
  ...new Set<string>([...propertyNames, 'OneConfigChange', 'ExactlyOnce', 'Linearizability']),
];
