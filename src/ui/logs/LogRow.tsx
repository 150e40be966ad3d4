/** One server's log: a row of the table. */
import { memo } from 'react';
import { type Log, log as logs } from '../../raft/index.ts';
import { words } from '../../words/index.ts';
import { useIsPhone } from '../hooks/useMedia.ts';
import { ServerHead } from '../stage/ServerHead.tsx';
import { LogCell } from './LogCell.tsx';
import type { RowFacts } from './rows.ts';

interface Props extends RowFacts {
  readonly from: number;
  readonly count: number;
  /** Whether it is selected, or an event on it. */
  readonly isPicked: boolean;
}

/** Renders only when this server, the leader's log or the window changed. */
export const LogRow = memo(function LogRow(props: Props) {
  const { server, name, isLeader, condition, from, count, isPicked } = props;
  const isPhone = useIsPhone();
  const classes = [
    'log-row',
    isLeader ? 'is-leader' : '',
    condition === 'crashed' ? 'is-down' : '',
    isPicked ? 'is-picked' : '',
  ];
  return (
    <tr className={classes.join(' ')}>
      <th scope="row">
        {isPhone ? <ServerHead server={server} /> : <span className="log-name">{name}</span>}
        {isLeader && <span className="hidden"> {words.logs.leads}</span>}
        {from === 1 && props.matchIndex === 0 && <ZeroMark />}
      </th>
      {Array.from({ length: count }, (_, place) => {
        const index = from + place;
        return (
          <LogCell
            key={index}
            index={index}
            entry={logs.entryAt(server.log, index) ?? null}
            snapshot={snapshotAt(server.log, index)}
            isCommitted={index <= server.commitIndex}
            isConflict={isConflict(props, index)}
            isFence={index === server.commitIndex}
            isApplied={index === server.lastApplied}
            isMatch={index === props.matchIndex}
            isNext={index === props.nextIndex}
          />
        );
      })}
    </tr>
  );
});

/** What a snapshot shows in place of an entry: its end, or what lies under it. */
function snapshotAt({ snapshotIndex }: Log, index: number): 'end' | 'under' | null {
  if (index > snapshotIndex) return null;
  return index === snapshotIndex ? 'end' : 'under';
}

// Where the leader's log ends there is nothing to differ from yet.
function isConflict({ server, leaderLog }: Props, index: number): boolean {
  if (leaderLog === null || leaderLog === server.log) return false;
  const [own, theirs] = [logs.entryAt(server.log, index), logs.entryAt(leaderLog, index)];
  return own !== undefined && theirs !== undefined && !logs.sameEntry(own, theirs);
}

/** matchIndex 0: nothing is known to match, and the mark stands before the log. */
function ZeroMark() {
  return (
    <span className="match-mark is-zero">
      <span aria-hidden="true">{words.logs.matchMark}</span>
    </span>
  );
}
