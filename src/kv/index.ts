export {
  answered,
  apply,
  emptyMachine,
  type Machine,
  type Outcome,
} from './machine.ts';
