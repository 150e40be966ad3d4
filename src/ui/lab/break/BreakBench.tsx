/** Break Raft: the rules by what they protect, and the card of the one that is looked at. */
import { type Switch, switchNames } from '../../../raft/index.ts';
import { brokenRules, lab as said, words } from '../../../words/index.ts';
import { useTimeline } from '../../hooks/lab.ts';
import { useIsPhone } from '../../hooks/useMedia.ts';
import { chooseRule, useBench } from '../bench.ts';
import { protectedBy } from '../saidOf.ts';
import { RuleCard } from './RuleCard.tsx';

/** What rules protect, in the order of Figure 3; a group without a rule is none. */
const groups = Object.keys(brokenRules.protects).flatMap((property) => {
  const rules = switchNames.filter((rule) => protectedBy(rule) === property);
  return rules.length === 0 ? [] : [{ property, rules }];
});
const firstRule = groups[0]?.rules[0] as Switch;

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
      {groups.map(({ property, rules }) => (
        <section key={property}>
          <h3>{words.page.propertyNames[property] ?? said.progress}</h3>
          <ul>
            {rules.map((rule) => (
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
