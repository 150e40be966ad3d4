/** Runs a scenario headless, step by step, and says what did not hold. */
import type { Seq, ServerId, VirtualMs } from '../base/index.ts';
import type { Property } from '../raft/index.ts';
import { type Command, type Envelope, inFlight, type Refusal, roundMs } from '../sim/index.ts';
import { countsLeaderChanges, declared, type Mismatch, mismatches } from './expect.ts';
import type { Expect, Filter } from './file.ts';
import { lineOf } from './issues.ts';
import { numberOf } from './numbering.ts';
import { fits } from './patterns.ts';
import {
  advancePlay,
  drain,
  giveCommand,
  goBack,
  mark,
  mostAtOnce,
  moveClock,
  openPlay,
  type Play,
  standstill,
  viewOf,
  type Watch,
} from './play.ts';
import type { Action, Scenario, Step } from './scenario.ts';
import type { Json } from './show.ts';

/** Why a step, or the run, failed. */
export type Reason =
  | 'expected'
  | 'notInTime'
  | 'noSuchMessage'
  | 'standstill'
  | 'undeclared'
  | Exclude<Refusal['reason'], 'noSuchMessage'>;

export interface Failure {
  readonly reason: Reason;
  /** From 0; null: the run as a whole. */
  readonly step: number | null;
  readonly line: number;
  /** What did not hold: `steps[3].expect.S1.role`. */
  readonly path: string;
  readonly expected: Json;
  readonly actual: Json;
}

/** A property that the run broke, on the line of the trace where it did. */
export interface Broken {
  readonly property: Property;
  readonly time: VirtualMs;
  readonly event: number;
}

/** Where each step began, in the branch that was left standing. */
export interface StepMoment {
  readonly step: number;
  readonly seq: Seq;
  readonly time: VirtualMs;
}

export interface Outcome {
  readonly failures: readonly Failure[];
  readonly violations: readonly Broken[];
  readonly moments: readonly StepMoment[];
  readonly play: Play;
}

/** Called before each step, and once when all are done: then there is none. */
export type Reader = (play: Play, place: number) => void;

/** Runs all steps, also after a failure, unless the run stands still. */
export function runScenario(
  scenario: Scenario,
  watch: Watch | null = null,
  read: Reader = () => {},
): Outcome {
  const play = openPlay(scenario, watch);
  const failures: Failure[] = [];
  let moments: StepMoment[] = [];
  let at = -1;
  try {
    drain(play);
    for (const [place, step] of scenario.steps.entries()) {
      at = place;
      read(play, place);
      if (step.action.type === 'back')
        moments = upToMark(moments, scenario.steps, step.action.name);
      else moments.push({ step: place, seq: play.world.seq, time: play.world.time });
      const found = performed(play, step).map((one) => complete(one, scenario, place, step));
      failures.push(...found.sort((a, b) => a.line - b.line));
    }
    read(play, scenario.steps.length);
    failures.push(...undeclared(play));
  } catch (thrown) {
    if (thrown !== standstill) throw thrown;
    failures.push(atStandstill(scenario, at));
  }
  return { failures, violations: brokenIn(play), moments, play };
}

function upToMark(
  moments: readonly StepMoment[],
  steps: readonly Step[],
  name: string,
): StepMoment[] {
  const isMark = ({ step }: StepMoment): boolean => {
    const action = steps[step]?.action;
    return action?.type === 'mark' && action.name === name;
  };
  return moments.slice(0, moments.findLastIndex(isMark) + 1);
}

const brokenIn = ({ checks, numbering }: Play): readonly Broken[] =>
  checks.violations.map(({ property, time, seq }) => ({
    property,
    time,
    event: numberOf(numbering, seq),
  }));

function undeclared(play: Play): readonly Failure[] {
  return brokenIn(play)
    .filter(({ property }) => !play.declared.has(property))
    .map(({ property, time, event }) => ({
      reason: 'undeclared',
      step: null,
      line: 1,
      path: 'violations',
      expected: [...play.declared],
      actual: { property, time, event },
    }));
}

const atStandstill = ({ steps }: Scenario, place: number): Failure => ({
  reason: 'standstill',
  step: place < 0 ? null : place,
  line: steps[place]?.line ?? 1,
  path: steps[place]?.path ?? '',
  expected: { atMost: mostAtOnce },
  actual: mostAtOnce,
});

type Found = Mismatch & { readonly reason: Reason };

const complete = (found: Found, { lines }: Scenario, step: number, { path }: Step): Failure => {
  const { reason, expected, actual } = found;
  const whole = path + (found.path.startsWith('[') || found.path === '' ? '' : '.') + found.path;
  return { reason, step, line: lineOf(lines, whole), path: whole, expected, actual };
};

type Perform<T extends Action['type']> = (
  play: Play,
  action: Extract<Action, { type: T }>,
) => readonly Found[];

const fine: readonly Found[] = [];

const later = ({ world }: Play, ms: VirtualMs): VirtualMs => roundMs(world.time + ms);

const refused = ({ reason, server }: Refusal, play: Play): readonly Found[] => [
  {
    reason,
    path: '',
    expected: null,
    actual: server === null ? null : (play.world.setup.names[server] as string),
  },
];

const performers: { readonly [T in Action['type']]: Perform<T> } = {
  run: (play, { ms }) => {
    const until = later(play, ms);
    while (advancePlay(play, until));
    moveClock(play, until);
    return fine;
  },
  runUntil: (play, { expect, withinMs }) => {
    const until = later(play, withinMs);
    let wrong = mismatches(expect, viewOf(play), 'runUntil');
    while (wrong.length > 0 && advancePlay(play, until)) {
      drain(play);
      wrong = mismatches(expect, viewOf(play), 'runUntil');
    }
    if (wrong.length === 0) return declaring(play, expect);
    moveClock(play, until);
    return wrong.map((one) => ({ ...one, reason: 'notInTime' }));
  },
  settle: (play, { among }) => {
    for (let next = nextToSettle(play, among); next !== null; next = nextToSettle(play, among))
      giveCommand(play, next);
    return fine;
  },
  messages: (play, { verb, filter }) => {
    const chosen = choose(play, verb, filter);
    if (chosen === null)
      return [{ reason: 'noSuchMessage', path: verb, expected: filter as Json, actual: null }];
    return chosen.flatMap(({ id }) => {
      const refusal = giveCommand(play, { type: verb, message: id });
      return refusal === null ? fine : refused(refusal, play);
    });
  },
  command: (play, { command }) => {
    const refusal = giveCommand(play, command);
    return refusal === null ? fine : refused(refusal, play);
  },
  healAll: (play) => {
    const { cut, servers } = play.world;
    const links = [...cut.keys()]
      .filter((link) => cut[link] === 1)
      .map((link): [number, number] => [Math.floor(link / servers.length), link % servers.length]);
    giveCommand(play, { type: 'heal', links });
    return fine;
  },
  options: (play, { change }) => {
    const { options, rulesOff } = play.world;
    giveCommand(play, { type: 'options', options: { ...options, ...change }, rulesOff });
    return fine;
  },
  rulesOff: (play, { rulesOff }) => {
    giveCommand(play, { type: 'options', options: play.world.options, rulesOff });
    return fine;
  },
  expect: (play, { expect }) => {
    const wrong = mismatches(expect, viewOf(play), 'expect');
    if (wrong.length === 0) declaring(play, expect);
    if (countsLeaderChanges(expect)) play.tallies.countedChanges = play.tallies.leaderChanges;
    return wrong.map((one) => ({ ...one, reason: 'expected' }));
  },
  mark: (play, { name }) => {
    mark(play, name);
    return fine;
  },
  back: (play, { name }) => {
    goBack(play, name);
    return fine;
  },
  words: () => fine,
};

function performed(play: Play, { action }: Step): readonly Found[] {
  return (performers[action.type] as Perform<Action['type']>)(play, action);
}

function declaring(play: Play, expect: Expect): readonly Found[] {
  for (const property of declared(expect, viewOf(play))) play.declared.add(property);
  return fine;
}

// A paused server reads and writes nothing: what is for it waits at its door, settled or not.
function nextToSettle({ world }: Play, among: readonly ServerId[] | null): Command | null {
  const isAmong = (id: ServerId): boolean =>
    (among === null || among.includes(id)) && world.conditions[id] !== 'paused';
  const isBetween = ({ message: { from, to }, held }: Envelope): boolean =>
    !held && isAmong(to) && (among === null || among.includes(from));
  const message = oldest([...world.queue, ...world.waiting].filter(isBetween));
  if (message !== null) return { type: 'deliver', message: message.id };
  const write = oldest(world.writes.filter(({ server }) => isAmong(server)));
  return write === null ? null : { type: 'persist', server: write.server };
}

const oldest = <T extends { readonly id: number }>(all: readonly T[]): T | null =>
  all.reduce<T | null>((best, one) => (best === null || one.id < best.id ? one : best), null);

type MessageVerb = Extract<Action, { type: 'messages' }>['verb'];

/** The messages that a filter means, the oldest first; null where there are too few. */
function choose({ world }: Play, verb: MessageVerb, filter: Filter): readonly Envelope[] | null {
  const fitting = inFlight(world).filter(fits(filter, world.setup.names));
  const free = fitting.filter(({ held }) => !held);
  const held = fitting.filter((envelope) => envelope.held);
  const order: Readonly<Record<MessageVerb, readonly Envelope[]>> = {
    // What is held back comes last: it waits to be released.
    deliver: [...free, ...held],
    drop: [...free, ...held],
    duplicate: [...free, ...held],
    hold: free,
    release: held,
  };
  const { nth = 1, count = 1 } = filter;
  const from = order[verb].slice(nth - 1);
  const needed = count === 'all' ? 1 : count;
  if (from.length < needed) return null;
  return count === 'all' ? from : from.slice(0, count);
}
