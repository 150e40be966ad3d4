/**
 * For each rule that can be switched off, the scenario in which that breaks something: all in one file, fetched when the
 * first is asked for. They lie where the contract of scenario files names them, and nowhere else.
 */

const folder = '../../test/scenarios/off/';
const texts: Readonly<Record<string, string>> = import.meta.glob(
  '../../test/scenarios/off/*.yaml',
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);

/** The scenario of a rule by its name in `rulesOff`; null: there is none. */
export const proofOf = (rule: string): string | null => texts[`${folder}${rule}.yaml`] ?? null;
