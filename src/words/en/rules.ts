/** How a line of Figure 2 is cited, by its id. */

const groups: Readonly<Record<string, string>> = {
  AE: 'AppendEntries',
  RV: 'RequestVote',
  All: 'All servers',
  Fol: 'Followers',
  Can: 'Candidates',
  Ldr: 'Leaders',
};

const extensions: Readonly<Record<string, string>> = {
  PV: 'Dissertation §9.6, PreVote',
  CQ: 'Dissertation §6.2, CheckQuorum',
  LT: 'Dissertation §3.10, leadership transfer',
  IS: 'Paper §7, snapshots',
  MC: 'Paper §6, membership',
  RD: 'Dissertation §6.4, reads',
  DK: 'Dissertation §10.2.1, the disk',
};

/** A section of the paper: `§5.4.2`; of the dissertation with its name before it. */
export const section = (id: string): string =>
  id.startsWith('Thesis ') ? `Diss. §${id.slice('Thesis '.length)}` : `§${id}`;

/** `Figure 2, Leaders · rule 4` for `Ldr4`; the extensions are cited by section. */
export function citation(id: string): string {
  const [, group = '', number = ''] = /^([A-Za-z]+)(\d+)$/.exec(id) ?? [];
  if (group in extensions) return `${extensions[group]} · rule ${number}`;
  return `Figure 2, ${groups[group] ?? group} · rule ${number}`;
}
