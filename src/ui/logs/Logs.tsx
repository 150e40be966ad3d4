/** The logs of all servers on one index ruler, in a window as wide as the page lets it be. */
import { useState } from 'react';
import { log as logs } from '../../raft/index.ts';
import { words } from '../../words/index.ts';
import { useTimeline } from '../hooks/lab.ts';
import { useIsPhone } from '../hooks/useMedia.ts';
import { useWidth } from '../hooks/useWidth.ts';
import { LogRow } from './LogRow.tsx';
import { LogWindow } from './LogWindow.tsx';
import { columnsOf, rowsOf } from './rows.ts';

const cellWidth = { desk: 57, phone: 50 };
const headWidth = { desk: 48, phone: 128 };
const first = { desk: 600, phone: 360 };

/** The table named `Logs`. */
export function Logs() {
  const timeline = useTimeline();
  const form = useIsPhone() ? 'phone' : 'desk';
  const [ref, width] = useWidth<HTMLDivElement>(first[form]);
  // Null: the window follows the end of the logs.
  const [from, setFrom] = useState<number | null>(null);
  const rows = rowsOf(timeline);
  const fitting = Math.max(3, Math.floor((width - headWidth[form]) / cellWidth[form]));
  const columns = columnsOf(rows, fitting, from);
  const isEmpty = rows.every(({ server }) => logs.lastIndex(server.log) === 0);
  return (
    <section className={`logs ${sizeOf(rows.length)}`} id="logs" tabIndex={-1}>
      <header className="section-head">
        <h2 id="logs-title">{words.logs.title}</h2>
        <LogWindow columns={columns} onFrom={setFrom} />
        <Legend />
      </header>
      <div className="log-frame" ref={ref}>
        <table aria-labelledby="logs-title">
          <thead>
            <tr>
              <td />
              {columns.indexes.map((index) => (
                <th key={index} scope="col" aria-label={words.logs.index(index)}>
                  {index}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <LogRow key={row.server.id} {...row} from={columns.from} count={fitting} />
            ))}
          </tbody>
        </table>
      </div>
      {isEmpty && <p className="empty">{words.logs.empty}</p>}
    </section>
  );
}

const sizeOf = (count: number): string =>
  count <= 5 ? 'is-roomy' : count <= 7 ? 'is-close' : 'is-tight';

function Legend() {
  const { legend } = words.logs;
  return (
    <p className="legend" aria-hidden="true">
      <span>{legend.match}</span>
      <span>{legend.next}</span>
      <span className="legend-fence">{legend.fence}</span>
    </p>
  );
}
