/** A label, as a term that explains itself where it is one. */
import { termOf } from './labels.ts';
import { Term } from './Term.tsx';

export function Labelled({ label }: { readonly label: string }) {
  const term = termOf(label);
  return term === null ? label : <Term term={term}>{label}</Term>;
}
