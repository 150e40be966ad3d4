/** What a snapshot has replaced, as one block up to its last index. */
import type { CSSProperties } from 'react';
import { termLook } from '../../viz/index.ts';
import { words } from '../../words/index.ts';
import { type Edge, EdgeMarks } from './LogCell.tsx';

interface Props {
  readonly lastIndex: number;
  readonly lastTerm: number;
  /** Columns of the window that it fills. */
  readonly span: number;
  /** At which of these columns something stands at the edge, and what. */
  readonly edges: readonly (Edge & { readonly place: number })[];
}

/** Columns from which there is room for more words. */
const roomy = 3;

/** `snapshot through 5, term 2`. */
export function SnapshotCell({ lastIndex, lastTerm, span, edges }: Props) {
  const { snapshot } = words.logs;
  const whole = snapshot.whole(lastIndex, lastTerm);
  return (
    <td colSpan={span}>
      <span className={`entry is-committed snapshot ${termLook(lastTerm).className}`} title={whole}>
        <span className="entry-term" aria-hidden="true">
          {lastTerm}
        </span>
        <code aria-hidden="true">
          {span >= roomy
            ? snapshot.long(lastIndex)
            : span === 1
              ? snapshot.short(lastIndex)
              : snapshot.middle(lastIndex)}
        </code>
        <span className="hidden">{whole}</span>
      </span>
      {edges.map(({ place, ...edge }) => (
        <span key={place} className="in-block" style={{ '--place': place } as CSSProperties}>
          <EdgeMarks {...edge} />
        </span>
      ))}
    </td>
  );
}
