/** A broken property, as the two facts that cannot both be. */

export interface CollisionSaid {
  readonly property: string;
  readonly [field: string]: string | number;
}

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
};

/** One sentence for a broken property. */
export const violation = (facts: CollisionSaid): string =>
  sentences[facts.property]?.(facts) ?? facts.property;
