/** The sentence that says what just happened, the only prose on the page. */
import { words } from '../../words/index.ts';
import { useSession } from '../hooks/lab.ts';

/** What was said last, with the rule it obeyed and when it was. */
export function Narration() {
  const { text, rules, time, seq, isViolation } = useSession(({ narration }) => narration);
  const [rule] = rules;
  return (
    <section className="narration" id="narration" tabIndex={-1}>
      <p
        role="status"
        aria-live={isViolation ? 'assertive' : 'polite'}
        aria-label={words.page.narration}
        className={isViolation ? 'sentence is-violation' : 'sentence'}
      >
        {text}
      </p>
      {seq > 0 && (
        <p className="source">
          {rule !== undefined && <span>{words.citation(rule)} · </span>}
          <time>{words.moment(time)}</time>
        </p>
      )}
    </section>
  );
}
