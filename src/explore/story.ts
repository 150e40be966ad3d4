/** What a person did in a run, as a scenario: the run's beginning, and every act as a step at its time. */
import { type FileStep, type ScenarioFile, showOptions } from '../scenario/index.ts';
import { advance, type Command, execute, plainSetup, type World, worldOf } from '../sim/index.ts';
import type { Moment, Run } from '../timeline/index.ts';
import { initialOf } from './shrink/moment.ts';
import { noteStep, noteTime, openDiary, stepOf } from './storm/diary.ts';

export interface Story {
  readonly file: ScenarioFile;
  /** Acts that no step can tell, in their order. */
  readonly left: readonly Command['type'][];
}

/** What a file may leave out, being as usual. */
const usual = showOptions(plainSetup(1, 1).options, []);

/** Acts for which the format has no verb: it knows no delay, and no change of who delivers. */
const untold: ReadonlySet<Command['type']> = new Set(['delay', 'delivery', 'inject', 'persist']);

/** Tells a run up to a moment. */
export function storyOf({ setup, commands }: Run, until: Moment, title: string): Story {
  const world = worldOf(setup);
  const names = setup.names.slice(0, setup.names.length - (setup.spares ?? 0));
  const beginning = beginningOf(world, names);
  const diary = openDiary();
  const left: Command['type'][] = [];
  for (const { seq, time, command } of commands) {
    if (seq >= until.seq) break;
    goTo(world, { seq, time });
    if (untold.has(command.type)) left.push(command.type);
    else for (const step of stepsOf(command, world)) noteStep(diary, world, step);
    execute(world, command);
  }
  goTo(world, until);
  noteTime(diary, world);
  return { file: { title, ...beginning, steps: diary.steps }, left };
}

/** Invariant: no command of the run stands before that moment. */
function goTo(world: World, { seq, time }: Moment): void {
  while (world.seq < seq && advance(world, Infinity) !== null);
  world.time = Math.max(world.time, time);
}

function stepsOf(command: Command, world: World): readonly FileStep[] {
  if (command.type !== 'options') return [stepOf(command, world)];
  const { options, rulesOff } = command;
  const isSame = JSON.stringify(options) === JSON.stringify(world.options);
  const isAsRuled = JSON.stringify(rulesOff) === JSON.stringify(world.rulesOff);
  return [...(isSame ? [] : [stepOf(command, world)]), ...(isAsRuled ? [] : [{ rulesOff }])];
}

function beginningOf(world: World, names: readonly string[]): ScenarioFile {
  const { seed, timers, delivery, options, rulesOff, initial } = world.setup;
  const shown = Object.entries(showOptions(options, names)).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(usual[key]),
  );
  const isPlain = names.every((name, id) => name === `S${id + 1}`);
  return {
    ...(isPlain ? { servers: names.length } : { names }),
    seed,
    ...(timers === 'manual' ? { timers } : {}),
    ...(delivery === 'manual' ? { delivery } : {}),
    ...(shown.length > 0 ? { options: Object.fromEntries(shown) } : {}),
    ...(rulesOff.length > 0 ? { rulesOff } : {}),
    ...(Object.keys(initial).length > 0 ? { initial: initialOf(world, names) } : {}),
  };
}
