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
import { useLab } from '../hooks/lab.ts';
import { saidText } from './texts.ts';

/** So many causes are read at once; the others on demand. */
const shown = 3;

interface Props {
  readonly answer: Answer;
  readonly timeline: Timeline;
}

export function AnswerView({ answer, timeline }: Props) {
  const { session } = useLab();
  const [isTried, setTried] = useState(false);
  const { what, rule, section, causes, otherwise, none, asked } = answer;
  // On the branch of the trial only what lies before it happened as it is told here.
  const known = isTried && otherwise !== null ? otherwise.at.seq : Infinity;
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
        {isTried ? (
          <time>{said.asked(words.moment(asked.time))}</time>
        ) : (
          <button
            type="button"
            className="link"
            title={said.back}
            onClick={() => session.goTo(asked, timeline.tree.current)}
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
      {otherwise !== null && <Trial otherwise={otherwise} isTried={isTried} onTry={setTried} />}
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
        const isThere =
          cause.seq !== null && cause.seq <= known && hasAnnal(annalsOf(timeline), cause.seq);
        return (
          <li key={text}>
            {text}
            {isThere && cause.seq !== null && (
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

interface TrialProps {
  readonly otherwise: Otherwise;
  readonly isTried: boolean;
  readonly onTry: (isTried: boolean) => void;
}

function Trial({ otherwise, isTried, onTry }: TrialProps) {
  const { session } = useLab();
  const { at, until } = otherwise;
  const name = saidText(otherwise.said);
  return (
    <section className="why-otherwise">
      <p>{said.sentence(name, saidText(otherwise.effect))}</p>
      {isTried ? (
        <>
          <p className="hint" role="status">
            {said.tried(name)}
          </p>
          <button
            type="button"
            onClick={() => {
              session.undo();
              onTry(false);
            }}
          >
            {said.takeBack}
          </button>
        </>
      ) : (
        <>
          <button
            type="button"
            onClick={() => {
              session.alter((timeline) => tryOtherwise(timeline, otherwise, name));
              onTry(true);
            }}
          >
            {said.tryIt}
          </button>
          <p className="hint">{said.willBranch(words.moment(at.time), until - at.time)}</p>
        </>
      )}
    </section>
  );
}
