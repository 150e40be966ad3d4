/** One link, in both directions, and what can be done to it. */
import { Fragment } from 'react';
import { isCut, linkOf, type World } from '../../sim/index.ts';
import { inspector, words } from '../../words/index.ts';
import { useLab, useTimeline } from '../hooks/lab.ts';
import { linkVerbs } from '../stage/linkVerbs.ts';
import { VerbButtons } from '../stage/VerbButtons.tsx';
import { type Fact, FactList } from './FactList.tsx';
import { LinkConditions } from './LinkConditions.tsx';

const said = inspector.link;

interface Props {
  readonly a: number;
  readonly b: number;
}

/** State, latency, loss and duplication each way. */
export function LinkFacts({ a, b }: Props) {
  const { world, run } = useTimeline();
  const verbs = linkVerbs(useLab(), a, b).filter(({ id }) => id !== 'inspect');
  const [nameA = '', nameB = ''] = [run.setup.names[a], run.setup.names[b]];
  const ways = [
    [a, b, said.way(nameA, nameB)],
    [b, a, said.way(nameB, nameA)],
  ] as const;
  return (
    <section>
      <h3>{words.links.title(nameA, nameB)}</h3>
      {ways.map(([from, to, way]) => (
        <Fragment key={way}>
          <FactList title={way} facts={wayFacts(world, from, to)} />
          <LinkConditions from={from} to={to} way={way} />
        </Fragment>
      ))}
      <VerbButtons verbs={verbs} />
    </section>
  );
}

function wayFacts(world: World, from: number, to: number): readonly Fact[] {
  const { latencyMs, lossRate, duplicateRate } = linkOf(world.options, from, to);
  const [min, max] = latencyMs;
  return [
    [said.state, isCut(world, from, to) ? words.links.cut : words.links.up],
    [said.latency, said.range(words.duration(min), words.duration(max))],
    [said.loss, words.percent(lossRate)],
    [said.duplication, words.percent(duplicateRate)],
  ];
}
