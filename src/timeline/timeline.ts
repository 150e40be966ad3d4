/**
 * The time machine. Worlds are kept at intervals; any moment is reached by replaying from a kept one, which gives
 * the identical bytes, because a run determines every event.
 */
import { assert, type Result, type Seq, type VirtualMs } from '../base/index.ts';
import { type Checks, cloneChecks, look, openChecks, type Violation } from '../check/index.ts';
import {
  advance,
  type Command,
  cloneWorld,
  type Event,
  execute,
  type Refusal,
  type World,
  worldOf,
} from '../sim/index.ts';
import { type Chronicle, forgetAfter, noteEvent, openChronicle } from './chronicle.ts';
import type { Given, Moment, Run } from './run.ts';

/** Events between two kept worlds. */
const keepEvery = 512;
/** Events remembered up to the cursor; a seek replays at least so many where there are so many. */
const remembered = 400;

/** A moment that can be gone on from. */
interface Kept {
  readonly world: World;
  readonly checks: Checks;
  readonly given: number;
}

/** A future that was left when somebody acted in its past. */
export interface Shelved {
  readonly run: Run;
  readonly end: Moment;
  /** Where the other future begins. */
  readonly from: Moment;
}

/** Changed in place by the functions here; read only for everybody else. */
export interface Timeline {
  run: Run;
  /** The world at the cursor. */
  world: World;
  checks: Checks;
  /** The last events up to the cursor, the oldest first. */
  recent: Event[];
  /** The furthest moment reached so far. */
  end: Moment;
  readonly chronicle: Chronicle;
  /** How many of the run's commands were given up to the cursor. */
  given: number;
  readonly kept: Kept[];
  readonly shelved: Shelved[];
}

/** A run at its first moment. */
export function openTimeline(run: Run): Timeline {
  const world = worldOf(run.setup);
  const timeline: Timeline = {
    run,
    world,
    checks: openChecks(world),
    recent: [],
    end: momentOfWorld(world),
    chronicle: openChronicle(world),
    given: 0,
    kept: [],
    shelved: [],
  };
  keep(timeline);
  return timeline;
}

const momentOfWorld = ({ seq, time }: World): Moment => ({ seq, time });

/** Where the cursor stands. */
export const momentOf = (timeline: Timeline): Moment => momentOfWorld(timeline.world);

/** The first moment of the run: the servers have started, nothing has happened. */
const startOf = (timeline: Timeline): Seq => 1 + timeline.run.setup.names.length;

function keep({ kept, world, checks, given }: Timeline): void {
  kept.push({ world: cloneWorld(world), checks: cloneChecks(checks), given });
}

/** What happens next by `until`: a command of the run, or an event of the world; null when nothing does. */
function happenNext(timeline: Timeline, until: VirtualMs): Event | null {
  const { world, run } = timeline;
  const next = run.commands[timeline.given];
  let event: Event | null;
  if (next !== undefined && next.seq === world.seq)
    event = next.time > until ? null : giveAgain(timeline, next);
  else event = advance(world, until);
  if (event !== null) note(timeline, event);
  return event;
}

function giveAgain(timeline: Timeline, { time, command }: Given): Event {
  timeline.world.time = time;
  const result = execute(timeline.world, command);
  assert(result.ok, `the run holds a command that cannot be given: ${command.type}`);
  timeline.given += 1;
  return result.value;
}

function note(timeline: Timeline, event: Event): void {
  const { world, checks, chronicle, recent, kept } = timeline;
  const broken = look(checks, world, event);
  noteEvent(chronicle, world, event, broken.length > 0);
  recent.push(event);
  if (recent.length >= 2 * remembered) timeline.recent = recent.slice(-remembered);
  if (event.seq > timeline.end.seq) timeline.end = momentOfWorld(world);
  const last = kept[kept.length - 1] as Kept;
  if (event.seq >= last.world.seq + keepEvery) keep(timeline);
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
    const broken = timeline.checks.violations.find(({ seq }) => seq === event?.seq);
    if (broken !== undefined) return { broken, isThere: false };
    count += 1;
    if (count % 32 === 0 && !mayGoOn()) return { broken: null, isThere: false };
  }
  waitUntil(timeline, until);
  return { broken: null, isThere: true };
}

function waitUntil(timeline: Timeline, time: VirtualMs): void {
  const { world } = timeline;
  if (time < Infinity && time > world.time) world.time = time;
  if (world.seq === timeline.end.seq && world.time > timeline.end.time)
    timeline.end = momentOfWorld(world);
}

/** Goes on to the next event; null when nothing will ever happen by itself. */
export const nextEvent = (timeline: Timeline): Event | null => happenNext(timeline, Infinity);

/** Goes back to before the last event; gives the event that now stands last, null at the start. */
export function previousEvent(timeline: Timeline): Event | null {
  seekSeq(timeline, timeline.world.seq - 1);
  return timeline.recent[timeline.recent.length - 1] ?? null;
}

/** Goes to just after the event `seq`; before the first event for anything earlier. */
export function seekSeq(timeline: Timeline, seq: Seq): void {
  const target = Math.max(seq, startOf(timeline));
  if (
    target < timeline.world.seq ||
    target > timeline.world.seq + keepEvery ||
    isBetweenEvents(timeline)
  ) {
    resume(timeline, ({ world }) => world.seq <= target);
  }
  while (timeline.world.seq < target) if (happenNext(timeline, Infinity) === null) return;
}

// Where time has gone on since the last event, going "to that event" is a step back.
const isBetweenEvents = ({ world, recent }: Timeline): boolean =>
  world.time > (recent[recent.length - 1]?.time ?? 0);

/** Goes to a moment in virtual time, all its events included; beyond the end the run goes on. */
export function seekTime(timeline: Timeline, time: VirtualMs): void {
  const target = Math.max(0, time);
  const { world } = timeline;
  if (target < world.time)
    resume(timeline, (kept) => kept.world.time < target || kept === timeline.kept[0]);
  while (happenNext(timeline, target) !== null);
  waitUntil(timeline, target);
}

export function seekStart(timeline: Timeline): void {
  seekSeq(timeline, startOf(timeline));
}

/** Goes to the furthest moment reached. */
export function seekEnd(timeline: Timeline): void {
  const { end } = timeline;
  seekSeq(timeline, end.seq);
  waitUntil(timeline, end.time);
}

/** Takes up a kept world from which the target lies ahead, early enough to remember what went before it. */
function resume(timeline: Timeline, isBefore: (kept: Kept) => boolean): void {
  const { kept } = timeline;
  let place = kept.length - 1;
  while (place > 0 && !isBefore(kept[place] as Kept)) place -= 1;
  const { world, checks, given } = kept[Math.max(0, place - 1)] as Kept;
  timeline.world = cloneWorld(world);
  timeline.checks = cloneChecks(checks);
  timeline.given = given;
  timeline.recent = [];
}

/** Goes to the next landmark (an election, a commit, a crash …); false, and nowhere, when none lies ahead. */
export function nextLandmark(timeline: Timeline): boolean {
  const { world, chronicle } = timeline;
  const known = chronicle.landmarks.find(({ seq }) => seq > world.seq);
  if (known === undefined) return false;
  seekSeq(timeline, known.seq);
  return true;
}

/** Goes to the landmark before the last event. */
export function previousLandmark(timeline: Timeline): boolean {
  const { world, chronicle } = timeline;
  const known = chronicle.landmarks.findLast(({ seq }) => seq < world.seq);
  if (known === undefined) return false;
  seekSeq(timeline, known.seq);
  return true;
}

/**
 * Gives a command now. In the past, the future known so far is shelved and another one begins; on refusal nothing
 * has changed.
 */
export function give(timeline: Timeline, command: Command): Result<Event, Refusal> {
  const { world, run } = timeline;
  const at = momentOfWorld(world);
  const result = execute(world, command);
  if (!result.ok) return result;
  leaveFuture(timeline, at);
  const commands = run.commands.slice(0, timeline.given);
  commands.push({ ...at, command });
  timeline.run = { ...run, commands };
  timeline.given += 1;
  note(timeline, result.value);
  return result;
}

function leaveFuture(timeline: Timeline, at: Moment): void {
  const { run, end, kept, chronicle, shelved, given } = timeline;
  if (end.seq <= at.seq && given === run.commands.length) return;
  shelved.push({ run, end, from: at });
  while (kept.length > 1 && (kept[kept.length - 1] as Kept).world.seq > at.seq) kept.pop();
  forgetAfter(chronicle, at.seq);
  timeline.end = at;
}
