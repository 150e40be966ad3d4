/** The cross by which something is closed, dismissed or forgotten. */
import { X } from 'lucide';
import { Icon } from './Icon.tsx';

interface Props {
  /** What a press does: `Close`, `Dismiss`. */
  readonly label: string;
  readonly onPress: () => void;
  readonly size?: number;
}

/** A button named by its label. */
export function Cross({ label, onPress, size = 16 }: Props) {
  return (
    <button type="button" className="icon" aria-label={label} onClick={onPress}>
      <Icon of={X} size={size} />
    </button>
  );
}
