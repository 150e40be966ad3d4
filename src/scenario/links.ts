/** Links between servers, by name: `S1>S2` goes one way, `S1-S2` both. */

export interface NamedLink {
  readonly from: string;
  readonly to: string;
  readonly bothWays: boolean;
}

/** The two servers of a link; null where it names none. Names may hold the signs themselves. */
export function splitLink(key: string, names: readonly string[]): NamedLink | null {
  for (let place = 1; place < key.length; place += 1) {
    const sign = key[place];
    if (sign !== '-' && sign !== '>') continue;
    const [from, to] = [key.slice(0, place), key.slice(place + 1)];
    if (from !== to && names.includes(from) && names.includes(to))
      return { from, to, bothWays: sign === '-' };
  }
  return null;
}
