/** The last quorums as pictures: who formed each, and who stands in two of them, which is what Raft rests on. */
import { recentOf } from '../../timeline/index.ts';
import { type Quorum, quorumsIn, termLook } from '../../viz/index.ts';
import { stage, words } from '../../words/index.ts';
import { useTimeline } from '../hooks/lab.ts';

const said = stage.quorums;
const most = 3;

/** The newest first. */
export function Quorums() {
  const timeline = useTimeline();
  const { run } = timeline;
  const quorums = quorumsIn(recentOf(timeline), most);
  return (
    <section className="fact-group quorums">
      <h4>{said.title}</h4>
      {quorums.length === 0 && <p className="hint">{said.none}</p>}
      {quorums.map((quorum) => (
        <QuorumPicture key={quorum.seq} quorum={quorum} names={run.setup.names} />
      ))}
    </section>
  );
}

interface Props {
  readonly quorum: Quorum;
  readonly names: readonly string[];
}

/** Lit who formed it, with a second ring who formed the one before, too; each half by itself (§6). */
function QuorumPicture({ quorum, names }: Props) {
  const { kind, leader, term, index, halves, members, shared } = quorum;
  const have = words.tally(
    halves.map(({ half, voters }) => ({
      half,
      have: voters.filter((id) => members.includes(id)).length,
      of: voters.length,
    })),
  );
  const name = names[leader] ?? '';
  const text =
    kind === 'election' ? said.election(name, term, have) : said.commit(name, index, have);
  return (
    <figure className={`quorum-made ${termLook(term).className}`}>
      <figcaption>{text}</figcaption>
      {halves.map(({ half, voters }) => (
        <ul key={half} aria-hidden="true">
          {voters.map((id) => (
            <li key={id} className={classOf(id, quorum)}>
              {names[id]}
            </li>
          ))}
          {half !== 'all' && <li className="is-half">{words.servers.half[half]}</li>}
        </ul>
      ))}
      {shared !== null && (
        <p className="hint">{said.shared(shared.map((id) => names[id] ?? ''))}</p>
      )}
    </figure>
  );
}

const classOf = (id: number, { members, shared }: Quorum): string =>
  [members.includes(id) ? 'is-in' : '', shared?.includes(id) ? 'is-shared' : ''].join(' ');
