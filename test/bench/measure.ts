/** Measuring side by side: rounds take turns, so that whatever else the machine does falls on all alike. */

/** Processor time of this process so far, all its threads together: what others take away does not count. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Calls `once` for about so many processor seconds; gives the seconds it took. */
export function repeat(forSeconds: number, once: () => void): number {
  const begun = processorSeconds();
  let now = begun;
  while (now - begun < forSeconds) {
    // Asking for the time takes as long as several events of the yardstick.
    for (let left = 1024; left > 0; left -= 1) once();
    now = processorSeconds();
  }
  return now - begun;
}

/** Processor seconds that `work` takes. */
export function costOf(work: () => void): number {
  const begun = processorSeconds();
  work();
  return processorSeconds() - begun;
}

/** Wall seconds that `work` takes. */
export function timeOf(work: () => void): number {
  const begun = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - begun) / 1e9;
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
