/** Stops a programmer's error where it happens; never used for what a person or a file got wrong. */

/** @throws Error when `condition` does not hold. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Quorate stopped itself: ${message}`);
}

/** Marks a branch that the types exclude. @throws Error when it is reached all the same. */
export function unreachable(value: never): never {
  throw new Error(`Quorate stopped itself: unexpected ${JSON.stringify(value)}`);
}
