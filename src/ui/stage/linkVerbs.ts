/** What can be done to the link between two servers: for its menu, its page in the inspector, and the palette. */
import { bothWays, isCut, type Link } from '../../sim/index.ts';
import { words } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';
import type { Verb } from './verbs.ts';

export type LinkVerb = 'both' | 'ab' | 'ba' | 'mend' | 'inspect';

export interface VerbOfLink extends Verb {
  readonly id: LinkVerb;
}

/** Cut it in one direction or both, mend it, read it. */
export function linkVerbs({ session, view }: Lab, a: number, b: number): readonly VerbOfLink[] {
  const { world, run } = session.store.getState().timeline;
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
    {
      id: 'inspect',
      text: verbs.inspect,
      isPossible: true,
      run: () => {
        view.select({ kind: 'link', a, b });
        view.open('inspector');
      },
    },
  ];
}
