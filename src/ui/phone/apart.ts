/** What of the network is not as it was: the sides it is divided into, or how many links are cut. */
import type { Timeline } from '../../timeline/index.ts';
import { crewOf, isQuorum, linkState, partOf, sidesOf, tallies } from '../../viz/index.ts';
import { partition as said, stage } from '../../words/index.ts';

/** Of a side with more servers the names would not be read. */
const mostNames = 7;

export interface Apart {
  readonly key: string;
  /** The servers of the side, by name; empty: no side is meant. */
  readonly names: string;
  readonly text: string;
}

/** Nothing where every link is up. */
export function apartIn({ world, run }: Timeline): readonly Apart[] {
  const sides = sidesOf(world);
  if (sides.length > 1) {
    const crew = crewOf(world);
    return sides
      .filter((side) => side.some((id) => partOf(crew, id) === 'voter'))
      .map((side) => ({
        key: side.join('-'),
        names: side.length > mostNames ? '' : side.map((id) => run.setup.names[id] ?? '').join(' '),
        text: stage.side(tallies(crew, side), isQuorum(crew, side)),
      }));
  }
  const ids = world.servers.map(({ id }) => id);
  const cut = ids.flatMap((a) => ids.filter((b) => b > a && linkState(world, a, b) !== 'up'));
  return cut.length === 0 ? [] : [{ key: 'cut', names: '', text: said.linksCut(cut.length) }];
}
