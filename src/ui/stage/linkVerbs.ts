/** What can be done to the link between two servers. */
import { bothWays, isCut, type Link } from '../../sim/index.ts';
import { words } from '../../words/index.ts';
import { useLab, useTimeline } from '../hooks/lab.ts';
import type { Verb } from './verbs.ts';

/** Cut it in one direction or both, and mend it; for its menu and its page in the inspector. */
export function useLinkVerbs(a: number, b: number): readonly Verb[] {
  const { session } = useLab();
  const { world, run } = useTimeline();
  const { verbs } = words.links;
  const [nameA = '', nameB = ''] = [run.setup.names[a], run.setup.names[b]];
  const [isCutAB, isCutBA] = [isCut(world, a, b), isCut(world, b, a)];
  const cut = (links: readonly Link[]) => () => {
    session.do({ type: 'cut', links });
  };
  const both = bothWays(a, b);
  return [
    { id: 'both', text: verbs.cutBoth, isPossible: !(isCutAB && isCutBA), run: cut(both) },
    { id: 'ab', text: verbs.cutOne(nameA, nameB), isPossible: !isCutAB, run: cut([[a, b]]) },
    { id: 'ba', text: verbs.cutOne(nameB, nameA), isPossible: !isCutBA, run: cut([[b, a]]) },
    {
      id: 'mend',
      text: verbs.mend,
      isPossible: isCutAB || isCutBA,
      run: () => {
        session.do({ type: 'heal', links: both });
      },
    },
  ];
}
