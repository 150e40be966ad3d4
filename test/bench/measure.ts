/** Measuring side by side: rounds take turns, so that whatever else the machine does falls on all alike. */

const seconds = (): number => Number(process.hrtime.bigint()) / 1e9;

/** Calls `once` for about so many wall seconds; gives the seconds it took. */
export function repeat(forSeconds: number, once: () => void): number {
  const begun = seconds();
  let now = begun;
  while (now - begun < forSeconds) {
    for (let left = 256; left > 0; left -= 1) once();
    now = seconds();
  }
  return now - begun;
}

/** Seconds that `work` takes. */
export function timeOf(work: () => void): number {
  const begun = seconds();
  work();
  return seconds() - begun;
}

/** The value below which this share of the list lies. */
export function quantile(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (list: readonly number[]): number => quantile(list, 0.5);

/** Every work in turn, `rounds` times after a round to warm up; the median of each. */
export function inTurns<Name extends string>(
  works: Readonly<Record<Name, () => number>>,
  rounds: number,
): Record<Name, number> {
  const names = Object.keys(works) as Name[];
  const measured = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    Name,
    number[]
  >;
  for (let round = 0; round <= rounds; round += 1)
    for (const name of names) {
      const value = works[name]();
      if (round > 0) measured[name].push(value);
    }
  return Object.fromEntries(names.map((name) => [name, median(measured[name])])) as Record<
    Name,
    number
  >;
}
