/** What lies outside the window of the logs, and the way there. */
import { words } from '../../words/index.ts';
import type { Columns } from './rows.ts';
import '../styles/logsLater.css';

interface Props {
  readonly columns: Columns;
  /** Null: follow the end. */
  readonly onFrom: (from: number | null) => void;
}

/** `… 12 earlier` and `3 later …`; nothing while everything fits. */
export function LogWindow({ columns, onFrom }: Props) {
  const { from, indexes, last } = columns;
  const earlier = from - 1;
  const later = Math.max(0, last - (from + indexes.length - 1));
  if (earlier === 0 && later === 0) return null;
  const shift = Math.max(1, indexes.length - 1);
  return (
    <p className="log-window">
      {earlier > 0 && (
        <button type="button" className="link" onClick={() => onFrom(Math.max(1, from - shift))}>
          {words.logs.earlier(earlier)}
        </button>
      )}
      {later > 0 && (
        <button
          type="button"
          className="link"
          onClick={() => onFrom(later <= shift ? null : from + shift)}
        >
          {words.logs.later(later)}
        </button>
      )}
    </p>
  );
}
