/** All properties, after every event; each is reported the first time it breaks. */
import type { Property } from '../raft/index.ts';
import type { Event, World } from '../sim/index.ts';
import { change, changesEnd, changesIn } from './changes.ts';
import { electionSafety } from './electionSafety.ts';
import { exactlyOnce } from './exactlyOnce.ts';
import { type Facts, noteApplied, noteCommitted, noteElected, noteOptions } from './facts.ts';
import { noteClients } from './histories.ts';
import { leaderAppendOnly } from './leaderAppendOnly.ts';
import { leaderCompleteness } from './leaderCompleteness.ts';
import { linearizable } from './linearizable.ts';
import { logMatching } from './logMatching.ts';
import { monotonicIndexes } from './monotonicIndexes.ts';
import { oneConfigChange } from './oneConfigChange.ts';
import { factsAtStart } from './start.ts';
import { stateMachineSafety } from './stateMachineSafety.ts';
import type { AnswerCheck, AnswerSight, Check, Collision, Sight, Violation } from './violation.ts';

/** A property of servers, and the changes that can break it: it is asked after no other event. */
interface ServerProperty {
  readonly brokenBy: number;
  readonly check: Check;
}

const { office, log, commit, apply, fall, progress } = change;
const ofServers = {
  ElectionSafety: { brokenBy: office, check: electionSafety },
  LeaderAppendOnly: { brokenBy: log, check: leaderAppendOnly },
  LogMatching: { brokenBy: log, check: logMatching },
  LeaderCompleteness: { brokenBy: office | commit, check: leaderCompleteness },
  StateMachineSafety: { brokenBy: apply, check: stateMachineSafety },
  MonotonicIndexes: { brokenBy: fall | progress, check: monotonicIndexes },
  OneConfigChange: { brokenBy: log, check: oneConfigChange },
  ExactlyOnce: { brokenBy: apply, check: exactlyOnce },
} as const satisfies Partial<Record<Property, ServerProperty>>;
const ofAnswers = { Linearizability: linearizable } as const satisfies Record<
  Exclude<Property, keyof typeof ofServers>,
  AnswerCheck
>;

interface Named<Looked> {
  readonly property: Property;
  readonly check: (sight: Looked) => Collision | null;
}

const names = <Name extends Property>(table: Readonly<Record<Name, unknown>>): readonly Name[] =>
  Object.keys(table) as Name[];

/** The names of all properties, in the order they are looked at. */
export const propertyNames: readonly Property[] = [...names(ofServers), ...names(ofAnswers)];

/** What to ask after changes, at the place of their bits. */
const askedAfter: readonly (readonly Named<Sight>[])[] = Array.from(
  { length: changesEnd },
  (_, changes) =>
    names(ofServers)
      .filter((property) => (ofServers[property].brokenBy & changes) !== 0)
      .map((property) => ({ property, check: ofServers[property].check })),
);
const askedOfAnswers: readonly Named<AnswerSight>[] = names(ofAnswers).map((property) => ({
  property,
  check: ofAnswers[property],
}));

/** Changed in place by `look`; `cloneChecks` keeps a moment. */
export interface Checks {
  facts: Facts;
  /** The first break of each property, in the order they came. */
  violations: readonly Violation[];
  /** What the event looked at last changed of its server (`change`): others need not compare again. */
  changes: number;
}

/** Checks for a world at time 0. */
export const openChecks = (world: World): Checks => ({
  facts: factsAtStart(world),
  violations: none,
  changes: 0,
});

/** The checks as they are now, to be kept or to go another way: facts and violations are values. */
export const cloneChecks = ({ facts, violations, changes }: Checks): Checks => ({
  facts,
  violations,
  changes,
});

const none: readonly Violation[] = [];

/** Looks at one event; gives the properties that it broke for the first time. */
export function look(checks: Checks, world: World, event: Event): readonly Violation[] {
  const { before, after } = event;
  const isStep = before !== null && after !== null && before !== after;
  const changes = changesIn(event);
  checks.changes = changes;
  const hasClients = event.clients.length > 0;
  if (changes === 0 && !hasClients) {
    if (event.kind === 'options') checks.facts = noteOptions(checks.facts, world.options);
    return none;
  }
  const { facts, violations } = checks;
  let known = facts;
  if (isStep) {
    if ((changes & office) !== 0) known = noteElected(known, after);
    if ((changes & commit) !== 0) known = noteCommitted(known, after, before.commitIndex);
    if ((changes & apply) !== 0) known = noteApplied(known, after, before.lastApplied);
  }
  if (hasClients) known = noteClients(known, world, event);
  checks.facts = known;
  // What a crash takes is no step of the protocol.
  if (isStep && event.kind !== 'crash')
    report(checks, event, askedAfter[changes] as readonly Named<Sight>[], {
      event,
      facts,
      known,
      world,
      before,
      after,
    });
  if (hasClients) report(checks, event, askedOfAnswers, { event, facts, known, world });
  return checks.violations === violations ? none : checks.violations.slice(violations.length);
}

/** Asks the properties that are whole so far. */
function report<Looked>(
  checks: Checks,
  { seq, time }: Event,
  asked: readonly Named<Looked>[],
  sight: Looked,
): void {
  for (const { property, check } of asked) {
    if (isBroken(checks, property)) continue;
    const collision = check(sight);
    if (collision !== null)
      checks.violations = [...checks.violations, { property, seq, time, collision }];
  }
}

const isBroken = ({ violations }: Checks, property: Property): boolean =>
  violations.length > 0 && violations.some((known) => known.property === property);
