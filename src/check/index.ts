export { type Checks, cloneChecks, look, openChecks, propertyNames } from './checks.ts';
export type { Collision, Violation } from './violation.ts';
