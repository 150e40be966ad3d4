/** The logs of all servers on one index ruler, in a window as wide as the page lets it be. */
import { type ComponentType, type CSSProperties, Suspense, useState } from 'react';
import { log as logs } from '../../raft/index.ts';
import { words } from '../../words/index.ts';
import { useTimeline, useView } from '../hooks/lab.ts';
import { useWidth } from '../hooks/useWidth.ts';
import { part } from '../parts.ts';
import { LogRow, type LogRowProps } from './LogRow.tsx';
import { columnsOf, type RowFacts, rowsOf } from './rows.ts';
import { mostRows, useRowWindow } from './useRowWindow.ts';

const LogWindow = part(() => import('./LogWindow.tsx').then((loaded) => loaded.LogWindow));
const TrueFence = part(() => import('./TrueFence.tsx').then((loaded) => loaded.TrueFence));

// All of these are px where text has its usual size, and grow with it.
const cells = { desk: [57, 42], phone: [46, 38] } as const;
/** Of a table that scrolls; kept in step with `--row` of styles/logs.css. */
const rowHeight = { desk: 36, phone: 58 };
const phoneHead = 136;
/** A name from a file may be longer than any table has room for. */
const widestHead = 170;
/** Room for a name: its letters, and the bar of the leader before it. */
const headFor = (rows: readonly RowFacts[]): number =>
  Math.min(widestHead, Math.max(48, ...rows.map(({ name }) => name.length * 9 + 18)));
const first = { desk: 600, phone: 360 };

interface Props extends Pick<LogRowProps, 'Head'> {
  /** What explains the signs, where they are others than on a desk. */
  readonly Signs?: ComponentType;
}

/** The table named `Logs`. */
export function Logs({ Head, Signs }: Props) {
  const timeline = useTimeline();
  const form = Head ? 'phone' : 'desk';
  const [ref, { width, scale }] = useWidth<HTMLElement>(first[form]);
  // Null: the window follows the end of the logs.
  const [from, setFrom] = useState<number | null>(null);
  const picked = usePicked();
  const rows = rowsOf(timeline);
  const head = form === 'phone' ? phoneHead : headFor(rows);
  const columns = columnsOf(rows, width / scale - head, cells[form], from);
  const height = rowHeight[form] * scale;
  const shown = useRowWindow(rows.length, height, picked);
  const isEmpty = rows.every(({ server }) => logs.lastIndex(server.log) === 0);
  return (
    <section
      className={`logs ${sizeOf(rows.length)} ${rows.length > mostRows ? 'is-long' : ''}`}
      id="logs"
      ref={ref}
      tabIndex={-1}
      style={{ '--head': `${head / 16}rem`, '--cell': `${columns.cell / 16}rem` } as CSSProperties}
    >
      <header className="section-head">
        <h2 id="logs-title">{words.logs.title}</h2>
        <Suspense>
          <LogWindow columns={columns} onFrom={setFrom} />
        </Suspense>
        {Signs ? <Signs /> : <Legend isWriting={rows.some(hasWritten)} />}
      </header>
      <div className="log-frame" ref={shown.ref}>
        <table aria-labelledby="logs-title" aria-rowcount={rows.length + 1}>
          <Ruler indexes={columns.indexes} />
          <tbody>
            <Room rows={shown.from} height={height} />
            {rows.slice(shown.from, shown.to).map((row) => (
              <LogRow
                key={row.server.id}
                {...row}
                names={timeline.run.setup.names}
                from={columns.from}
                count={columns.indexes.length}
                isPicked={row.server.id === picked}
                Head={Head}
              />
            ))}
            <Room rows={rows.length - shown.to} height={height} />
          </tbody>
        </table>
        <Suspense fallback={<p className="legend" />}>
          <TrueFence columns={columns} />
        </Suspense>
        {isEmpty && <p className="empty">{words.logs.empty}</p>}
      </div>
    </section>
  );
}

const Ruler = ({ indexes }: { readonly indexes: readonly number[] }) => (
  <thead>
    <tr>
      <td />
      {indexes.map((index) => (
        <th key={index} scope="col" aria-label={words.logs.index(index)}>
          {index}
        </th>
      ))}
    </tr>
  </thead>
);

/** Room for rows out of view. */
const Room = ({ rows, height }: { readonly rows: number; readonly height: number }) =>
  rows > 0 && <tr style={{ height: rows * height }} />;

/** The server that is selected, or on whose lane the selected event stands. */
function usePicked(): number | null {
  const selection = useView(({ selection }) => selection);
  return selection !== null && 'server' in selection ? selection.server : null;
}

const sizeOf = (count: number): string =>
  count <= 5 ? 'is-roomy' : count <= 7 ? 'is-close' : 'is-tight';

const hasWritten = ({ durableLog }: RowFacts): boolean => durableLog !== null;

/** A sign that nobody can see now is not explained. */
function Legend({ isWriting }: { readonly isWriting: boolean }) {
  const { legend } = words.logs;
  return (
    <p className="legend" aria-hidden="true">
      <span className="legend-match">{legend.match}</span>
      <span className="legend-next">{legend.next}</span>
      <span className="legend-fence">{legend.fence}</span>
      <span className="legend-applied">{legend.applied}</span>
      {isWriting && <span className="legend-written">{legend.written}</span>}
    </p>
  );
}
