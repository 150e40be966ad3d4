/** A choice of one among a few: the browser's own, with its label. */
import { useId } from 'react';

interface Option {
  readonly value: string;
  readonly text: string;
}

interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
  /** The label before the choice rather than above it. */
  readonly isInline?: boolean;
}

/** A combobox named by its label. */
export function Choice({ label, value, options, onChange, isInline = false }: Props) {
  const id = useId();
  return (
    <span className={isInline ? 'field is-inline' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </span>
  );
}
