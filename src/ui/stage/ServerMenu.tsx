/** What can be done to a server. */
import type { Command } from '../../sim/index.ts';
import { conditionOf } from '../../sim/index.ts';
import { nameOfNewcomer, type Spot } from '../../store/index.ts';
import { words } from '../../words/index.ts';
import { useLab, useTimeline, useView } from '../hooks/lab.ts';
import { laneVerbs } from '../spacetime/laneVerbs.ts';
import { crewVerbs, lossVerbs, newcomerVerbs } from './crewVerbs.ts';
import { VerbMenu } from './VerbMenu.tsx';
import type { Verb } from './verbs.ts';

interface Props {
  readonly server: number;
  readonly spot: Spot;
}

/** Crash, restart, pause, resume, time out, come and go, inspect, ask why; those that would be refused are dimmed. */
export function ServerMenu({ server, spot }: Props) {
  const lab = useLab();
  const { session, view } = lab;
  const { world, run } = useTimeline();
  const condition = conditionOf(world, server);
  const isRunning = condition === 'running';
  const { verbs } = words;
  const verb = (
    type: Extract<Command['type'], keyof typeof verbs>,
    isPossible: boolean,
    hint?: string,
  ): Verb => ({
    id: type,
    text: verbs[type],
    isPossible,
    ...(hint === undefined ? {} : { hint }),
    run: () => session.do({ type, server } as Command),
  });
  const inspect: Verb = {
    id: 'inspect',
    text: verbs.inspect,
    isPossible: true,
    isApart: true,
    hint: 'I',
    run: () => view.open('inspector'),
  };
  const ask = (id: 'why' | 'whyNot', hint: string, isWhyNot: boolean): Verb => ({
    id,
    text: verbs[id],
    isPossible: true,
    hint,
    run: () => view.ask({ kind: 'server', server }, isWhyNot),
  });
  const isDiagramOpen = useView(({ diagram }) => diagram !== 'closed');
  const all = [
    verb('crash', condition !== 'crashed', 'X'),
    verb('restart', condition === 'crashed', 'X'),
    ...lossVerbs(session, world, server),
    verb('pause', isRunning),
    verb('resume', condition === 'paused'),
    verb('timeout', isRunning, 'T'),
    ...crewVerbs(session, world, server),
    ...newcomerVerbs(session, world, server, nameOfNewcomer(run.setup.names)),
    inspect,
    ...(isDiagramOpen ? laneVerbs(lab, server) : []),
    ask('why', 'E', false),
    ask('whyNot', `${words.page.keyNames.shift} E`, true),
  ];
  return (
    <VerbMenu label={words.servers.menu(run.setup.names[server] ?? '')} spot={spot} verbs={all} />
  );
}
