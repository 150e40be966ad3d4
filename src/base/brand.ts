/**
 * Names for the numbers that travel through the house. A flavoured number accepts a plain literal but refuses
 * another flavour, so a Term is never passed where a LogIndex is meant, and arithmetic stays ordinary.
 */
export type Flavor<T, Name extends string> = T & { readonly __flavor?: Name };

/** Position of a server in `names`; servers are shown by name, never by this number. */
export type ServerId = Flavor<number, 'ServerId'>;
/** Logical clock of Raft; 0 before the first election. */
export type Term = Flavor<number, 'Term'>;
/** Position in a log, from 1; 0 means "before the log". */
export type LogIndex = Flavor<number, 'LogIndex'>;
/** Virtual milliseconds since the start of the run, in steps of 0.001. */
export type VirtualMs = Flavor<number, 'VirtualMs'>;
/** Identity of one message on the bus, from 1 in the order of sending. */
export type MessageId = Flavor<number, 'MessageId'>;
/** Number of an event in its run, from 1, in causal order. */
export type Seq = Flavor<number, 'Seq'>;
/** Where all the chance of a run comes from: a 32-bit integer. */
export type Seed = Flavor<number, 'Seed'>;
