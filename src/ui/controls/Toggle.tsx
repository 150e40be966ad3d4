/** Something that is on or off: the browser's own checkbox, as a switch. */
interface Props {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** A few quiet words after the label. */
  readonly note?: string;
}

/** A switch named by its label. */
export function Toggle({ label, isOn, onChange, note }: Props) {
  return (
    <label className="switch">
      <input
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        checked={isOn}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span>
        {label}
        {note !== undefined && <small> {note}</small>}
      </span>
    </label>
  );
}
