/** The links as a list of buttons, where there is no picture to take hold of them in. */
import { isCut, type World } from '../../sim/index.ts';
import { words } from '../../words/index.ts';
import { useLab, useTimeline } from '../hooks/lab.ts';
import { spotOf } from './picture.ts';

interface Pair {
  readonly a: number;
  readonly b: number;
}

/** One button a pair of servers, named as in the picture. */
export function LinkList() {
  const { view } = useLab();
  const { world } = useTimeline();
  return (
    <ul className="link-list">
      {pairsOf(world.servers.length).map(({ a, b }) => (
        <li key={`${a}-${b}`}>
          <button
            type="button"
            aria-haspopup="menu"
            onClick={({ currentTarget }) =>
              view.openMenu({ of: { kind: 'link', a, b }, ...spotOf(currentTarget) })
            }
          >
            {labelOf(world, a, b)}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Every pair of so many servers, once. */
export const pairsOf = (count: number): readonly Pair[] =>
  Array.from({ length: count }, (_, a) =>
    Array.from({ length: count - a - 1 }, (_, step) => ({ a, b: a + step + 1 })),
  ).flat();

function labelOf(world: World, a: number, b: number): string {
  const { names } = world.setup;
  const [nameA = '', nameB = ''] = [names[a], names[b]];
  const [isCutAB, isCutBA] = [isCut(world, a, b), isCut(world, b, a)];
  const { up, cut, oneWay, label } = words.links;
  if (isCutAB && isCutBA) return label(nameA, nameB, cut);
  if (isCutAB) return label(nameA, nameB, oneWay(nameB, nameA));
  return label(nameA, nameB, isCutBA ? oneWay(nameA, nameB) : up);
}
