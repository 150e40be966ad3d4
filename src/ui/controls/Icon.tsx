/** An icon of the library, drawn by a component of ours: its own would weigh as much as all the icons together. */
import type { IconNode } from 'lucide';

interface Props {
  readonly of: IconNode;
  /** Width and height, px where text has its usual size: it grows with it. */
  readonly size?: number;
  readonly isFilled?: boolean;
}

/** Says nothing to a screen reader: what it stands on has a name. */
export function Icon({ of, size = 18, isFilled = false }: Props) {
  const length = `${size / 16}rem`;
  return (
    <svg
      aria-hidden="true"
      width={length}
      height={length}
      viewBox="0 0 24 24"
      fill={isFilled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {of.map(([Shape, attributes]) => (
        <Shape key={JSON.stringify(attributes)} {...(attributes as object)} />
      ))}
    </svg>
  );
}
