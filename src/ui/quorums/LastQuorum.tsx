/** Beside the sentence: the last election or commit, and who stands in its quorum and in the one before. */
import { useState } from 'react';
import { recentOf, type Timeline } from '../../timeline/index.ts';
import { type Quorum, quorumsIn } from '../../viz/index.ts';
import { stage } from '../../words/index.ts';
import { useLab, useTimeline } from '../hooks/lab.ts';
import { captionOf, countOf, sharedOf, Voters } from './Voters.tsx';
import '../styles/quorums.css';

/** More than these in a row have no names that could be read beside a sentence. */
const mostNamed = 9;

/** A press shows the last few in words, in the inspector. */
export function LastQuorum() {
  const { view } = useLab();
  const timeline = useTimeline();
  const [watch] = useState(watcher);
  const quorum = watch(timeline);
  if (quorum === null) return null;
  const { names } = timeline.run.setup;
  const isNamed = quorum.halves.every(({ voters }) => voters.length <= mostNamed);
  const text = [captionOf(quorum, names), sharedOf(quorum, names)].filter(Boolean).join('. ');
  return (
    <button
      type="button"
      className="last-quorum"
      aria-label={isNamed ? text : `${labelOf(quorum)}. ${text}`}
      onClick={() => view.open('inspector')}
    >
      <span aria-hidden="true">{isNamed ? madeBy(quorum) : labelOf(quorum)}</span>
      {isNamed && <Voters quorum={quorum} names={names} />}
    </button>
  );
}

const said = stage.quorums;

const madeBy = (quorum: Quorum): string =>
  (quorum.kind === 'election' ? said.electedBy : said.committedBy)(countOf(quorum));

function labelOf(quorum: Quorum): string {
  const shared = quorum.shared === null ? [] : [said.asBefore(quorum.shared.length)];
  return [madeBy(quorum), ...shared].join(' · ');
}

/** Looks only when something has happened since the last look: the rest of the time, it is the same. */
function watcher(): (timeline: Timeline) => Quorum | null {
  let seen: { timeline: Timeline; seq: number } | null = null;
  let last: Quorum | null = null;
  return (timeline) => {
    const { seq } = timeline.world;
    if (seen?.timeline === timeline && seen.seq === seq) return last;
    seen = { timeline, seq };
    last = quorumsIn(recentOf(timeline), 1)[0] ?? null;
    return last;
  };
}
