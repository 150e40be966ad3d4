/** The logs that are others in the branch beside, one over the other, with the entries lit that differ. */
import { type Entry, type Log, log as logs, type Server } from '../../raft/index.ts';
import type { Seen, Timeline } from '../../timeline/index.ts';
import { compare as said } from '../../words/index.ts';
import { useIsPhone } from '../hooks/useMedia.ts';
import { entryText } from '../logs/configuration.ts';
import { Box } from '../logs/LogCell.tsx';

interface Props {
  readonly here: Timeline;
  readonly there: Timeline;
  readonly seen: readonly Seen[];
}

/** So many entries from the first that differs are shown. */
const most = { desk: 8, phone: 4 };

/** Nothing while all logs are the same. */
export function LogPairs({ here, there, seen }: Props) {
  const form = useIsPhone() ? 'phone' : 'desk';
  const unlike = seen.filter(({ field }) => field === 'log');
  if (unlike.length === 0) return null;
  const pairs = unlike.map(({ server }) => ({
    server,
    logs: [here, there].map(({ world }) => world.servers[server] as Server),
  }));
  const first = Math.max(1, Math.min(...unlike.map(({ from }) => from)) - 1);
  const last = Math.max(
    ...pairs.flatMap((pair) => pair.logs.map(({ log }) => logs.lastIndex(log))),
  );
  const count = Math.min(most[form], last - first + 1);
  const indexes = Array.from({ length: count }, (_, place) => first + place);
  return (
    <>
      <table className="log-pairs" aria-label={said.logs}>
        <thead>
          <tr>
            <td colSpan={2} />
            {indexes.map((index) => (
              <th key={index} scope="col">
                {index}
              </th>
            ))}
          </tr>
        </thead>
        {pairs.map((pair) => (
          <tbody key={pair.server}>
            {pair.logs.map((server, place) => (
              <tr key={place === 0 ? said.here : said.there}>
                {place === 0 && (
                  <th scope="rowgroup" rowSpan={2}>
                    {here.run.setup.names[pair.server]}
                  </th>
                )}
                <th scope="row">{place === 0 ? said.here : said.there}</th>
                {indexes.map((index) => (
                  <Cell
                    key={index}
                    server={server}
                    other={(pair.logs[1 - place] as Server).log}
                    index={index}
                    names={here.run.setup.names}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {last >= first + count && <p className="hint">{said.later(last - first - count + 1)}</p>}
    </>
  );
}

interface CellProps {
  readonly server: Server;
  readonly other: Log;
  readonly index: number;
  readonly names: readonly string[];
}

function Cell({ server, other, index, names }: CellProps) {
  const { log, initialConfiguration, commitIndex } = server;
  const [own, theirs] = [logs.entryAt(log, index), logs.entryAt(other, index)];
  const text = own === undefined ? null : entryText(names, log, initialConfiguration, index);
  const isLit = isUnlike(own, theirs);
  return (
    <td className={isLit ? 'is-lit' : ''}>
      {own === undefined ? (
        <Nothing />
      ) : (
        <Box
          entry={own}
          short={text?.short ?? ''}
          long={text?.long ?? ''}
          isCommitted={index <= commitIndex}
          isConflict={false}
          isDurable
        />
      )}
      {isLit && <span className="hidden">{said.unlike}</span>}
    </td>
  );
}

const isUnlike = (own: Entry | undefined, theirs: Entry | undefined): boolean =>
  own === undefined || theirs === undefined ? own !== theirs : !logs.sameEntry(own, theirs);

function Nothing() {
  return (
    <span className="nothing">
      <span aria-hidden="true">{said.nothing}</span>
      <span className="hidden">{said.nothingLong}</span>
    </span>
  );
}
