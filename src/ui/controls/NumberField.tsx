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
  const isRight = (text: string): boolean => {
    const wanted = Number(text);
    return text.trim() !== '' && Number.isInteger(wanted) && wanted >= min && wanted <= max;
  };
  const apply = (): void => {
    if (draft === null) return;
    setIsWrong(!isRight(draft));
    if (!isRight(draft)) return;
    setDraft(null);
    if (Number(draft) !== value) onChange(Number(draft));
  };
  const type = (text: string): void => {
    setDraft(text);
    // Gone while one types, and not when the field is left: what moves up then is missed by the press that left it.
    if (isRight(text)) setIsWrong(false);
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
        onChange={({ target }) => type(target.value)}
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
