/** The menu of a server. */
import type { Spot } from '../../store/index.ts';
import { words } from '../../words/index.ts';

import { useLab, useTimeline } from '../hooks/lab.ts';
import { restartVerbs, serverVerbs } from './serverVerbs.ts';

import { VerbMenu } from './VerbMenu.tsx';

interface Props {
  readonly server: number;
  readonly spot: Spot;
  /** Whether only the ways to start it again were asked for. */
  readonly isRestart: boolean;
}

/** Those verbs that would be refused are dimmed. */
export function ServerMenu({ server, spot, isRestart }: Props) {
  const lab = useLab();
  const { run } = useTimeline();
  const verbs = isRestart ? restartVerbs(lab, server) : serverVerbs(lab, server);
  const label = words.servers.menu(run.setup.names[server] ?? '');
  return <VerbMenu label={label} spot={spot} verbs={verbs} />;
}
