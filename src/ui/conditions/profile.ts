/** Which named set of values a run has. */
import { type Options, type Profile, profiles } from '../../sim/index.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The profile whose values these are, all of them; `own`: none. */
export function profileOf(options: Options): Profile | 'own' {
  const names = Object.keys(profiles) as Profile[];
  const keys = Object.keys(options) as (keyof Options)[];
  return (
    names.find((name) => keys.every((key) => same(profiles[name][key], options[key]))) ?? 'own'
  );
}
