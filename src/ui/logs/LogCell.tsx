/** One place in one log: the entry, and what stands at its edge. */
import { memo } from 'react';
import type { Entry, Payload } from '../../raft/index.ts';
import { termLook } from '../../viz/index.ts';
import { words } from '../../words/index.ts';
import { useLab } from '../hooks/lab.ts';

interface Props {
  readonly index: number;
  readonly server: number;
  readonly entry: Entry | null;
  /** Where a snapshot stands in place of entries. */
  readonly snapshot: 'end' | 'under' | null;
  readonly isCommitted: boolean;
  readonly isConflict: boolean;
  readonly isFence: boolean;
  readonly isApplied: boolean;
  readonly isMatch: boolean;
  readonly isNext: boolean;
}

/** The cell at an index; empty where the log does not reach. */
export const LogCell = memo(function LogCell(props: Props) {
  const { entry, snapshot, isCommitted, isFence, isApplied, isMatch, isNext } = props;
  const { logs } = words;
  return (
    <td>
      {entry !== null && <Box {...props} entry={entry} />}
      {entry !== null && !isCommitted && <WhyCell {...props} />}
      {snapshot !== null && <Compacted isEnd={snapshot === 'end'} />}
      {isFence && <span className="fence" />}
      {isApplied && (entry !== null || snapshot !== null) && <span className="applied" />}
      {isMatch && (
        <span className="match-mark">
          <span aria-hidden="true">{logs.matchMark}</span>
          <span className="hidden">{logs.cell.match}</span>
        </span>
      )}
      {isNext && (
        <span className="next-mark">
          <span aria-hidden="true">{logs.nextMark}</span>
          <span className="hidden">{logs.cell.next}</span>
        </span>
      )}
    </td>
  );
});

function Box({ entry, isCommitted, isConflict }: Props & { readonly entry: Entry }) {
  const { cell } = words.logs;
  const classes = ['entry', termLook(entry.term).className];
  if (isCommitted) classes.push('is-committed');
  if (isConflict) classes.push('is-conflict');
  const command = commandOf(entry.payload);
  return (
    <span className={classes.join(' ')}>
      <span className="entry-term">
        <span className="hidden">{cell.term} </span>
        {entry.term}
      </span>
      <code title={command}>{command}</code>
      <span className="hidden">
        {isCommitted ? cell.committed : cell.uncommitted}
        {isConflict && `, ${cell.conflict}`}
      </span>
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

/** Entries that a snapshot has replaced; its last place says so. */
function Compacted({ isEnd }: { readonly isEnd: boolean }) {
  const { snapshot, compacted } = words.logs.cell;
  return (
    <span className={isEnd ? 'compacted is-end' : 'compacted'}>
      {isEnd ? <code>{snapshot}</code> : <span className="hidden">{compacted}</span>}
    </span>
  );
}

/** What an entry holds, as short as a cell wants it. */
export function commandOf(payload: Payload): string {
  if (payload.type === 'noop') return words.logs.noop;
  if (payload.type === 'config') return words.logs.config;
  return words.commandShort(payload.command.operation);
}
