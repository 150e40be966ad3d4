/** A scenario being run: its world, and everything that is remembered beside it. Changed in place by `run.ts`. */
import { assert, type Seq, type VirtualMs } from '../base/index.ts';
import { type Checks, cloneChecks, look, openChecks } from '../check/index.ts';
import {
  advance,
  advanceTo,
  type Command,
  type CrewChange,
  cloneWorld,
  type Event,
  execute,
  isUnsettled,
  type Refusal,
  type World,
  worldOf,
} from '../sim/index.ts';
import type { Given } from '../timeline/index.ts';
import { countedPatterns, type View } from './expect.ts';
import type { Expect, MessagePattern } from './file.ts';
import { firstNumbering, type Numbering, numberOf, withEvent, withLine } from './numbering.ts';
import { type Fits, fits } from './patterns.ts';
import type { Scenario } from './scenario.ts';
import { cloneTallies, note, openTallies, type Tallies } from './tallies.ts';

/** What a watch needs to know beside the world. */
export interface Told {
  /** The number on the trace of an event of this branch. */
  readonly numberIn: (seq: Seq) => number;
  /** So many servers are there by now; the rest of the world's have not joined yet. */
  readonly servers: number;
}

/** Whoever wants to see a run go by; a trace is one. */
export interface Watch {
  readonly start: (world: World, servers: number) => void;
  readonly event: (world: World, event: Event, told: Told) => void;
  readonly mark: (world: World, what: 'mark' | 'back', name: string, number: number) => void;
  /** There are so many servers from now on: a line with number `first`, then one for each that is new. */
  readonly joined: (world: World, before: number, servers: number, first: number) => void;
}

interface Kept {
  readonly world: World;
  readonly checks: Checks;
  readonly tallies: Tallies;
  readonly numbering: Numbering;
  readonly commands: number;
  readonly declared: ReadonlySet<string>;
  readonly servers: number;
}

export interface Play {
  readonly scenario: Scenario;
  readonly watch: Watch | null;
  readonly counted: readonly Fits[];
  readonly counters: ReadonlyMap<MessagePattern, number>;
  world: World;
  checks: Checks;
  tallies: Tallies;
  numbering: Numbering;
  /** Every command given in the present branch. */
  commands: Given[];
  /** Broken properties that an expectation has named. */
  declared: Set<string>;
  readonly marks: Map<string, Kept>;
  /** Events since time last went on. */
  standing: number;
  /** Servers that are there by now, the first of the world's. */
  servers: number;
}

/** A run in which this many events happen at one moment will never end. */
export const mostAtOnce = 1_000_000;

/** Thrown through the runner and caught by it: the run stands still. */
export const standstill = Symbol('standstill');

/** Everything that will be compared with the run. */
function lookedFor({ steps, lesson }: Scenario): readonly Expect[] {
  const goal = lesson?.goal;
  const inSteps = steps.flatMap(({ action }): readonly Expect[] => {
    if (action.type === 'expect' || action.type === 'runUntil') return [action.expect];
    const options = action.type === 'words' ? (action.words.ask?.options ?? []) : [];
    return options.flatMap(({ holds }) => (holds === undefined ? [] : [holds]));
  });
  return goal === undefined ? inSteps : [...inSteps, goal];
}

/** A scenario before its first step; `watch` sees the world at time 0. */
export function openPlay(scenario: Scenario, watch: Watch | null): Play {
  const world = worldOf(scenario.setup);
  const patterns = lookedFor(scenario).flatMap(countedPatterns);
  const counted = patterns.map((pattern) => fits(pattern, scenario.setup.names));
  const { names, spares = 0 } = scenario.setup;
  const servers = names.length - spares;
  watch?.start(world, servers);
  return {
    scenario,
    watch,
    counted,
    counters: new Map(patterns.map((pattern, place) => [pattern, place])),
    world,
    checks: openChecks(world),
    tallies: openTallies(world, patterns.length),
    numbering: firstNumbering(world.seq, spares),
    commands: [],
    declared: new Set(),
    marks: new Map(),
    standing: 0,
    servers,
  };
}

/** What an expectation may look at. */
export const viewOf = ({ world, checks, tallies, counters }: Play): View => ({
  world,
  checks,
  tallies,
  counters,
});

function observe(play: Play, event: Event, before: VirtualMs): void {
  play.standing = play.world.time > before ? 0 : play.standing + 1;
  play.numbering = withEvent(play.numbering, event.seq);
  note(play.tallies, event, play.counted);
  look(play.checks, play.world, event);
  play.watch?.event(play.world, event, {
    numberIn: (seq) => numberOf(play.numbering, seq),
    servers: play.servers,
  });
  if (play.standing >= mostAtOnce) throw standstill;
}

/** The next event by `until`, if there is one. @throws standstill */
export function advancePlay(play: Play, until: VirtualMs): boolean {
  const before = play.world.time;
  const event = advance(play.world, until);
  if (event === null) return false;
  observe(play, event, before);
  return true;
}

/** What follows from the last event at the same moment: losses, entries to apply, commands handed over. @throws standstill */
export function drain(play: Play): void {
  while (isUnsettled(play.world) && advancePlay(play, play.world.time));
}

/** Moves the clock, everything before `until` having happened. */
export function moveClock(play: Play, until: VirtualMs): void {
  if (until > play.world.time) play.standing = 0;
  advanceTo(play.world, until);
}

/** Gives a command, and lets what follows from it happen; null, or why it does nothing. @throws standstill */
export function giveCommand(play: Play, command: Command): Refusal | null {
  const refusal = giveAlone(play, command);
  if (refusal === null) drain(play);
  return refusal;
}

/** Gives a command as a person does, who may give the next before anything follows from it. @throws standstill */
export function giveAlone(play: Play, command: Command): Refusal | null {
  const { seq, time } = play.world;
  if (command.type === 'reconfigure') welcome(play, command.change);
  const done = execute(play.world, command);
  if (!done.ok) return done.error;
  play.commands.push({ seq, time, command });
  observe(play, done.value, time);
  return null;
}

// A server begins when it is first named, whether its joining is granted or not.
function welcome(play: Play, change: CrewChange): void {
  const named = change.kind === 'set' ? change.voters : [change.server];
  const servers = Math.max(play.servers, ...named.map((id) => id + 1));
  const before = play.servers;
  if (servers === before) return;
  play.servers = servers;
  const first = play.numbering.last + 1;
  for (let line = before; line <= servers; line += 1)
    play.numbering = withLine(play.numbering, play.world.seq);
  play.watch?.joined(play.world, before, servers, first);
}

/** Names this moment. */
export function mark(play: Play, name: string): void {
  play.numbering = withLine(play.numbering, play.world.seq);
  play.watch?.mark(play.world, 'mark', name, play.numbering.last);
  play.marks.set(name, {
    world: cloneWorld(play.world),
    checks: cloneChecks(play.checks),
    tallies: cloneTallies(play.tallies),
    numbering: play.numbering,
    commands: play.commands.length,
    declared: new Set(play.declared),
    servers: play.servers,
  });
}

/** Returns to a moment: the run is as it was, whatever has happened since. */
export function goBack(play: Play, name: string): void {
  const kept = play.marks.get(name);
  assert(kept !== undefined, `no mark ${name}`);
  play.world = cloneWorld(kept.world);
  play.checks = cloneChecks(kept.checks);
  play.tallies = cloneTallies(kept.tallies);
  play.commands.length = kept.commands;
  play.declared = new Set(kept.declared);
  play.servers = kept.servers;
  play.standing = 0;
  const { last } = play.numbering;
  play.numbering = withLine({ segments: kept.numbering.segments, last }, play.world.seq);
  play.watch?.mark(play.world, 'back', name, play.numbering.last);
}
