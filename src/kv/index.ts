export { answered, apply, emptyMachine, type Machine, readFrom } from './machine.ts';
export type { Expiry, Outcome, Session } from './sessions.ts';
