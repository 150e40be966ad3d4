/**
 * For each rule that can be switched off, the scenario in which that breaks something. All in one file, fetched when
 * the first is asked for; `test/scenarios/off` holds the same ones, where the contract of scenario files names them.
 */

const texts: Readonly<Record<string, string>> = import.meta.glob('./off/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The scenario of a rule by its name in `rulesOff`; null: there is none. */
export const proofOf = (rule: string): string | null => texts[`./off/${rule}.yaml`] ?? null;
