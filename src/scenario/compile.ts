/** A valid file as something to run: servers by id, steps as what the runner does. Nothing can go wrong any more. */
import type { ServerId } from '../base/index.ts';
import {
  bothWays,
  type Command,
  type CrewChange,
  linksBetween,
  profiles,
  type Setup,
} from '../sim/index.ts';
import { defined } from './defined.ts';
import { idsOf, messageFrom, operationFrom } from './engineValues.ts';
import type { FileStep, Filter, ScenarioFile, Varied } from './file.ts';
import { optionsFrom } from './fileOptions.ts';
import { initialFrom } from './initialServers.ts';
import { namesInRun } from './newcomers.ts';
import type { Parsed } from './parse.ts';
import { atItem, atKey } from './path.ts';
import type { Action, Scenario } from './scenario.ts';

/** @param name what the file is called in reports */
export function compile({ file, names, lines }: Parsed, name: string): Scenario {
  const about = { file, names, lines };
  const main = scenarioOf(about, { name, run: null, stepsPath: 'steps', varied: file });
  const runs = Object.entries(file.runs ?? {}).map(([run, own]) => {
    const varied: Varied = {
      ...file,
      ...own,
      title: own.title ?? run,
      options: { ...file.options, ...own.options },
      initial: { ...file.initial, ...own.initial },
    };
    const stepsPath = own.steps === undefined ? 'steps' : atKey(atKey('runs', run), 'steps');
    return scenarioOf(about, { name, run, stepsPath, varied });
  });
  const steps = file.lesson?.solution;
  const stepsPath = 'lesson.solution';
  const solution =
    steps === undefined
      ? null
      : scenarioOf(about, { name, run: null, stepsPath, varied: { ...file, steps } });
  return { ...main, runs, solution };
}

interface Which {
  readonly name: string;
  readonly run: string | null;
  /** Where its steps stand. */
  readonly stepsPath: string;
  readonly varied: Varied;
}

function scenarioOf(
  { file, names: first, lines }: Parsed,
  { name, run, stepsPath, varied }: Which,
): Scenario {
  const steps = varied.steps ?? [];
  const names = namesInRun(steps, first);
  return {
    file: name,
    run,
    title: file.title ?? name,
    runTitle: run === null ? null : (varied.title ?? run),
    refs: file.refs ?? [],
    setup: setupOf(file, names, names.length - first.length, varied),
    steps: steps.map((step, place) => {
      const here = atItem(stepsPath, place);
      return { path: here, line: lines.get(here) ?? 1, action: actionOf(step, names) };
    }),
    hasSteps: file.steps !== undefined,
    lesson: file.lesson ?? null,
    solution: null,
    runs: [],
    lines,
  };
}

function setupOf(
  file: ScenarioFile,
  names: readonly string[],
  spares: number,
  varied: Varied,
): Setup {
  const options = {
    ...profiles[file.profile ?? 'paper'],
    ...optionsFrom(varied.options ?? {}, names),
  };
  return {
    names,
    ...(spares === 0 ? {} : { spares }),
    seed: file.seed ?? 1,
    options,
    rulesOff: varied.rulesOff ?? [],
    timers: file.timers ?? 'auto',
    delivery: file.delivery ?? 'auto',
    initial: initialFrom(varied.initial ?? {}, names.slice(0, names.length - spares)),
  };
}

type Compile<Value> = (
  value: Value,
  step: FileStep,
  idOf: (name: string) => ServerId,
  names: readonly string[],
) => Action;

const command = (given: Command): Action => ({ type: 'command', command: given });
const defaultWithinMs = 60_000;

const messages =
  (verb: 'deliver' | 'drop' | 'duplicate' | 'hold' | 'release'): Compile<Filter> =>
  (filter) => ({ type: 'messages', verb, filter });

const onServer =
  (type: 'timeout' | 'heartbeat' | 'crash' | 'pause' | 'resume' | 'snapshot'): Compile<string> =>
  (name, _step, idOf) =>
    command({ type, server: idOf(name) });

type IdOf = (name: string) => ServerId;

const atServer = (at: string | undefined, idOf: IdOf): { readonly at?: ServerId } =>
  at === undefined ? {} : { at: idOf(at) };

const crew = (change: CrewChange, at: string | undefined, idOf: IdOf): Action =>
  command({ type: 'reconfigure', change, ...atServer(at, idOf) });

const words: Compile<unknown> = (_value, step) => ({ type: 'words', words: step });

const request = (_value: unknown, step: FileStep, idOf: (name: string) => ServerId): Action => {
  const { client = 'c1', at, loseReply } = step;
  return command(
    defined<Extract<Command, { type: 'request' }>>({
      type: 'request',
      client,
      operation: operationFrom(step),
      at: at === undefined ? undefined : idOf(at),
      loseReply,
    }),
  );
};

/** One function a verb; the keys are in no order, since a step has only one of them. */
const verbs = {
  run: (ms) => ({ type: 'run', ms }),
  runUntil: (expect, { withinMs = defaultWithinMs }) => ({ type: 'runUntil', expect, withinMs }),
  settle: (among, _step, idOf) => ({
    type: 'settle',
    among: among === true ? null : among.map(idOf),
  }),
  deliver: messages('deliver'),
  drop: messages('drop'),
  duplicate: messages('duplicate'),
  hold: messages('hold'),
  release: messages('release'),
  inject: (message, _step, _idOf, names) =>
    command({ type: 'inject', message: messageFrom(message, names) }),
  timeout: onServer('timeout'),
  heartbeat: onServer('heartbeat'),
  set: request,
  get: request,
  delete: request,
  cas: request,
  incr: request,
  crash: onServer('crash'),
  restart: (name, { lose = [] }, idOf) =>
    command({ type: 'restart', server: idOf(name), lose: [lose].flat() }),
  pause: onServer('pause'),
  resume: onServer('resume'),
  cut: ([from, to], { oneWay = false }, idOf) =>
    command({
      type: 'cut',
      links: oneWay ? [[idOf(from), idOf(to)]] : bothWays(idOf(from), idOf(to)),
    }),
  heal: (link, _step, idOf) =>
    link === true
      ? { type: 'healAll' }
      : command({ type: 'heal', links: bothWays(idOf(link[0]), idOf(link[1])) }),
  partition: (groups, _step, idOf) =>
    command({ type: 'cut', links: linksBetween(groups.map((group) => group.map(idOf))) }),
  addServer: (name, { learner = false, at }, idOf) =>
    crew({ kind: learner ? 'addLearner' : 'add', server: idOf(name) }, at, idOf),
  removeServer: (name, { at }, idOf) => crew({ kind: 'remove', server: idOf(name) }, at, idOf),
  promote: (name, { at }, idOf) => crew({ kind: 'promote', server: idOf(name) }, at, idOf),
  reconfigure: (voters, { at }, idOf, names) =>
    crew({ kind: 'set', voters: idsOf(voters, names) }, at, idOf),
  transferLeadership: (name, { at }, idOf) =>
    command({ type: 'transfer', target: idOf(name), ...atServer(at, idOf) }),
  snapshot: onServer('snapshot'),
  options: (options, _step, _idOf, names) => ({
    type: 'options',
    change: optionsFrom(options, names),
  }),
  rulesOff: (rulesOff) => ({ type: 'rulesOff', rulesOff }),
  retry: (client, { at }, idOf) => command({ type: 'retry', client, ...atServer(at, idOf) }),
  expect: (expect) => ({ type: 'expect', expect }),
  mark: (name) => ({ type: 'mark', name }),
  back: (name) => ({ type: 'back', name }),
  note: words,
  stop: words,
  ask: words,
} as const satisfies {
  readonly [Verb in keyof FileStep]?: Compile<Exclude<FileStep[Verb], undefined>>;
};

type Verb = keyof typeof verbs;

/** The verb of a step. */
const verbOf = (step: FileStep): Verb =>
  (Object.keys(verbs) as Verb[]).find((verb) => step[verb] !== undefined) as Verb;

function actionOf(step: FileStep, names: readonly string[]): Action {
  const verb = verbOf(step);
  const idOf = (name: string): ServerId => names.indexOf(name);
  return (verbs[verb] as Compile<unknown>)(step[verb], step, idOf, names);
}
