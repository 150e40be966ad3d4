/** A quorum as a picture: lit who formed it, with a second ring who formed the one before, too. */
import { type Quorum, termLook } from '../../viz/index.ts';
import { stage, words } from '../../words/index.ts';

const said = stage.quorums;

interface Props {
  readonly quorum: Quorum;
  readonly names: readonly string[];
}

/** Each half of a joint configuration by itself (§6). What it says is said in words beside it. */
export function Voters({ quorum, names }: Props) {
  return quorum.halves.map(({ half, voters }) => (
    <span key={half} className={`voters ${termLook(quorum.term).className}`} aria-hidden="true">
      {voters.map((id) => (
        <span key={id} className={classOf(id, quorum)}>
          {names[id]}
        </span>
      ))}
      {half !== 'all' && <span className="is-half">{words.servers.half[half]}</span>}
    </span>
  ));
}

const classOf = (id: number, { members, shared }: Quorum): string =>
  ['voter', members.includes(id) && 'is-in', shared?.includes(id) && 'is-shared']
    .filter(Boolean)
    .join(' ');

/** How many of each half formed it. */
export const countOf = ({ halves, members }: Quorum): string =>
  words.tally(
    halves.map(({ half, voters }) => ({
      half,
      have: voters.filter((id) => members.includes(id)).length,
      of: voters.length,
    })),
  );

/** Who was elected or what was committed, and by how many. */
export function captionOf(quorum: Quorum, names: readonly string[]): string {
  const { kind, leader, term, index } = quorum;
  const name = names[leader] ?? '';
  return kind === 'election'
    ? said.election(name, term, countOf(quorum))
    : said.commit(name, index, countOf(quorum));
}

/** Whom it shares with the one before it; empty where there is none. */
export const sharedOf = ({ shared }: Quorum, names: readonly string[]): string =>
  shared === null ? '' : said.shared(shared.map((id) => names[id] ?? ''));
