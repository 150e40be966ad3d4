/** All properties, after every event; each is reported the first time it breaks. */
import type { Property, Server } from '../raft/index.ts';
import type { Event, World } from '../sim/index.ts';
import { electionSafety } from './electionSafety.ts';
import { type Facts, factsAtStart, noteApplied, noteCommitted, noteElected } from './facts.ts';
import { leaderAppendOnly } from './leaderAppendOnly.ts';
import { leaderCompleteness } from './leaderCompleteness.ts';
import { logMatching } from './logMatching.ts';
import { monotonicIndexes } from './monotonicIndexes.ts';
import { hasTakenOffice } from './office.ts';
import { oneConfigChange } from './oneConfigChange.ts';
import { stateMachineSafety } from './stateMachineSafety.ts';
import type { Check, Violation } from './violation.ts';

const properties = {
  ElectionSafety: electionSafety,
  LeaderAppendOnly: leaderAppendOnly,
  LogMatching: logMatching,
  LeaderCompleteness: leaderCompleteness,
  StateMachineSafety: stateMachineSafety,
  MonotonicIndexes: monotonicIndexes,
  OneConfigChange: oneConfigChange,
} as const satisfies Partial<Record<Property, Check>>;

const propertyList = Object.entries(properties) as [Property, Check][];

/** The names of all properties, in the order they are looked at. */
export const propertyNames: readonly Property[] = propertyList.map(([name]) => name);

/** Changed in place by `look`; `cloneChecks` keeps a moment. */
export interface Checks {
  facts: Facts;
  /** The first break of each property, in the order they came. */
  violations: readonly Violation[];
}

/** Checks for a world at time 0. */
export const openChecks = (world: World): Checks => ({
  facts: factsAtStart(world),
  violations: none,
});

export const cloneChecks = (checks: Checks): Checks => ({ ...checks });

const none: readonly Violation[] = [];

/** Looks at one event; gives the properties that it broke for the first time. */
export function look(checks: Checks, world: World, event: Event): readonly Violation[] {
  const { before, after } = event;
  if (before === null || after === null || before === after) return none;
  const broken = event.kind === 'crash' ? none : findBroken(checks, world, event, before, after);
  checks.facts = noteAll(checks.facts, before, after);
  if (broken.length > 0) checks.violations = [...checks.violations, ...broken];
  return broken;
}

function findBroken(
  { facts, violations }: Checks,
  world: World,
  event: Event,
  before: Server,
  after: Server,
): readonly Violation[] {
  let broken: Violation[] | null = null;
  const sight = { event, before, after, facts, world };
  for (const [property, check] of propertyList) {
    const collision = check(sight);
    if (collision === null || violations.some((known) => known.property === property)) continue;
    broken ??= [];
    broken.push({ property, seq: event.seq, time: event.time, collision });
  }
  return broken ?? none;
}

function noteAll(facts: Facts, before: Server, after: Server): Facts {
  let noted = facts;
  if (hasTakenOffice(before, after)) noted = noteElected(noted, after);
  if (after.commitIndex > before.commitIndex) noted = noteCommitted(noted, after);
  if (after.lastApplied > before.lastApplied) noted = noteApplied(noted, after, before.lastApplied);
  return noted;
}
