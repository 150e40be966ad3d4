/** All properties, after every event; each is reported the first time it breaks. */
import type { Property, Server } from '../raft/index.ts';
import type { Event, World } from '../sim/index.ts';
import { electionSafety } from './electionSafety.ts';
import { exactlyOnce } from './exactlyOnce.ts';
import { type Facts, factsAtStart, noteApplied, noteCommitted, noteElected } from './facts.ts';
import { noteAnswers } from './histories.ts';
import { leaderAppendOnly } from './leaderAppendOnly.ts';
import { leaderCompleteness } from './leaderCompleteness.ts';
import { linearizable } from './linearizable.ts';
import { logMatching } from './logMatching.ts';
import { monotonicIndexes } from './monotonicIndexes.ts';
import { hasTakenOffice } from './office.ts';
import { oneConfigChange } from './oneConfigChange.ts';
import { stateMachineSafety } from './stateMachineSafety.ts';
import type { Check, Sight, Violation } from './violation.ts';

const properties = {
  ElectionSafety: electionSafety,
  LeaderAppendOnly: leaderAppendOnly,
  LogMatching: logMatching,
  LeaderCompleteness: leaderCompleteness,
  StateMachineSafety: stateMachineSafety,
  MonotonicIndexes: monotonicIndexes,
  OneConfigChange: oneConfigChange,
  ExactlyOnce: exactlyOnce,
  Linearizability: linearizable,
} as const satisfies Record<Property, Check>;

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
  if (before === null || after === null) return none;
  if (before === after && event.clients.length === 0) return none;
  const known = noteAll(checks.facts, before, after);
  const sight = { event, before, after, facts: checks.facts, known, world };
  const broken = event.kind === 'crash' ? none : findBroken(checks, sight);
  checks.facts = event.clients.length > 0 ? noteAnswers(known, world, event) : known;
  if (broken.length > 0) checks.violations = [...checks.violations, ...broken];
  return broken;
}

function findBroken({ violations }: Checks, sight: Sight): readonly Violation[] {
  let broken: Violation[] | null = null;
  for (const [property, check] of propertyList) {
    const collision = check(sight);
    if (collision === null || violations.some((known) => known.property === property)) continue;
    broken ??= [];
    broken.push({ property, seq: sight.event.seq, time: sight.event.time, collision });
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
