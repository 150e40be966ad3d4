/** One place in one log: the entry, and what stands at its edge. */
import { memo, useState } from 'react';
import type { Entry, Payload } from '../../raft/index.ts';
import { termLook } from '../../viz/index.ts';
import { words } from '../../words/index.ts';
import { useLab } from '../hooks/lab.ts';

/** What stands at the edge of an index. */
export interface Edge {
  readonly isFence: boolean;
  readonly isApplied: boolean;
  readonly isMatch: boolean;
  readonly isNext: boolean;
}

interface Props extends Edge {
  readonly index: number;
  readonly server: number;
  readonly entry: Entry | null;
  readonly short: string;
  readonly long: string;
  readonly isCommitted: boolean;
  readonly isConflict: boolean;
  /** False: a crash now would lose it. */
  readonly isDurable: boolean;
  /** Whether somebody has just seen it come. */
  readonly isNew: boolean;
}

/** The cell at an index; empty where the log does not reach. */
export const LogCell = memo(function LogCell(props: Props) {
  const { entry, index, isCommitted } = props;
  return (
    <td data-index={index}>
      {entry !== null && <Box {...props} entry={entry} />}
      {entry !== null && !isCommitted && <WhyCell {...props} />}
      <EdgeMarks {...props} isApplied={props.isApplied && entry !== null} />
    </td>
  );
});

/** Fence, applied, known to match, next to send. */
export function EdgeMarks({ isFence, isApplied, isMatch, isNext }: Edge) {
  const { logs } = words;
  return (
    <>
      {isFence && <span className="fence" />}
      {isApplied && <span className="applied" />}
      {isMatch && (
        <span className="match-mark">
          <span className="hidden">{logs.cell.match}</span>
        </span>
      )}
      {isNext && (
        <span className="next-mark">
          <span className="hidden">{logs.cell.next}</span>
        </span>
      )}
    </>
  );
}

type BoxProps = Pick<Props, 'short' | 'long' | 'isCommitted' | 'isConflict' | 'isDurable'> & {
  readonly entry: Entry;
  readonly isNew?: boolean;
};

/** From so many letters on, a text is set smaller. */
const long = 7;

/** An entry: its term, what it holds, and in words what its frame says. */
export function Box(props: BoxProps) {
  const { entry, isCommitted, isConflict, isDurable } = props;
  const { cell } = words.logs;
  const isLong = props.short.length >= long;
  // It is new but once; what was begun then is not broken off.
  const [isNew] = useState(props.isNew === true);
  const classes = ['entry', termLook(entry.term).className];
  if (isCommitted) classes.push('is-committed');
  if (isConflict) classes.push('is-conflict');
  if (!isDurable) classes.push('is-written');
  if (isLong) classes.push('is-long');
  if (isNew) classes.push('is-new');
  // One text for who hears it: a log shows a hundred entries, and each element more in them is felt when it is opened.
  const what = entry.payload.type === 'config' ? `${props.short} ${props.long},` : props.short;
  const state = [isCommitted ? cell.committed : cell.uncommitted];
  if (isConflict) state.push(cell.conflict);
  if (!isDurable) state.push(cell.written);
  return (
    <span className={classes.join(' ')}>
      <span className="entry-term" aria-hidden="true">
        {entry.term}
      </span>
      <code aria-hidden="true" title={props.long}>
        {props.short}
      </code>
      <span className="hidden">{`${cell.term} ${entry.term} ${what} ${state.join(', ')}`}</span>
    </span>
  );
}

/** An entry that is not committed raises a question: the whole cell asks it. */
function WhyCell({ server, index }: Pick<Props, 'server' | 'index'>) {
  const { view } = useLab();
  return (
    <button
      type="button"
      className="why-cell"
      aria-label={words.logs.cell.why(index)}
      onClick={() => view.ask({ kind: 'entry', server, index }, true)}
    />
  );
}

/** What an entry holds, where the log around it is not known. */
export function commandOf(payload: Payload): string {
  if (payload.type === 'noop') return words.logs.noop;
  if (payload.type === 'config') return words.logs.config;
  return words.commandShort(payload.command.operation);
}
