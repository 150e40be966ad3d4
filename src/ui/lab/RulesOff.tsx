/** Which rules are off, behind one line that says so. */
import { type Switch, switchNames } from '../../raft/index.ts';
import { brokenRules, labSearch as said, words } from '../../words/index.ts';

interface Props {
  readonly rulesOff: readonly Switch[];
  /** Whether a rule means anything here; all do where nothing is said. */
  readonly isOffered?: (rule: Switch) => boolean;
  readonly onChange: (rulesOff: readonly Switch[]) => void;
}

export function RulesOff({ rulesOff, isOffered = () => true, onChange }: Props) {
  const names = rulesOff.length === 0 ? said.noneOff : words.list(rulesOff);
  return (
    <details className="rules-choice">
      <summary>
        <span>{said.rulesOff}</span> <code>{names}</code>
      </summary>
      <ul>
        {switchNames.filter(isOffered).map((rule) => (
          <li key={rule}>
            <label>
              <input
                type="checkbox"
                checked={rulesOff.includes(rule)}
                onChange={({ target }) =>
                  onChange(
                    switchNames.filter((one) =>
                      one === rule ? target.checked : rulesOff.includes(one),
                    ),
                  )
                }
              />
              <span>{brokenRules.rules[rule].name}</span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
