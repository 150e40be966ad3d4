/** The menu of the link between two servers. */
import type { Spot } from '../../store/index.ts';
import { words } from '../../words/index.ts';
import { useLab, useTimeline } from '../hooks/lab.ts';
import { linkVerbs } from './linkVerbs.ts';
import { VerbMenu } from './VerbMenu.tsx';

interface Props {
  readonly a: number;
  readonly b: number;
  readonly spot: Spot;
}

/** Cut it, in one direction or both, and mend it. */
export function LinkMenu({ a, b, spot }: Props) {
  const lab = useLab();
  const { run } = useTimeline();
  const [nameA = '', nameB = ''] = [run.setup.names[a], run.setup.names[b]];
  const label = words.links.menu(nameA, nameB);
  return <VerbMenu label={label} spot={spot} verbs={linkVerbs(lab, a, b)} />;
}
