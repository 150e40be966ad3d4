/** Whether the goal of a lesson is met: looked at after every event of whatever run the learner makes. */
import type { Command } from '../sim/index.ts';
import { isUnsettled } from '../sim/index.ts';
import type { Moment, Run } from '../timeline/index.ts';
import { mismatches } from './expect.ts';
import type { Expect } from './file.ts';
import { advancePlay, giveAlone, openPlay, type Play, standstill, viewOf } from './play.ts';
import type { Scenario } from './scenario.ts';

export interface Verdict {
  /** Where it was met first; null: it is not met up to the moment looked at. */
  readonly metAt: Moment | null;
  /** So many acts were given by then, or by now. */
  readonly acts: number;
}

/** Looks at a run up to a moment; what it has seen already it does not look at again. */
export type Referee = (run: Run, until: Moment) => Verdict;

/** What moves traffic that is on its way anyhow is no act. */
const moving: ReadonlySet<Command['type']> = new Set(['deliver', 'persist']);

const actsIn = (commands: Run['commands']): number =>
  commands.filter(({ command }) => !moving.has(command.type)).length;

interface Seen {
  readonly play: Play;
  metAt: Moment | null;
  /** What counts up to there. */
  metAfter: number;
}

/** A referee for the goal of `scenario`; null: it has none. */
export function refereeOf(scenario: Scenario): Referee | null {
  const goal = scenario.lesson?.goal;
  if (goal === undefined) return null;
  let seen: Seen | null = null;
  return (run, until) => {
    if (seen === null || !goesOn(seen.play, run, until)) seen = open(scenario, run, goal);
    follow(seen, run, until, goal);
    const { metAt, metAfter } = seen;
    const isMet = metAt !== null && metAt.seq <= until.seq;
    return {
      metAt: isMet ? metAt : null,
      acts: actsIn(run.commands.slice(0, isMet ? metAfter : seen.play.commands.length)),
    };
  };
}

function open(scenario: Scenario, { setup }: Run, goal: Expect): Seen {
  // A server may have joined that the file knows nothing of.
  const play = openPlay({ ...scenario, setup, steps: [] }, null);
  const seen: Seen = { play, metAt: null, metAfter: 0 };
  look(seen, goal);
  return seen;
}

/** Whether what was seen is the beginning of this. */
function goesOn({ commands, world, scenario }: Play, run: Run, { seq, time }: Moment): boolean {
  const isBefore = world.seq < seq || (world.seq === seq && world.time <= time);
  return (
    isBefore &&
    scenario.setup === run.setup &&
    commands.every((given, place) => {
      const other = run.commands[place];
      return other?.seq === given.seq && other.command === given.command;
    })
  );
}

function follow(seen: Seen, run: Run, until: Moment, goal: Expect): void {
  const { play } = seen;
  try {
    while (play.world.seq < until.seq && step(play, run)) look(seen, goal);
  } catch (thrown) {
    if (thrown !== standstill) throw thrown;
  }
}

function step(play: Play, { commands }: Run): boolean {
  const next = commands[play.commands.length];
  if (next === undefined || next.seq !== play.world.seq) return advancePlay(play, Infinity);
  // Only time: what is due at the same moment comes after the command.
  play.world.time = next.time;
  return giveAlone(play, next.command) === null;
}

// What follows at the same moment belongs to the event: nobody means a state between them.
function look(seen: Seen, goal: Expect): void {
  const { play } = seen;
  const { world, commands } = play;
  if (seen.metAt !== null || isUnsettled(world)) return;
  if (mismatches(goal, viewOf(play), '').length > 0) return;
  seen.metAt = { seq: world.seq, time: world.time };
  seen.metAfter = commands.length;
}
