/** Break Raft: the rules by what they are about, and the card of the one that is looked at. */
import type { Switch } from '../../../raft/index.ts';
import { brokenRules, lab as said, words } from '../../../words/index.ts';
import { useTimeline } from '../../hooks/lab.ts';
import { useIsPhone } from '../../hooks/useMedia.ts';
import { chooseRule, useBench } from '../bench.ts';
import { type About, abouts } from './abouts.ts';
import { RuleCard } from './RuleCard.tsx';

const groups = Object.keys(abouts) as About[];
const [firstRule] = abouts.votes;

/** List and card side by side; on a phone, one after the other. */
export function BreakBench() {
  const isPhone = useIsPhone();
  const chosen = useBench(({ rule }) => rule);
  const rule = isPhone ? chosen : (chosen ?? firstRule);
  return (
    <div className="break-bench">
      {(!isPhone || rule === null) && <RuleList current={rule} />}
      {rule !== null && <RuleCard key={rule} rule={rule} />}
    </div>
  );
}

function RuleList({ current }: { readonly current: Switch | null }) {
  return (
    <nav className="rule-list" aria-label={said.rulesLabel}>
      {groups.map((about) => (
        <section key={about}>
          <h3>{said.abouts[about]}</h3>
          <ul>
            {abouts[about].map((rule) => (
              <li key={rule}>
                <RuleButton rule={rule} isCurrent={rule === current} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function RuleButton({ rule, isCurrent }: { readonly rule: Switch; readonly isCurrent: boolean }) {
  const isOff = useTimeline().world.rulesOff.includes(rule);
  return (
    <button
      type="button"
      className="rule-button"
      aria-current={isCurrent ? 'true' : undefined}
      onClick={() => chooseRule(rule)}
    >
      <Mark rule={rule} />
      <span>{brokenRules.rules[rule].name}</span>
      {isOff && <small className="rules-off">{said.off}</small>}
    </button>
  );
}

/** Whether its proof was seen, and had been predicted. */
function Mark({ rule }: { readonly rule: Switch }) {
  const predicted = useBench((state) => state.said[rule]);
  const found = useBench((state) => state.found[rule]);
  if (found === undefined) return <span className="rule-mark" />;
  const isRight = predicted === found;
  return (
    <span
      role="img"
      className={`rule-mark ${isRight ? 'is-right' : 'is-wrong'}`}
      aria-label={isRight ? said.right : said.wrong}
    >
      {isRight ? words.page.properties.holdMark : words.page.properties.brokenMark}
    </span>
  );
}
