/** All properties, after every event; each is reported the first time it breaks. */
import type { Property, Server } from '../raft/index.ts';
import type { Event, World } from '../sim/index.ts';
import { electionSafety } from './electionSafety.ts';
import { exactlyOnce } from './exactlyOnce.ts';
import { type Facts, factsAtStart, noteApplied, noteCommitted, noteElected } from './facts.ts';
import { noteClients } from './histories.ts';
import { leaderAppendOnly } from './leaderAppendOnly.ts';
import { leaderCompleteness } from './leaderCompleteness.ts';
import { linearizable } from './linearizable.ts';
import { logMatching } from './logMatching.ts';
import { monotonicIndexes } from './monotonicIndexes.ts';
import { hasTakenOffice } from './office.ts';
import { oneConfigChange } from './oneConfigChange.ts';
import { stateMachineSafety } from './stateMachineSafety.ts';
import type { AnswerCheck, Check, Collision, Violation } from './violation.ts';

const ofServers = {
  ElectionSafety: electionSafety,
  LeaderAppendOnly: leaderAppendOnly,
  LogMatching: logMatching,
  LeaderCompleteness: leaderCompleteness,
  StateMachineSafety: stateMachineSafety,
  MonotonicIndexes: monotonicIndexes,
  OneConfigChange: oneConfigChange,
  ExactlyOnce: exactlyOnce,
} as const satisfies Partial<Record<Property, Check>>;
const ofAnswers = { Linearizability: linearizable } as const satisfies Record<
  Exclude<Property, keyof typeof ofServers>,
  AnswerCheck
>;

type Named<Looks> = readonly (readonly [Property, Looks])[];
const serverChecks = Object.entries(ofServers) as unknown as Named<Check>;
const answerChecks = Object.entries(ofAnswers) as unknown as Named<AnswerCheck>;

/** The names of all properties, in the order they are looked at. */
export const propertyNames: readonly Property[] = [...serverChecks, ...answerChecks].map(
  ([name]) => name,
);

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
  const { before, after, clients, kind } = event;
  const isStep = before !== null && after !== null && before !== after;
  if (!isStep && clients.length === 0) return none;
  const { facts, violations } = checks;
  const stepped = isStep ? noteAll(facts, before, after) : facts;
  const known = clients.length > 0 ? noteClients(stepped, world, event) : stepped;
  checks.facts = known;
  const sight = { event, facts, known, world };
  // What a crash takes is no step of the protocol.
  if (isStep && kind !== 'crash') report(checks, event, serverChecks, { ...sight, before, after });
  if (clients.length > 0) report(checks, event, answerChecks, sight);
  return checks.violations === violations ? none : checks.violations.slice(violations.length);
}

/** Asks the properties that are whole so far. */
function report<Sight>(
  checks: Checks,
  { seq, time }: Event,
  list: Named<(sight: Sight) => Collision | null>,
  sight: Sight,
): void {
  for (const [property, check] of list) {
    if (checks.violations.some((known) => known.property === property)) continue;
    const collision = check(sight);
    if (collision !== null)
      checks.violations = [...checks.violations, { property, seq, time, collision }];
  }
}

function noteAll(facts: Facts, before: Server, after: Server): Facts {
  let noted = facts;
  if (hasTakenOffice(before, after)) noted = noteElected(noted, after);
  if (after.commitIndex > before.commitIndex) noted = noteCommitted(noted, after);
  if (after.lastApplied > before.lastApplied) noted = noteApplied(noted, after, before.lastApplied);
  return noted;
}
