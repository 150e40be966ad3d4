/** The way to an answer, from whatever raises the question. */
import type { Subject } from '../../timeline/index.ts';
import { words } from '../../words/index.ts';
import { useLab } from '../hooks/lab.ts';

interface Props {
  readonly subject: Subject;
  readonly isWhyNot?: boolean;
  /** What it is about, for whoever does not see where it stands. */
  readonly about: string;
}

/** `Why?`; opens the panel. */
export function WhyButton({ subject, isWhyNot = false, about }: Props) {
  const { view } = useLab();
  const { why } = words.page;
  return (
    <button
      type="button"
      className="link why-button"
      aria-label={`${why} ${about}`}
      onClick={() => view.ask(subject, isWhyNot)}
    >
      {why}
    </button>
  );
}
