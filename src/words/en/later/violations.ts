/** A broken property, as the two facts that cannot both be. */

export interface CollisionSaid {
  readonly property: string;
  readonly [field: string]: string | number | null;
}

const held = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? 'nothing' : `“${value}”`;

const sentences: Readonly<Record<string, (facts: CollisionSaid) => string>> = {
  ElectionSafety: ({ term, first, second }) =>
    `Election Safety is broken: ${first} and ${second} were both elected in term ${term}.`,
  LeaderAppendOnly: ({ server, term, index }) =>
    `Leader Append-Only is broken: ${server} leads term ${term}, and its own entry ${index} changed or went.`,
  LogMatching: ({ first, second, index, term }) =>
    `Log Matching is broken: ${first} and ${second} both hold an entry ${index} of term ${term}, and their logs differ up to it.`,
  LeaderCompleteness: ({ index, committedIn, committedBy, leader, leaderTerm }) =>
    `Leader Completeness is broken: ${committedBy} committed entry ${index} in term ${committedIn}, and ${leader} leads term ${leaderTerm} without it.`,
  StateMachineSafety: ({ first, second, index }) =>
    `State Machine Safety is broken: ${first} and ${second} applied different entries at index ${index}.`,
  MonotonicIndexes: ({ server, field, from, to }) =>
    `Monotonic Indexes is broken: ${field} of ${server} fell from ${from} to ${to}.`,
  OneConfigChange: ({ server, pendingIndex, index }) =>
    `One Config Change is broken: ${server} began the change at index ${index} while the one at ${pendingIndex} was not committed.`,
  ExactlyOnce: ({ server, index, client, serial, expected, found }) =>
    `Exactly Once is broken: at index ${index} ${server} applied command ${serial} of ${client} again: the key should hold ${held(expected)}, and holds ${held(found)}.`,
  Linearizability: ({ key, client, server }) =>
    `Linearizability is broken: no order of the commands on ${key} explains what ${server} answered ${client}.`,
};

/** One sentence for a broken property. */
export const violation = (facts: CollisionSaid): string =>
  sentences[facts.property]?.(facts) ?? facts.property;
