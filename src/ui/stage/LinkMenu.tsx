/** What can be done to the link between two servers. */
import { words } from '../../words/index.ts';
import { useLab, useTimeline } from '../hooks/lab.ts';
import { useLinkVerbs } from './linkVerbs.ts';
import { VerbMenu } from './VerbMenu.tsx';
import type { Verb } from './verbs.ts';

interface Props {
  readonly a: number;
  readonly b: number;
  readonly x: number;
  readonly y: number;
}

/** Cut it, in one direction or both, and mend it. */
export function LinkMenu({ a, b, x, y }: Props) {
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
  return <VerbMenu label={label} x={x} y={y} verbs={[...verbs, inspect]} />;
}
