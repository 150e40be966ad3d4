/** What can be done to the link between two servers. */
import type { Spot } from '../../store/index.ts';
import { words } from '../../words/index.ts';
import { useLab, useTimeline } from '../hooks/lab.ts';
import { useLinkVerbs } from './linkVerbs.ts';
import { VerbMenu } from './VerbMenu.tsx';
import type { Verb } from './verbs.ts';

interface Props {
  readonly a: number;
  readonly b: number;
  readonly spot: Spot;
}

/** Cut it, in one direction or both, and mend it. */
export function LinkMenu({ a, b, spot }: Props) {
  const { view } = useLab();
  const { run } = useTimeline();
  const verbs = useLinkVerbs(a, b);
  const inspect: Verb = {
    id: 'inspect',
    text: words.links.verbs.inspect,
    isPossible: true,
    run: () => view.open('inspector'),
  };
  const [nameA = '', nameB = ''] = [run.setup.names[a], run.setup.names[b]];
  const label = words.links.menu(nameA, nameB);
  return <VerbMenu label={label} spot={spot} verbs={[...verbs, inspect]} />;
}
