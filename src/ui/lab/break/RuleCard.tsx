/** One rule: what it demands, where the paper says so, what one expects without it, and the ways to see. */
import { ArrowLeft } from 'lucide';
import { type ReactNode, useEffect, useState } from 'react';
import { loadProofs } from '../../../lessons/index.ts';
import { type Switch, switches } from '../../../raft/index.ts';
import { brokenRules, figure2, lab as said, words } from '../../../words/index.ts';
import { Icon } from '../../controls/Icon.tsx';
import { Toggle } from '../../controls/Toggle.tsx';
import { useLab, useTimeline } from '../../hooks/lab.ts';
import { useIsPhone } from '../../hooks/useMedia.ts';
import { chooseRule, useIsTold } from '../bench.ts';
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
  const isTold = useIsTold(rule);
  return (
    <dl className="rule-facts">
      <Fact name={said.facts.without}>{brokenRules.rules[rule].off}</Fact>
      <Fact name={said.facts.paper}>{words.section(section)}</Fact>
      <Fact name={said.facts.figure}>
        {line === null ? said.noLine : `${words.citation(line)}: ${figure2.lines[line]}`}
      </Fact>
      <Fact name={said.facts.name}>
        <code>{rule}</code>
      </Fact>
      {isTold && <Told rule={rule} />}
    </dl>
  );
}

interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
}

function Fact({ name, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What would answer the question, and so comes after it. */
function Told({ rule }: Props) {
  const property = protectedBy(rule);
  const name = words.page.propertyNames[property] ?? said.progress;
  const title = useTitle(rule);
  return (
    <>
      <Fact name={said.facts.protects}>
        {said.protects(name, brokenRules.protects[property] ?? '')}
      </Fact>
      {title !== '' && <Fact name={said.facts.scenario}>{title}</Fact>}
    </>
  );
}

/** What the scenario that proves the rule is called. */
function useTitle(rule: Switch): string {
  const [title, setTitle] = useState('');
  useEffect(() => {
    loadProofs().then(
      ({ proofOf }) => setTitle(/^title: "?(.*?)"?$/m.exec(proofOf(rule) ?? '')?.[1] ?? ''),
      () => {},
    );
  }, [rule]);
  return title;
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
