/**
 * Search: one expedition a seed, from seed to seed, until something is found. A search on its way is a plain value: put
 * away and taken up again it goes on where it was, and what a seed gives depends on nothing but the seed and the question.
 */
import type { Property, RuleId, RuleList, Switch } from '../raft/index.ts';
import { ruleIds, switches } from '../raft/index.ts';
import { type Expect, lookoutFor, type ScenarioFile } from '../scenario/index.ts';
import { chanceOf } from './chance.ts';
import { expedition } from './expedition.ts';
import { fileOf } from './storm/file.ts';
import { type Judge, type Outcome, type Storm, type Trouble, weather } from './storm/storm.ts';

/**
 * `hand`: every timeout and delivery is an act; `weather`: time goes on by itself; `mixed`: by the seed, and by hand alone
 * where a rule is off that safety rests on, since that is where those who break it are found soonest. Where others are off,
 * a cluster stands still without them, which shows in the weather alone.
 */
export type Way = 'hand' | 'weather' | 'mixed';

export interface Question {
  /** First and last, both included. */
  readonly seeds: readonly [first: number, last: number];
  /** Of so many parts of the seeds, this one, from 1; seeds are dealt out in turn. */
  readonly shard: readonly [part: number, of: number];
  readonly rulesOff: readonly Switch[];
  /** Null: 3 to 5, by the seed. */
  readonly servers: number | null;
  /** Acts in one schedule. */
  readonly acts: number;
  readonly way: Way;
  /** Looked for instead of a broken property, if not null; then no schedule goes on from another. */
  readonly goal: Expect | null;
  /** Whether the first finding ends it. */
  readonly isFirstEnough: boolean;
}

/** A million seeds with all rules on, until the first finding. */
export const plainQuestion: Question = {
  seeds: [1, 1_000_000],
  shard: [1, 1],
  rulesOff: [],
  servers: null,
  acts: 100,
  way: 'mixed',
  goal: null,
  isFirstEnough: true,
};

/** What was looked for: a property broken, a promise to a client broken, no progress in calm weather, the goal reached. */
export interface Finding {
  readonly seed: number;
  readonly what: Property | 'promise' | 'progress' | 'goal';
  /** What exactly, as JSON or a sentence of the house. */
  readonly facts: string;
  /** As found, with every step; `shrinking` makes it small. */
  readonly file: ScenarioFile;
}

/** What one seed came to. */
export interface SeedOutcome {
  readonly seed: number;
  readonly schedules: number;
  readonly events: number;
  /** Lines of Figure 2 obeyed on the way, in its order. */
  readonly rules: readonly RuleId[];
  readonly finding: Finding | null;
}

export interface Search {
  readonly question: Question;
  /** The next seed to be tried; null: it is over. */
  readonly next: number | null;
  readonly schedules: number;
  readonly events: number;
  readonly rules: readonly RuleId[];
  readonly findings: readonly Finding[];
}

/** A search that has tried no seed yet. */
export const openSearch = (question: Question): Search => ({
  question,
  next: seedFrom(question, question.seeds[0]),
  schedules: 0,
  events: 0,
  rules: [],
  findings: [],
});

/** The search after one seed more; the same one where it is over. */
export function searchOn(search: Search): Search {
  if (search.next === null) return search;
  return withOutcome(search, trySeed(search.question, search.next));
}

/** The search with what its next seed came to, wherever that was tried. */
export function withOutcome(search: Search, outcome: SeedOutcome): Search {
  const { question } = search;
  const { seed, schedules, events, rules, finding } = outcome;
  const isOver = finding !== null && question.isFirstEnough;
  return {
    question,
    next: isOver ? null : seedFrom(question, seed + 1),
    schedules: search.schedules + schedules,
    events: search.events + events,
    rules: ruleIds.filter((id) => search.rules.includes(id) || rules.includes(id)),
    findings: finding === null ? search.findings : [...search.findings, finding],
  };
}

/** The first seed of this part from `seed` on. */
function seedFrom(
  { seeds: [first, last], shard: [part, of] }: Question,
  seed: number,
): number | null {
  const start = first + part - 1;
  const next = seed <= start ? start : start + Math.ceil((seed - start) / of) * of;
  return next > last ? null : next;
}

/** What a seed gives: a function of the question and the seed alone. */
export function trySeed(question: Question, seed: number): SeedOutcome {
  const storm = stormOf(question, seed);
  const obeyed = new Set<RuleList>();
  const { outcome, schedules, events } =
    question.goal === null ? expedition(storm, obeyed) : towards(question.goal, storm, obeyed);
  const ids = new Set([...obeyed].flatMap((list) => list.ids));
  const rules = ruleIds.filter((id) => ids.has(id));
  return { seed, schedules, events, rules, finding: findingOf(question, storm, outcome) };
}

/** Small crews find most: a majority of three is two. */
const sizes = [3, 3, 4, 3, 5];

function stormOf({ servers, rulesOff, acts, way }: Question, seed: number): Storm {
  const size = servers ?? (sizes[seed % sizes.length] as number);
  const byHand = way === 'hand' || (way === 'mixed' && isByHand(rulesOff, seed));
  return { seed, servers: size, rulesOff, acts, byHand };
}

function isByHand(rulesOff: readonly Switch[], seed: number): boolean {
  if (rulesOff.length === 0) return chanceOf(seed, 4)() >= 1 / 8;
  return rulesOff.some((rule) => switches[rule].protects !== null);
}

function towards(goal: Expect, storm: Storm, obeyed: Set<RuleList>) {
  const judge: Judge = (world) => {
    const isReached = lookoutFor(goal, world);
    return (event) => (isReached(event) ? JSON.stringify(goal) : null);
  };
  const outcome = weather(storm, ({ rules }) => obeyed.add(rules), judge);
  return { outcome, schedules: 1, events: outcome.events };
}

function findingOf({ goal }: Question, storm: Storm, outcome: Outcome): Finding | null {
  const { trouble } = outcome;
  if (trouble === null || (goal !== null && trouble.what !== 'judge')) return null;
  const what = whatOf(trouble);
  const closing = goal === null ? trouble.closing : [{ expect: goal }];
  const file = fileOf(storm, outcome, `Seed ${storm.seed}: ${what}`, closing);
  return { seed: storm.seed, what, facts: trouble.facts, file };
}

const whatOf = ({ what }: Trouble): Finding['what'] => (what === 'judge' ? 'goal' : what);
