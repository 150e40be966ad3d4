/**
 * What schemas are put together from. The message of every check is the id of a `Problem`, with what may stand there
 * behind a colon, so that the sentence can be made elsewhere.
 */
import * as v from 'valibot';
import type { Problem } from '../problems.ts';
import { plainKey } from '../safeKey.ts';

/** A problem's id, and what the sentence about it needs to know. */
export const say = (problem: Problem, ...allowed: readonly (string | number)[]): string =>
  [problem, ...allowed].join('\u0001');

/** What the schemas of one file know of it. */
export interface About {
  /** The servers there are; null: any name will do, as in the published schema. */
  readonly names: readonly string[] | null;
  /** The servers there are from a step on, which may make new ones. */
  readonly namesFrom: (step: unknown) => readonly string[] | null;
  /** Schemas that are met in several places, by the name they have in the published schema. */
  readonly definitions: Record<string, v.GenericSchema>;
}

/** A bare number or boolean is read as its text. */
export const text = v.pipe(
  v.union([v.string(), v.number(), v.boolean()], say('text')),
  v.transform(String),
);

export const yesNo = v.boolean(say('yesNo'));
export const onlyTrue = v.literal(true, say('onlyTrue'));

/** A whole number of at least `least`. */
export const whole = (least: number) =>
  v.pipe(
    v.number(say('number')),
    v.safeInteger(say('wholeNumber')),
    v.minValue(least, say('atLeast', least)),
  );

export const integer = v.pipe(v.number(say('number')), v.safeInteger(say('wholeNumber')));
const finite = v.pipe(v.number(say('number')), v.finite(say('number')));

/** A length of virtual time in ms; 0 is one. */
export const delayMs = v.pipe(finite, v.minValue(0, say('atLeast', 0)));
/** Time until something happens again, in ms; never 0. */
export const intervalMs = v.pipe(finite, v.gtValue(0, say('moreThan', 0)));
export const rate = v.pipe(
  finite,
  v.minValue(0, say('atLeast', 0)),
  v.maxValue(1, say('atMost', 1)),
);

/** Lowest and highest value. */
export const rangeOf = <S extends v.GenericSchema<number>>(ms: S) =>
  v.pipe(
    v.strictTuple([ms, ms], say('range')),
    v.check(([min, max]) => min <= max, say('minAboveMax')),
  );

export const oneOf = <const Options extends readonly string[]>(options: Options) =>
  v.picklist(options, say('oneOf', ...options));

export const listOf = <S extends v.GenericSchema>(item: S) => v.array(item, say('list'));

/** A list in which nothing stands twice. */
export const setOf = <S extends v.GenericSchema>(item: S) =>
  v.pipe(
    listOf(item),
    v.check((list) => new Set(list).size === list.length, say('twice')),
  );

/** An object with these keys and no others. */
export const mapWith = <E extends v.ObjectEntries>(entries: E) =>
  refusingLists(v.strictObject(entries, say('map', ...Object.keys(entries))));

/** An object with at least these keys, if they are not optional. */
export const looseMap = <E extends v.ObjectEntries>(entries: E) =>
  refusingLists(v.looseObject(entries, say('map')));

/** An object with keys of the file's choice. */
export const mapOf = <K extends v.GenericSchema<string, string>, S extends v.GenericSchema>(
  key: K,
  value: S,
) => refusingLists(v.record(key, value, say('map')));

// To the validator a list is an object with the keys 0, 1, 2.
function refusingLists<S extends v.GenericSchema>(schema: S): S {
  const run = (dataset: v.UnknownDataset, config: v.Config<v.BaseIssue<unknown>>) =>
    schema['~run'](Array.isArray(dataset.value) ? { ...dataset, value: null } : dataset, config);
  return { ...schema, '~run': run };
}

/** One key with its value, such as `{A: "1"}`. */
export const oneKey = <S extends v.GenericSchema>(value: S) =>
  v.pipe(
    mapOf(v.string(), value),
    v.check((map) => Object.keys(map).length === 1, say('oneKey')),
  );

/** The name of a server that the file has. */
export const serverName = ({ names }: About) =>
  v.pipe(
    text,
    v.check(
      (name) => names === null || names.includes(name),
      say('unknownServer', ...(names ?? [])),
    ),
  );

/** The same as a key. */
export const serverKey = ({ names }: About) =>
  v.pipe(
    v.string(),
    v.check(
      (name) => names === null || names.includes(plainKey(name)),
      say('unknownServer', ...(names ?? [])),
    ),
  );

export const pairOfServers = (about: About) =>
  v.pipe(
    v.strictTuple([serverName(about), serverName(about)], say('pair')),
    v.check(([a, b]) => a !== b, say('sameServer')),
  );

/** One of two forms, told apart by `isFirst`, so that an error speaks of the form that was meant. */
export function either<A extends v.GenericSchema, B extends v.GenericSchema>(
  about: About,
  name: string,
  isFirst: (input: unknown) => boolean,
  first: A,
  second: B,
) {
  // Met before under this name, it is the same: the published schema holds each definition once.
  const known = about.definitions[name] as v.UnionSchema<[A, B], undefined> | undefined;
  const both = known ?? v.union([first, second]);
  about.definitions[name] = both;
  return v.lazy((input): A | B | typeof both => {
    if (input === undefined) return both; // The published schema asks for both forms.
    return isFirst(input) ? first : second;
  });
}

/** One of many forms, told apart by a tag in the value. */
export function byTag<S extends v.GenericSchema>(
  about: About,
  name: string,
  forms: Readonly<Record<string, S>>,
  tagOf: (input: unknown) => string | null,
  otherwise: v.GenericSchema,
) {
  const all = v.union(Object.values(forms));
  about.definitions[name] = all;
  return v.lazy((input): S | typeof all => {
    if (input === undefined) return all;
    const tag = tagOf(input);
    // A schema that accepts nothing, whatever its type says.
    return tag === null ? (otherwise as unknown as S) : (forms[tag] as S);
  });
}
