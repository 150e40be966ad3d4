/** A whole number that takes effect on Enter or when the field is left. */
import { type KeyboardEvent, useId, useState } from 'react';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** What to say when the number is none, or outside. */
  readonly trouble: string;
  readonly onChange: (value: number) => void;
}

/** A spinbutton named by its label; what cannot be stays in the field, with a sentence under it. */
export function NumberField({ label, value, min, max, trouble, onChange }: Props) {
  const id = useId();
  // Null: nothing is being typed, and the field shows what holds.
  const [draft, setDraft] = useState<string | null>(null);
  const [isWrong, setIsWrong] = useState(false);
  const apply = (): void => {
    if (draft === null) return;
    const wanted = Number(draft);
    const isRight =
      draft.trim() !== '' && Number.isInteger(wanted) && wanted >= min && wanted <= max;
    setIsWrong(!isRight);
    if (!isRight) return;
    setDraft(null);
    if (wanted !== value) onChange(wanted);
  };
  const press = ({ key }: KeyboardEvent): void => {
    if (key === 'Enter') apply();
    if (key !== 'Escape') return;
    setDraft(null);
    setIsWrong(false);
  };
  return (
    <div className="field number-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        step={1}
        value={draft ?? value}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-trouble` : undefined}
        onChange={({ target }) => setDraft(target.value)}
        onBlur={apply}
        onKeyDown={press}
      />
      {isWrong && (
        <p className="field-trouble" role="alert" id={`${id}-trouble`}>
          {trouble}
        </p>
      )}
    </div>
  );
}
