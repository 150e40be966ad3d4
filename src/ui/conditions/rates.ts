/** The rates a clock can be given: finely around the true one, where leases live. */
export const rates: readonly number[] = [0.25, 0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 4];

/** The place of the rate nearest to `rate`. */
export const placeOfRate = (rate: number): number =>
  rates.reduce(
    (best, other, place) =>
      Math.abs(other - rate) < Math.abs((rates[best] as number) - rate) ? place : best,
    0,
  );
