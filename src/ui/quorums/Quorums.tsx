/** The last quorums as pictures: who formed each, and who stands in two of them, which is what Raft rests on. */
import { recentOf } from '../../timeline/index.ts';
import { quorumsIn } from '../../viz/index.ts';
import { stage } from '../../words/index.ts';
import { useTimeline } from '../hooks/lab.ts';
import { captionOf, sharedOf, Voters } from './Voters.tsx';

const said = stage.quorums;
const most = 3;

/** The newest first. */
export function Quorums() {
  const timeline = useTimeline();
  const { names } = timeline.run.setup;
  const quorums = quorumsIn(recentOf(timeline), most);
  return (
    <section className="fact-group quorums">
      <h4>{said.title}</h4>
      {quorums.length === 0 && <p className="hint">{said.none}</p>}
      {quorums.map((quorum) => (
        <figure key={quorum.seq} className="quorum-made">
          <figcaption>{captionOf(quorum, names)}</figcaption>
          <Voters quorum={quorum} names={names} />
          {quorum.shared !== null && <p className="hint">{sharedOf(quorum, names)}</p>}
        </figure>
      ))}
    </section>
  );
}
