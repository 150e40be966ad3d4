/** Every rule that can be switched off on purpose, by the property it protects. */
import { type Property, type Switch, switches, switchNames } from '../../raft/index.ts';
import { brokenRules, words } from '../../words/index.ts';
import { useLab, useTimeline } from '../hooks/lab.ts';
import { protectedBy } from '../lab/saidOf.ts';
import { GroupHead } from './GroupHead.tsx';
import '../styles/panels.css';

/** What rules protect, in the order of Figure 3; last those on which only progress depends. */
const groups = (Object.keys(brokenRules.protects) as (Property | 'none')[]).filter((property) =>
  switchNames.some((name) => protectedBy(name) === property),
);

/** A switch a rule, on while the rule holds. */
export function Rules() {
  const { session } = useLab();
  const { rulesOff } = useTimeline().world;
  return (
    <div className="conditions rules">
      <p className="hint">{brokenRules.hint}</p>
      {rulesOff.length > 0 && (
        <p className="verbs">
          <button type="button" onClick={() => session.setRulesOff([])}>
            {brokenRules.reset}
          </button>
          <span className="rules-off">{brokenRules.off(rulesOff.length)}</span>
        </p>
      )}
      {groups.map((property) => (
        <fieldset key={property} className="option-group">
          <legend>
            <GroupHead {...headOf(property)} />
          </legend>
          {switchNames
            .filter((name) => protectedBy(name) === property)
            .map((name) => (
              <RuleSwitch key={name} name={name} rulesOff={rulesOff} />
            ))}
        </fieldset>
      ))}
    </div>
  );
}

const headOf = (property: Property | 'none') => ({
  name: words.page.propertyNames[property] ?? brokenRules.liveness,
  purpose: brokenRules.protects[property] ?? '',
});

interface RuleProps {
  readonly name: Switch;
  readonly rulesOff: readonly Switch[];
}

function RuleSwitch({ name, rulesOff }: RuleProps) {
  const { session } = useLab();
  const isOn = !rulesOff.includes(name);
  const said = brokenRules.rules[name];
  const set = (wanted: boolean): void =>
    session.setRulesOff(wanted ? rulesOff.filter((other) => other !== name) : [...rulesOff, name]);
  return (
    <div className={isOn ? 'option' : 'option is-off'}>
      <label className="switch">
        <input
          type="checkbox"
          role="switch"
          aria-checked={isOn}
          aria-describedby={`rule-${name}`}
          checked={isOn}
          onChange={({ target }) => set(target.checked)}
        />
        <span>{said.name}</span>
      </label>
      <p className="hint" id={`rule-${name}`}>
        {brokenRules.without(said.off)} <code>{name}</code>{' '}
        <span className="section-sign">{sectionOf(name)}</span>
      </p>
    </div>
  );
}

const sectionOf = (name: Switch): string => words.section(switches[name].section);
