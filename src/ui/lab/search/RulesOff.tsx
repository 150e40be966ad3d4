/** Which rules are off, behind one line that says so. */
import { type Switch, switchNames } from '../../../raft/index.ts';
import { brokenRules, labSearch as said, words } from '../../../words/index.ts';

interface Props {
  readonly rulesOff: readonly Switch[];
  readonly onChange: (rulesOff: readonly Switch[]) => void;
}

export function RulesOff({ rulesOff, onChange }: Props) {
  const names = rulesOff.length === 0 ? said.noneOff : words.list(rulesOff);
  return (
    <details className="rules-choice">
      <summary>
        <span>{said.rulesOff}</span> <code>{names}</code>
      </summary>
      <ul>
        {switchNames.map((rule) => (
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
