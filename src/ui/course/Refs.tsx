/** The sections that words speak of; Figure 2 opens beside the run. */
import { useLab } from '../hooks/lab.ts';

const figure2 = /^Fig(?:\.|ure) 2$/;

export function Refs({ refs }: { readonly refs: readonly string[] }) {
  const { view } = useLab();
  if (refs.length === 0) return null;
  return (
    <span className="lesson-refs">
      {refs.map((ref) =>
        figure2.test(ref) ? (
          <button key={ref} type="button" className="link" onClick={() => view.open('figure2')}>
            {ref}
          </button>
        ) : (
          <span key={ref}>{ref}</span>
        ),
      )}
    </span>
  );
}
