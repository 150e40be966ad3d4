/** One server's log: a row of the table. */
import { type ComponentType, memo, Suspense, useEffect, useRef } from 'react';
import { log as logs, type Server } from '../../raft/index.ts';
import { words } from '../../words/index.ts';
import { part } from '../parts.ts';
import { entryText } from './configuration.ts';
import { type Edge, LogCell } from './LogCell.tsx';
import type { RowFacts } from './rows.ts';

const SnapshotCell = part(() => import('./SnapshotCell.tsx').then((loaded) => loaded.SnapshotCell));

export interface LogRowProps extends RowFacts {
  readonly from: number;
  readonly count: number;
  readonly names: readonly string[];
  /** Whether it is selected, or an event on it. */
  readonly isPicked: boolean;
  /** What stands at the head of the row instead of the name. */
  readonly Head?: ComponentType<{ readonly server: Server }> | undefined;
}

/** So many entries at once are seen to come; more of them are another moment, which stands there at once. */
const seenToCome = 2;

/** The first index that came since the row was drawn last; none, where it is another moment. */
function useNewFrom(lastIndex: number): number {
  const drawn = useRef(lastIndex);
  useEffect(() => {
    drawn.current = lastIndex;
  });
  return lastIndex - drawn.current <= seenToCome ? drawn.current + 1 : Infinity;
}

/** Renders only when this server, the leader's log or the window changed. */
export const LogRow = memo(function LogRow(props: LogRowProps) {
  const { server, isLeader, condition, part, from, count, isPicked } = props;
  const { log } = server;
  const newFrom = useNewFrom(logs.lastIndex(log));
  const covered = Math.max(0, Math.min(count, log.snapshotIndex - from + 1));
  const classes = ['log-row', `is-${part}`];
  if (isLeader) classes.push('is-leader');
  if (condition === 'crashed') classes.push('is-down');
  if (isPicked) classes.push('is-picked');
  return (
    <tr className={classes.join(' ')} aria-rowindex={server.id + 2}>
      <RowHead {...props} />
      {covered > 0 && (
        <Suspense fallback={<td colSpan={covered} />}>
          <SnapshotCell
            lastIndex={log.snapshotIndex}
            lastTerm={log.snapshotTerm}
            span={covered}
            edges={edgesWithin(props, covered)}
          />
        </Suspense>
      )}
      {Array.from({ length: count - covered }, (_, place) => {
        const index = from + covered + place;
        return <Cell key={index} {...props} index={index} isNew={index >= newFrom} />;
      })}
    </tr>
  );
});

function RowHead({ server, name, isLeader, part, isWriting, from, matchIndex, Head }: LogRowProps) {
  const { logs: said, servers } = words;
  return (
    <th scope="row">
      {Head ? <Head server={server} /> : <span className="log-name">{name}</span>}
      {isLeader && <span className="hidden"> {said.leads}</span>}
      {part === 'outside' && <span className="hidden"> {servers.outside}</span>}
      {isWriting && (
        <span className="writing" title={servers.notDurable}>
          <span className="hidden"> {servers.notDurable}</span>
        </span>
      )}
      {from === 1 && matchIndex === 0 && <ZeroMark />}
    </th>
  );
}

function Cell(props: LogRowProps & { readonly index: number; readonly isNew: boolean }) {
  const { server, index, names, isNew } = props;
  const { log, initialConfiguration, commitIndex } = server;
  const text = entryText(names, log, initialConfiguration, index);
  return (
    <LogCell
      {...edgeAt(props, index)}
      index={index}
      server={server.id}
      entry={logs.entryAt(log, index) ?? null}
      short={text?.short ?? ''}
      long={text?.long ?? ''}
      isCommitted={index <= commitIndex}
      isConflict={isConflict(props, index)}
      isDurable={isDurable(props, index)}
      isNew={isNew}
    />
  );
}

const edgeAt = ({ server, matchIndex, nextIndex }: RowFacts, index: number): Edge => ({
  isFence: index === server.commitIndex,
  isApplied: index === server.lastApplied,
  isMatch: index === matchIndex,
  isNext: index === nextIndex,
});

/** What stands at the edges of the indexes that a snapshot covers. */
const edgesWithin = (props: LogRowProps, covered: number) =>
  Array.from({ length: covered }, (_, place) => ({
    place,
    ...edgeAt(props, props.from + place),
  })).filter(({ place, ...edge }) => Object.values(edge).includes(true));

// Where the leader's log ends there is nothing to differ from yet.
function isConflict({ server, leaderLog }: LogRowProps, index: number): boolean {
  if (leaderLog === null || leaderLog === server.log) return false;
  const [own, theirs] = [logs.entryAt(server.log, index), logs.entryAt(leaderLog, index)];
  return own !== undefined && theirs !== undefined && !logs.sameEntry(own, theirs);
}

function isDurable({ server, durableLog }: RowFacts, index: number): boolean {
  if (durableLog === null || index <= durableLog.snapshotIndex) return true;
  const [own, kept] = [logs.entryAt(server.log, index), logs.entryAt(durableLog, index)];
  return own === undefined || (kept !== undefined && logs.sameEntry(own, kept));
}

/** matchIndex 0: nothing is known to match, and the mark stands before the log. */
const ZeroMark = () => <span className="match-mark is-zero" />;
