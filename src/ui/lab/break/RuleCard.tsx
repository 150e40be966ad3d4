/** One rule: what it demands and protects, where the paper says so, what one expects without it, and the ways to see. */
import { ArrowLeft } from 'lucide';
import { type Switch, switches } from '../../../raft/index.ts';
import { brokenRules, figure2, lab as said, words } from '../../../words/index.ts';
import { Icon } from '../../controls/Icon.tsx';
import { Toggle } from '../../controls/Toggle.tsx';
import { useLab, useTimeline } from '../../hooks/lab.ts';
import { useIsPhone } from '../../hooks/useMedia.ts';
import { chooseRule } from '../bench.ts';
import { protectedBy } from '../saidOf.ts';
import { Predict } from './Predict.tsx';

interface Props {
  readonly rule: Switch;
}

export function RuleCard({ rule }: Props) {
  const isPhone = useIsPhone();
  return (
    <article className="rule-card" aria-labelledby="rule-title">
      {isPhone && (
        <button type="button" className="link" onClick={() => chooseRule(null)}>
          <Icon of={ArrowLeft} size={16} />
          {said.allRules}
        </button>
      )}
      <h3 id="rule-title">{brokenRules.rules[rule].name}</h3>
      <Facts rule={rule} />
      <Holds rule={rule} />
      <Predict rule={rule} />
    </article>
  );
}

function Facts({ rule }: Props) {
  const { section, rule: line } = switches[rule];
  const property = protectedBy(rule);
  const facts = [
    [said.facts.without, brokenRules.rules[rule].off],
    [
      said.facts.protects,
      `${words.page.propertyNames[property] ?? said.progress}: ${brokenRules.protects[property] ?? ''}`,
    ],
    [said.facts.paper, words.section(section)],
    [
      said.facts.figure,
      line === null ? said.noLine : `${words.citation(line)}: ${figure2.lines[line]}`,
    ],
  ] as const;
  return (
    <dl className="rule-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{said.facts.name}</dt>
        <dd>
          <code>{rule}</code>
        </dd>
      </div>
    </dl>
  );
}

function Holds({ rule }: Props) {
  const { session } = useLab();
  const { rulesOff } = useTimeline().world;
  const others = rulesOff.filter((other) => other !== rule);
  return (
    <Toggle
      label={said.holds}
      isOn={others.length === rulesOff.length}
      onChange={(isOn) => session.setRulesOff(isOn ? others : [...others, rule])}
    />
  );
}
