/** The sentence that says what just happened, the only prose on the page. */
import { Suspense } from 'react';
import { words } from '../../words/index.ts';
import { useSession } from '../hooks/lab.ts';
import { part } from '../parts.ts';
import { WhyButton } from '../why/WhyButton.tsx';

const LastQuorum = part(() => import('../soon.ts').then((loaded) => loaded.LastQuorum));

/** Letters from which a sentence is set smaller, so that the room kept for it is enough. */
const long = 150;

/** What was said last, with the rule it obeyed and when it was. */
export function Narration() {
  const { text, rule, time, seq, isViolation } = useSession(({ narration }) => narration);
  const classes = ['sentence'];
  if (isViolation) classes.push('is-violation');
  if (text.length > long) classes.push('is-long');
  return (
    <section className="narration" id="narration" tabIndex={-1}>
      <p
        role="status"
        aria-live={isViolation ? 'assertive' : 'polite'}
        aria-label={words.page.narration}
        className={classes.join(' ')}
      >
        {text}
      </p>
      {seq > 0 && (
        <p className="source">
          {rule !== null && <span>{words.citation(rule)} · </span>}
          <time>{words.moment(time)}</time>{' '}
          <WhyButton subject={{ kind: 'event', seq }} about={text} />
          <Suspense>
            <LastQuorum />
          </Suspense>
        </p>
      )}
    </section>
  );
}
