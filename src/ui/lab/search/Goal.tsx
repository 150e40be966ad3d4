/** What ends a search: something that must not be, or a state that somebody describes. */
import { useId } from 'react';
import { labSearch as said } from '../../../words/index.ts';
import { Choice } from '../../controls/Choice.tsx';

export interface GoalText {
  readonly isOwn: boolean;
  readonly text: string;
  readonly trouble: string | null;
}

interface Props {
  readonly goal: GoalText;
  readonly onChange: (goal: GoalText) => void;
}

export function Goal({ goal, onChange }: Props) {
  const id = useId();
  const { isOwn, text, trouble } = goal;
  return (
    <div className="fields">
      <Choice
        label={said.goal}
        value={isOwn ? 'state' : 'violation'}
        options={(['violation', 'state'] as const).map((value) => ({
          value,
          text: said.goals[value],
        }))}
        onChange={(value) => onChange({ ...goal, isOwn: value === 'state', trouble: null })}
      />
      {isOwn && (
        <span className="field goal-text">
          <label htmlFor={id}>{said.state}</label>
          <input
            id={id}
            type="text"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={text}
            aria-invalid={trouble !== null}
            aria-describedby={`${id}-hint${trouble === null ? '' : ` ${id}-trouble`}`}
            onChange={({ target }) => onChange({ ...goal, text: target.value, trouble: null })}
          />
          <small id={`${id}-hint`}>{said.stateHint}</small>
          {trouble !== null && (
            <p className="field-trouble" role="alert" id={`${id}-trouble`}>
              {trouble}
            </p>
          )}
        </span>
      )}
    </div>
  );
}
