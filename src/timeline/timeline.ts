/**
 * The time machine. Worlds are kept at intervals; any moment is reached by replaying from a kept one, which gives
 * the identical bytes, because a run determines every event.
 */
import { assert, type Seq, type VirtualMs } from '../base/index.ts';
import type { Checks, look, openChecks, Violation } from '../check/index.ts';
import {
  advance,
  cloneWorld,
  type Envelope,
  type Event,
  execute,
  roundMs,
  type World,
  worldOf,
} from '../sim/index.ts';
import type { Annals } from './annals.ts';
import type { forget, record } from './annalsWrite.ts';
import { firstTree, type Tree } from './branches.ts';
import { type Chronicle, noteEvent, openChronicle } from './chronicle.ts';
import type { Given, Moment, Run } from './run.ts';

/** Events between two kept worlds. */
export const keepEvery = 1024;
/** So many events before the cursor can be asked for (`recentOf`). */
export const remembered = 400;
/** Of what comes after somebody has asked, so many are held: were it all, the garbage collector would copy each event. */
export const heldForNext = 64;

/** Who looks at every event and writes it down; it is large, and a page draws before it comes (`judgeFromStart`). */
export interface Judge {
  readonly openChecks: typeof openChecks;
  readonly look: typeof look;
  readonly record: typeof record;
  readonly forget: typeof forget;
}

/** A moment that can be gone on from. */
export interface Kept {
  readonly world: World;
  readonly checks: Checks | null;
  readonly given: number;
  /** Losses of messages that are still to be seen then. */
  readonly losses: readonly Event[];
}

/** What undoing returns to: the branches as they were, and where the cursor stood. */
export interface Standing {
  readonly tree: Tree;
  /** How many commands the current branch held, and how far it had come; null: the tree says so itself. */
  readonly commands: number | null;
  readonly end: Moment;
  readonly at: Moment;
}

/** Changed in place by the functions of this room; read only for everybody else. */
export interface Timeline {
  /** The current branch; its commands grow in place, since copying them at each would take ever longer. */
  run: OwnRun;
  /** The world at the cursor. */
  world: World;
  /** Null: nobody looks yet. */
  judge: Judge | null;
  /** What the judge knows at the cursor. */
  checks: Checks | null;
  /** Events in a row, the oldest first, as far as they are held: `recentOf` brings them up to the cursor. */
  recent: Event[];
  /** How many more events are to be held, until somebody asks again. */
  room: number;
  /** Those of the last events by which a message was lost, for it is still to be seen. */
  losses: Event[];
  /** The furthest moment reached so far. */
  readonly end: OwnMoment;
  chronicle: Chronicle;
  /** Null: nobody has asked for them yet (`annalsOf`). */
  annals: Annals | null;
  /** How many of the run's commands were given up to the cursor. */
  given: number;
  readonly kept: Kept[];
  /** All branches; the current one stands here as it was when it was last left or opened (see `treeOf`). */
  tree: Tree;
  /** What can be undone, the latest last, and what was undone. */
  readonly done: Standing[];
  readonly undone: Standing[];
}

/** A moment that moves: whoever keeps one takes a copy. */
export interface OwnMoment {
  seq: Seq;
  time: VirtualMs;
}

/** A run whose list of commands nobody else holds. */
export interface OwnRun extends Run {
  readonly commands: Given[];
}

export const ownRun = (run: Run): OwnRun => ({ ...run, commands: [...run.commands] });

/** A run at its first moment, under a judge or, for a while, under none. */
export function openUnder(judge: Judge | null, run: Run): Timeline {
  const world = worldOf(run.setup);
  const timeline: Timeline = {
    run: ownRun(run),
    world,
    judge,
    checks: judge?.openChecks(world) ?? null,
    recent: [],
    room: heldForNext,
    losses: [],
    end: momentOfWorld(world),
    chronicle: openChronicle(world),
    annals: null,
    given: 0,
    kept: [],
    tree: firstTree(run, momentOfWorld(world)),
    done: [],
    undone: [],
  };
  keep(timeline);
  return timeline;
}

const momentOfWorld = ({ seq, time }: World): OwnMoment => ({ seq, time });

/** The first moment of the run: the servers have started, nothing has happened. */
export const startOf = ({ kept }: Timeline): Seq => (kept[0] as Kept).world.seq;

/** Says how far the run has come. */
export function setEnd({ end }: Timeline, { seq, time }: Moment): void {
  end.seq = seq;
  end.time = time;
}

/** Where the cursor stands. */
export const momentOf = (timeline: Timeline): Moment => momentOfWorld(timeline.world);

function keep({ kept, world, checks, given, losses }: Timeline): void {
  kept.push({
    world: cloneWorld(world),
    checks: checksAt(checks),
    given,
    // What was lost fades in less than twice the time it would have travelled.
    losses: losses.filter(({ time, envelope }) => {
      const { sentAt, at } = envelope as Envelope;
      return world.time < time + 2 * Math.max(1, at - sentAt);
    }),
  });
}

/** Checks are changed in place only as a whole: to keep a moment is to copy two places. */
export const checksAt = (checks: Checks | null): Checks | null =>
  checks === null ? null : { ...checks };

const none: readonly Violation[] = [];

/** The properties broken up to the cursor, each the first time; none while nobody looks. */
export const violationsOf = ({ checks }: Timeline): readonly Violation[] =>
  checks === null ? none : checks.violations;

/** What happens next by `until`: a command of the run, or an event of the world; null when nothing does. */
export function happenNext(timeline: Timeline, until: VirtualMs): Event | null {
  const { world, run, given } = timeline;
  const { commands } = run;
  let event: Event | null;
  if (given < commands.length && (commands[given] as Given).seq === world.seq)
    event = giveAgain(timeline, commands[given] as Given, until);
  else event = advance(world, until);
  if (event !== null) note(timeline, event);
  return event;
}

function giveAgain(timeline: Timeline, { time, command }: Given, until: VirtualMs): Event | null {
  if (time > until) return null;
  timeline.world.time = time;
  const result = execute(timeline.world, command);
  assert(result.ok, `the run holds a command that cannot be given: ${command.type}`);
  timeline.given += 1;
  return result.value;
}

/** Looks at an event, and writes it down where it is new. */
export function note(timeline: Timeline, event: Event): void {
  const { world, judge, checks, chronicle, end } = timeline;
  const { seq } = event;
  let broken = none;
  if (judge !== null && checks !== null) {
    broken = judge.look(checks, world, event);
    if (timeline.annals !== null) judge.record(timeline.annals, event, checks.changes);
  }
  noteEvent(chronicle, world, event, broken.length > 0);
  if (timeline.room > 0) hold(timeline, event);
  if (event.kind === 'drop' || timeline.losses.length > 0) noteLoss(timeline.losses, event);
  if (seq > end.seq) {
    end.seq = seq;
    end.time = event.time;
  }
  if (seq % keepEvery === 0) keepOnce(timeline);
}

function hold(timeline: Timeline, event: Event): void {
  timeline.room -= 1;
  timeline.recent.push(event);
}

function noteLoss(losses: Event[], event: Event): void {
  if (event.kind === 'drop') losses.push(event);
  if (losses.length > 0 && (losses[0] as Event).seq <= event.seq - remembered) losses.shift();
}

function keepOnce(timeline: Timeline): void {
  const { kept, world } = timeline;
  if ((kept[kept.length - 1] as Kept).world.seq < world.seq) keep(timeline);
}

/** Where playing came to: the property that broke on the way, and whether the time asked for was reached. */
export interface Played {
  readonly broken: Violation | null;
  readonly isThere: boolean;
}

/**
 * Lets time pass to `until` (virtual ms). Stops at the event that breaks a property for the first time, and where
 * `mayGoOn`, asked after every few events, says no.
 */
export function playTo(
  timeline: Timeline,
  until: VirtualMs,
  mayGoOn: () => boolean = () => true,
): Played {
  let count = 0;
  for (
    let event = happenNext(timeline, until);
    event !== null;
    event = happenNext(timeline, until)
  ) {
    const violations = violationsOf(timeline);
    const broken = violations.length > 0 && violations.find(({ seq }) => seq === event?.seq);
    if (broken) return { broken, isThere: false };
    count += 1;
    if (count % 32 === 0 && !mayGoOn()) return { broken: null, isThere: false };
  }
  waitUntil(timeline, until);
  return { broken: null, isThere: true };
}

/** Lets time pass to `time`, in which nothing happens; like all virtual time it has a grain of a microsecond. */
export function waitUntil(timeline: Timeline, time: VirtualMs): void {
  const { world } = timeline;
  const until = roundMs(time);
  if (time < Infinity && until > world.time) world.time = until;
  if (world.seq === timeline.end.seq && world.time > timeline.end.time) setEnd(timeline, world);
}

/** Goes on to the next event; null when nothing will ever happen by itself. */
export const nextEvent = (timeline: Timeline): Event | null => happenNext(timeline, Infinity);
