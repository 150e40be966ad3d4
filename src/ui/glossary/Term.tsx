/** A term of the protocol as a button: a press says what it means, beside it. */
import { type ReactNode, type ToggleEvent, useId, useState } from 'react';
import { type GlossaryTerm, glossary, glossaryPlaces, words } from '../../words/index.ts';
import '../styles/glossary.css';

interface Props {
  readonly term: GlossaryTerm;
  /** What stands there; the term itself where nothing is given. */
  readonly children?: ReactNode;
}

const gap = 4;

/** The browser's own popover: the keyboard opens it and Escape closes it, and nothing has to be fetched for it. */
export function Term({ term, children }: Props) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="term-button"
        id={`${id}-term`}
        popoverTarget={id}
        onKeyDown={(event) => {
          // Escape closes the definition alone, and not the panel it is read in.
          if (isOpen && event.key === 'Escape') event.stopPropagation();
        }}
        title={glossary.about(glossary.terms[term])}
      >
        {children ?? glossary.terms[term]}
      </button>
      <span
        id={id}
        popover="auto"
        className="definition"
        onBeforeToggle={({ newState }: ToggleEvent) => setOpen(newState === 'open')}
        onToggle={({ newState, currentTarget }: ToggleEvent<HTMLElement>) => {
          if (newState === 'open')
            placeBeside(currentTarget, document.getElementById(`${id}-term`));
        }}
      >
        {isOpen && <Definition term={term} />}
      </span>
    </>
  );
}

/** The term, what it means, and where to read on. */
export function Definition({ term }: { readonly term: GlossaryTerm }) {
  return (
    <>
      <dfn>{glossary.terms[term]}</dfn> <span>{glossary.meanings[term]}</span>{' '}
      <small>{words.section(glossaryPlaces[term])}</small>
    </>
  );
}

/** Below the term, or above it where there is no room; within the page. */
function placeBeside(popover: HTMLElement, button: HTMLElement | null): void {
  if (button === null) return;
  const at = button.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const below = at.bottom + gap;
  const top = below + height > innerHeight ? Math.max(gap, at.top - gap - height) : below;
  const left = Math.max(gap, Math.min(at.left, innerWidth - gap - width));
  popover.style.setProperty('top', `${top}px`);
  popover.style.setProperty('left', `${left}px`);
}
