/** What is truly committed, known to nobody in the cluster but to whoever looks at all of it: a line through all logs. */
import { type CSSProperties, useState } from 'react';
import { stage } from '../../words/index.ts';
import { useTimeline } from '../hooks/lab.ts';
import type { Columns } from './rows.ts';
import '../styles/extras.css';

const said = stage.trueFence;

/** A switch under the table, and the line while it is on. */
export function TrueFence({ columns }: { readonly columns: Columns }) {
  const [isOn, setIsOn] = useState(false);
  const { servers } = useTimeline().world;
  const index = Math.max(...servers.map(({ commitIndex }) => commitIndex));
  const place = index - columns.from + 1;
  const isShown = isOn && place >= 0 && place <= columns.indexes.length;
  const where = { '--place': place, '--rows': servers.length } as CSSProperties;
  return (
    <>
      {isShown && <span className="true-fence" style={where} />}
      <label className="true-switch">
        <input type="checkbox" checked={isOn} onChange={() => setIsOn(!isOn)} />
        {isOn ? said.upTo(index) : said.show}
      </label>
    </>
  );
}
