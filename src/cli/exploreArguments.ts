/** The command line of `explore`, read. */
import { parseArgs } from 'node:util';
import {
  type Bounds,
  type ExperimentId,
  experimentIds,
  plainBounds,
  plainQuestion,
  type Question,
} from '../explore/index.ts';
import { type Switch, switchNames } from '../raft/index.ts';
import { exploreWords as said } from '../words/index.ts';

export type ExploreArguments =
  | { readonly task: 'help' }
  | SearchArguments
  | { readonly task: 'merge'; readonly files: readonly string[]; readonly out: string | null }
  | { readonly task: 'exhaust'; readonly bounds: Bounds; readonly to: string | null }
  | MeasureArguments;

export interface SearchArguments {
  readonly task: 'search';
  readonly question: Question;
  readonly isShrunk: boolean;
  readonly out: string | null;
  readonly to: string | null;
  readonly seconds: number;
  /** Null: one a core. */
  readonly workers: number | null;
}

export interface MeasureArguments {
  readonly task: 'measure';
  readonly experiment: ExperimentId;
  readonly trials: number;
  readonly seed: number;
  readonly csv: string | null;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const options = {
  seeds: text,
  'rules-off': text,
  servers: text,
  acts: text,
  way: text,
  goal: text,
  first: flag,
  shrink: flag,
  shard: text,
  out: text,
  to: text,
  seconds: text,
  workers: text,
  merge: flag,
  terms: text,
  entries: text,
  messages: text,
  losses: text,
  copies: text,
  crashes: text,
  noop: flag,
  trials: text,
  seed: text,
  csv: text,
  help: flag,
} as const;

/** Thrown by readers and caught below: the sentence of what is wrong. */
interface Wrong {
  readonly sentence: string;
}
const wrong = (sentence: string): never => {
  throw { sentence } satisfies Wrong;
};

/** The arguments, or a sentence saying what is wrong with them. */
export function readArguments(argv: readonly string[]): ExploreArguments | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options,
      allowPositionals: true,
    });
    return read(values, positionals);
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'sentence' in error)
      return String(error.sentence);
    return error instanceof Error ? error.message : String(error);
  }
}

type Values = { readonly [name in keyof typeof options]?: string | boolean | undefined };

function read(values: Values, positionals: readonly string[]): ExploreArguments {
  if (values.help === true) return { task: 'help' };
  const given = (name: keyof Values): string | null =>
    typeof values[name] === 'string' ? values[name] : null;
  if (values.merge === true) return { task: 'merge', files: positionals, out: given('out') };
  const [task = 'search', ...rest] = positionals;
  if (task === 'search' && rest.length === 0) return searchFrom(values, given);
  if (task === 'exhaust' && rest.length === 0) return exhaustFrom(values, given);
  if (task === 'measure' && rest.length === 1) return measureFrom(rest[0] as string, given);
  return wrong(said.badValue('explore', positionals.join(' ')));
}

type Given = (name: keyof Values) => string | null;

function whole(
  given: Given,
  name: keyof Values,
  usual: number,
  least: number,
  most: number,
): number {
  const value = given(name);
  if (value === null) return usual;
  const number = Number(value);
  const isFine = /^\d+$/.test(value) && number >= least && number <= most;
  return isFine ? number : wrong(said.badValue(`--${name}`, value));
}

const mostSeed = 2 ** 31 - 1;

function searchFrom(values: Values, given: Given): SearchArguments {
  const [, first = '', last = ''] = /^(\d+)\.\.(\d+)$/.exec(given('seeds') ?? '') ?? [];
  if (given('seeds') === null) wrong(said.missing('--seeds'));
  if (first === '' || Number(first) > Number(last) || Number(last) > mostSeed)
    wrong(said.badValue('--seeds', given('seeds') ?? ''));
  const way = given('way') ?? plainQuestion.way;
  const isWay = way === 'hand' || way === 'weather' || way === 'mixed';
  const servers = whole(given, 'servers', 0, 1, 9);
  return {
    task: 'search',
    question: {
      seeds: [Number(first), Number(last)],
      shard: shardFrom(given('shard')),
      rulesOff: rulesFrom(given('rules-off')),
      servers: servers === 0 ? null : servers,
      acts: whole(given, 'acts', plainQuestion.acts, 1, 100_000),
      way: isWay ? way : wrong(said.badValue('--way', way)),
      goal: goalFrom(given('goal')),
      isFirstEnough: values.first === true,
    },
    isShrunk: values.shrink === true || values.first === true,
    out: given('out'),
    to: given('to'),
    seconds: whole(given, 'seconds', Infinity, 1, 1_000_000),
    workers: given('workers') === null ? null : whole(given, 'workers', 0, 0, 1024),
  };
}

function shardFrom(value: string | null): Question['shard'] {
  if (value === null) return [1, 1];
  const [, part = '', of = ''] = /^(\d+)\/(\d+)$/.exec(value) ?? [];
  const isFine = part !== '' && Number(part) >= 1 && Number(part) <= Number(of);
  return isFine ? [Number(part), Number(of)] : wrong(said.badValue('--shard', value));
}

function rulesFrom(value: string | null): readonly Switch[] {
  const named = (value ?? '').split(',').filter((name) => name !== '');
  const unknown = named.find((name) => !switchNames.some((rule) => rule === name));
  if (unknown !== undefined) wrong(said.badValue('--rules-off', unknown));
  return switchNames.filter((rule) => named.includes(rule));
}

function goalFrom(value: string | null): Question['goal'] {
  if (value === null) return null;
  try {
    return JSON.parse(value) as Question['goal'];
  } catch {
    return wrong(said.badValue('--goal', value));
  }
}

function exhaustFrom(values: Values, given: Given): ExploreArguments {
  const { servers, terms, entries, messages, faults } = plainBounds;
  const bounds: Bounds = {
    servers: whole(given, 'servers', servers, 1, 5),
    terms: whole(given, 'terms', terms, 1, 9),
    entries: whole(given, 'entries', entries, 0, 9),
    messages: whole(given, 'messages', messages, 1, 12),
    faults: {
      losses: whole(given, 'losses', faults.losses ?? 0, 0, 9),
      copies: whole(given, 'copies', faults.copies ?? 0, 0, 9),
      crashes: whole(given, 'crashes', faults.crashes ?? 0, 0, 9),
    },
    noop: values.noop === true,
    rulesOff: rulesFrom(given('rules-off')),
  };
  return { task: 'exhaust', bounds, to: given('to') };
}

function measureFrom(name: string, given: Given): MeasureArguments {
  const experiment = experimentIds.find((id) => id === name);
  return {
    task: 'measure',
    experiment: experiment ?? wrong(said.badValue('measure', name)),
    trials: whole(given, 'trials', 1000, 1, 1_000_000),
    seed: whole(given, 'seed', 1, 0, mostSeed),
    csv: given('csv'),
  };
}
