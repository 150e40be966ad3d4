/** How the cluster stands, in three numbers. */
import { leaderOf } from '../../sim/index.ts';
import type { Timeline } from '../../timeline/index.ts';
import { words } from '../../words/index.ts';
import { useTimeline } from '../hooks/lab.ts';

interface Fact {
  readonly name: string;
  readonly value: string;
}

/** The facts of the moment the timeline stands at. */
export function factsOf({ world, run, checks }: Timeline): readonly Fact[] {
  const { page } = words;
  const leader = leaderOf(world);
  const term = Math.max(...world.servers.map(({ currentTerm }) => currentTerm));
  // What was committed once is so for ever, though a server that crashes forgets how far it was.
  const committed = checks?.facts.committed.length ?? 0;
  return [
    { name: page.term, value: String(term) },
    { name: page.leader, value: leader === null ? page.none : (run.setup.names[leader] ?? '') },
    { name: page.committed, value: String(committed) },
  ];
}

/** The highest term, who leads it, and how far anything is committed. */
export function Facts() {
  const facts = factsOf(useTimeline());
  return (
    <dl className="facts" aria-label={words.page.factsLabel}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
