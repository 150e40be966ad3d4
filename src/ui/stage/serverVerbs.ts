/** What can be done to a server: one table for its menu, its page in the inspector, and the palette. */
import { type Command, conditionOf } from '../../sim/index.ts';
import { nameOfNewcomer } from '../../store/index.ts';
import { keys, words } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';
import { laneVerbs } from '../spacetime/laneVerbs.ts';
import { crewVerbs, lossVerbs, newcomerVerbs } from './crewVerbs.ts';
import type { Verb } from './verbs.ts';

type Plain = Extract<Command['type'], 'crash' | 'restart' | 'pause' | 'resume' | 'timeout'>;

/** Crash, restart, pause, resume, time out, come and go, inspect, ask why. */
export function serverVerbs(lab: Lab, server: number): readonly Verb[] {
  const { session, view } = lab;
  const { world, run } = session.store.getState().timeline;
  const condition = conditionOf(world, server);
  const isRunning = condition === 'running';
  const verb = (type: Plain, isPossible: boolean, hint?: string): Verb => ({
    id: type,
    text: words.verbs[type],
    isPossible,
    ...(hint === undefined ? {} : { hint }),
    run: () => session.do({ type, server }),
  });
  return [
    verb('crash', condition !== 'crashed', 'X'),
    verb('restart', condition === 'crashed', 'X'),
    ...lossVerbs(session, world, server),
    verb('pause', isRunning),
    verb('resume', condition === 'paused'),
    verb('timeout', isRunning, 'T'),
    ...crewVerbs(session, world, server),
    ...newcomerVerbs(session, world, server, nameOfNewcomer(run.setup.names)),
    ...(view.store.getState().diagram === 'closed' ? [] : laneVerbs(lab, server)),
    ...lookingVerbs(lab, server),
  ];
}

/** The ways to start again: whole, or with part of the disk gone. */
export const restartVerbs = (lab: Lab, server: number): readonly Verb[] => {
  const { session } = lab;
  const { world } = session.store.getState().timeline;
  const whole = serverVerbs(lab, server).filter(({ id }) => id === 'restart');
  return [...whole, ...lossVerbs(session, world, server)];
};

function lookingVerbs({ view }: Lab, server: number): readonly Verb[] {
  const look = (id: 'inspect' | 'why' | 'whyNot', hint: string, run: () => void): Verb => ({
    id,
    text: words.verbs[id],
    isPossible: true,
    hint,
    run,
  });
  const ask = (isWhyNot: boolean): void => view.ask({ kind: 'server', server }, isWhyNot);
  const inspect = (): void => {
    view.select({ kind: 'server', server });
    view.open('inspector');
  };
  return [
    { ...look('inspect', 'I', inspect), isApart: true },
    look('why', 'E', () => ask(false)),
    look('whyNot', `${keys.names.shift} E`, () => ask(true)),
  ];
}
