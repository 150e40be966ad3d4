export {
  answered,
  apply,
  emptyMachine,
  type Machine,
  type Outcome,
  readFrom,
  type Session,
} from './machine.ts';
