export {
  type Applied,
  answered,
  apply,
  emptyMachine,
  type Machine,
  type Outcome,
  type Session,
} from './machine.ts';
