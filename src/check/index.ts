export { change, changesIn } from './changes.ts';
export { type Checks, cloneChecks, look, openChecks, propertyNames } from './checks.ts';
export type { Violation } from './violation.ts';
