/** Every rule that can be switched off on purpose, with what it protects. */
import { type Switch, switches, switchNames } from '../../raft/index.ts';
import { brokenRules } from '../../words/index.ts';
import { Toggle } from '../controls/Toggle.tsx';
import { useLab, useTimeline } from '../hooks/lab.ts';

/** A switch a rule, on while the rule holds. */
export function Rules() {
  const { session } = useLab();
  const { rulesOff } = useTimeline().world;
  const without = (name: Switch): readonly Switch[] => rulesOff.filter((other) => other !== name);
  return (
    <details className="rules" open={rulesOff.length > 0}>
      <summary>{brokenRules.legend}</summary>
      <p className="hint">{brokenRules.hint}</p>
      {switchNames.map((name) => {
        const { protects } = switches[name];
        return (
          <Toggle
            key={name}
            label={brokenRules.names[name]}
            note={protects === null ? brokenRules.none : brokenRules.protects(protects)}
            isOn={!rulesOff.includes(name)}
            onChange={(isOn) => session.setRulesOff(isOn ? without(name) : [...rulesOff, name])}
          />
        );
      })}
      <button type="button" className="quiet" onClick={() => session.setRulesOff([])}>
        {brokenRules.reset}
      </button>
    </details>
  );
}
