/** One answer: what is so, the line it rests on, what made it so, and what would have made it otherwise. */
import { useState } from 'react';
import {
  type Answer,
  annalOf,
  annalsOf,
  type Cause,
  hasAnnal,
  type Otherwise,
  type Timeline,
  tryOtherwise,
} from '../../timeline/index.ts';
import { whyPanel as said, whyCited, words } from '../../words/index.ts';
import { termOfRule } from '../glossary/labels.ts';
import { Term } from '../glossary/Term.tsx';
import { type Lab, useLab, useSession } from '../hooks/lab.ts';
import { homeOf, isOn, isThere, lastShared, type Trial } from './home.ts';
import { saidText } from './texts.ts';

/** So many causes are read at once; the others on demand. */
const shown = 3;

interface Props {
  readonly answer: Answer;
  readonly timeline: Timeline;
}

export function AnswerView({ answer, timeline }: Props) {
  const { session } = useLab();
  // Undoing, and going to another branch, leave the panel as it is.
  useSession(({ version }) => version);
  const [home] = useState(() => homeOf(timeline));
  const [trial, setTrial] = useState<Trial | null>(null);
  const isTried = trial !== null && isOn(trial, timeline);
  const { what, rule, section, causes, otherwise, none, asked } = answer;
  // On another branch only what lies before they part happened as it is told here.
  const known = lastShared(home, timeline);
  const isHere = known >= asked.seq;
  const isBackPossible = !isTried && (isHere || isThere(home, timeline));
  const props = { timeline, known };
  const term = termOfRule(rule);
  return (
    <>
      <p className="why-what" role="status">
        {saidText(what)}
      </p>
      <p className="source">
        <span className="why-rule">{whyCited(rule, section)}</span>
        {term !== null && <Term term={term} />}
        {!isBackPossible ? (
          <time>{said.asked(words.moment(asked.time))}</time>
        ) : (
          <button
            type="button"
            className="link"
            title={said.back}
            onClick={() => session.goTo(asked, isHere ? timeline.tree.current : home.branch)}
          >
            {said.asked(words.moment(asked.time))}
          </button>
        )}
      </p>
      {causes.length > 0 && <h3>{said.because}</h3>}
      <Causes causes={causes.slice(0, shown)} {...props} />
      {causes.length > shown && (
        <details>
          <summary>{said.more(causes.length - shown)}</summary>
          <Causes causes={causes.slice(shown)} {...props} />
        </details>
      )}
      <h3>{said.otherwise}</h3>
      {none !== null && <p className="hint">{saidText(none)}</p>}
      {otherwise !== null && (
        <Tried
          otherwise={otherwise}
          trial={isTried ? trial : null}
          isHere={isHere}
          onTry={setTrial}
        />
      )}
    </>
  );
}

interface CausesProps {
  readonly causes: readonly Cause[];
  readonly timeline: Timeline;
  /** The last event that is there to go to. */
  readonly known: number;
}

function Causes({ causes, timeline, known }: CausesProps) {
  return (
    <ul className="why-causes">
      {causes.map((cause) => {
        const text = saidText(cause.said);
        const isShown =
          cause.seq !== null && cause.seq <= known && hasAnnal(annalsOf(timeline), cause.seq);
        return (
          <li key={text}>
            {text}
            {isShown && cause.seq !== null && (
              <Link seq={cause.seq} text={text} timeline={timeline} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface LinkProps {
  readonly seq: number;
  readonly text: string;
  readonly timeline: Timeline;
}

function Link({ seq, text, timeline }: LinkProps) {
  const { session } = useLab();
  const moment = words.moment(annalOf(annalsOf(timeline), seq).time);
  return (
    <button
      type="button"
      className="link"
      aria-label={said.goTo(moment, text)}
      onClick={() => session.seekSeq(seq)}
    >
      {moment}
    </button>
  );
}

interface TriedProps {
  readonly otherwise: Otherwise;
  /** Null: one is not on its branch. */
  readonly trial: Trial | null;
  /** Whether it can be tried where one is. */
  readonly isHere: boolean;
  readonly onTry: (trial: Trial) => void;
}

function Tried({ otherwise, trial, isHere, onTry }: TriedProps) {
  const { session } = useLab();
  const { at, until } = otherwise;
  const name = saidText(otherwise.said);
  const tryIt = (): void => {
    const { done } = session.store.getState().timeline;
    const acts = done.length;
    session.alter((timeline) => tryOtherwise(timeline, otherwise, name));
    onTry({ branch: session.store.getState().timeline.tree.current, name, acts });
  };
  return (
    <section className="why-otherwise">
      <p>{said.sentence(name, saidText(otherwise.effect))}</p>
      {trial !== null && (
        <>
          <p className="hint" role="status">
            {said.tried(name)}
          </p>
          <button type="button" onClick={() => takeBack(session, trial)}>
            {said.takeBack}
          </button>
        </>
      )}
      {trial === null && isHere && (
        <>
          <button type="button" onClick={tryIt}>
            {said.tryIt}
          </button>
          <p className="hint">{said.willBranch(words.moment(at.time), until - at.time)}</p>
        </>
      )}
      {trial === null && !isHere && <p className="hint">{said.elsewhere}</p>}
    </section>
  );
}

/** With the trial goes what was done on it since. */
function takeBack({ store, undo }: Lab['session'], { acts }: Trial): void {
  while (store.getState().timeline.done.length > acts) undo();
}
