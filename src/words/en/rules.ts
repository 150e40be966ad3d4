/** How a line of Figure 2 is cited, by its id. */

const groups: Readonly<Record<string, string>> = {
  AE: 'AppendEntries',
  RV: 'RequestVote',
  All: 'All servers',
  Fol: 'Followers',
  Can: 'Candidates',
  Ldr: 'Leaders',
};

/** `Figure 2, Leaders · rule 4` for `Ldr4`. */
export function citation(id: string): string {
  const [, group = '', number = ''] = /^([A-Za-z]+)(\d+)$/.exec(id) ?? [];
  return `Figure 2, ${groups[group] ?? group} · rule ${number}`;
}
