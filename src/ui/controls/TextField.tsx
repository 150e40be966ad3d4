/** A line of text with its label, and a link to what is wrong with it. */
import { useId } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The element that says what is wrong; null: nothing is. */
  readonly troubleId: string | null;
  /** For whoever wants to bring the focus here. */
  readonly id?: string;
}

/** A text box named by its label. */
export function TextField({ label, value, onChange, troubleId, id }: Props) {
  const own = useId();
  return (
    <span className="field">
      <label htmlFor={id ?? own}>{label}</label>
      <input
        id={id ?? own}
        type="text"
        size={7}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={value}
        aria-invalid={troubleId !== null}
        aria-describedby={troubleId ?? undefined}
        onChange={({ target }) => onChange(target.value)}
      />
    </span>
  );
}
