/** A slider with its label and its value in words; it takes effect when it is let go of. */
import { type RefCallback, useCallback, useId, useRef, useState } from 'react';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly format: (value: number) => string;
  /** False: the value cannot be, and the sentence that says so stands below. */
  readonly onChange: (value: number) => boolean;
  readonly troubleId?: string | undefined;
}

/** A slider named by its label. A command is given at the end of a drag, not at every pixel of it. */
export function RangeField({ label, value, min, max, format, onChange, troubleId }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<number | null>(null);
  const settle = useRef((_: number): void => {});
  settle.current = (wanted) => {
    if (onChange(wanted)) setDraft(null);
  };
  // React's onChange is the browser's `input`; what ends a drag is the browser's own `change`.
  const ref: RefCallback<HTMLInputElement> = useCallback((element) => {
    const end = () => settle.current(Number(element?.value));
    element?.addEventListener('change', end);
    return () => element?.removeEventListener('change', end);
  }, []);
  const shown = draft ?? value;
  return (
    <div className="range-field">
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id} aria-hidden="true">
        {format(shown)}
      </output>
      <input
        ref={ref}
        id={id}
        type="range"
        min={min}
        max={max}
        step={1}
        value={shown}
        aria-valuetext={format(shown)}
        aria-invalid={troubleId !== undefined}
        aria-describedby={troubleId}
        onChange={({ target }) => setDraft(Number(target.value))}
      />
    </div>
  );
}
