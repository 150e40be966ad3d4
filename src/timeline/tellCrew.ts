/** What to say of a change of the crew: begun or refused, committed by halves, and ending an office (§6). */
import type { ServerId } from '../base/index.ts';
import {
  type Configuration,
  type Leader,
  log as logs,
  majority,
  matchIndexOf,
  type RuleId,
  type Server,
} from '../raft/index.ts';
import type { Event } from '../sim/index.ts';
import { commandAt } from './notation.ts';
import type { Draft, NameOf } from './telling.ts';
import type { TellingParams, Votes } from './tellingParams.ts';

/** The votes of `granted` among those who vote: a joint configuration asks for a majority of each half (§6). */
export function votesOf({ configuration }: Server, granted: readonly ServerId[]): Votes {
  const { voters, outgoing } = configuration;
  const half = (ids: readonly ServerId[]) => ({
    have: ids.filter((id) => granted.includes(id)).length,
    of: ids.length,
    needed: majority(ids.length),
  });
  return { ...half(voters), old: outgoing === null ? null : half(outgoing) };
}

const namesOf = (ids: readonly ServerId[], name: NameOf): string => ids.map(name).join(', ');

export function tellCrew(
  { before, rules }: Pick<Event, 'before' | 'rules'>,
  after: Server,
  name: NameOf,
): Draft {
  const server = name(after.id);
  if (before === null || before.configuration === after.configuration) {
    const reason = before === null ? 'doesNotLead' : reasonAgainst(before, rules.ids);
    return { id: 'refusesCrew', params: { server, reason }, weight: 'loud' };
  }
  const { voters, outgoing, learners } = after.configuration;
  const crew = { voters: namesOf(voters, name), learners: namesOf(learners, name) };
  if (outgoing === null) return { id: 'changesCrew', params: { server, ...crew }, weight: 'loud' };
  const params = { server, old: namesOf(outgoing, name), ...crew };
  return { id: 'changesCrewJointly', params, weight: 'loud' };
}

/** Why a leader refused, from what it looked at last. */
function reasonAgainst(
  before: Server,
  obeyed: readonly RuleId[],
): TellingParams['refusesCrew']['reason'] {
  if (before.role !== 'leader') return 'doesNotLead';
  if (before.transfer !== null) return 'handsOver';
  if (obeyed.includes('MC4')) return 'oneAtATime';
  if (obeyed.includes('MC3')) return 'nothingOfItsTerm';
  return obeyed.includes('MC2') ? 'underWay' : 'whoVotes';
}

/** How many of these hold the log up to `index`, as the leader knows it. */
const holding = (leader: Leader, ids: readonly ServerId[], index: number): number =>
  ids.filter((id) => matchIndexOf(leader, id) >= index).length;

/** A commit that ends something: a joint configuration, or the office of a leader that is in the crew no more. */
export function tellCrewCommitted(
  before: Leader,
  after: Server,
  from: ServerId,
  name: NameOf,
): Draft | null {
  const server = name(after.id);
  if (after.role !== 'leader') {
    const index = after.configurationIndex;
    const crew = namesOf(after.configuration.voters, name);
    const params = { server, from: name(from), index, crew, term: after.currentTerm };
    return { id: 'leavesOffice', params, weight: 'loud' };
  }
  const { configuration, configurationIndex } = before;
  const isCompleted =
    configuration.outgoing !== null && after.configurationIndex > configurationIndex;
  if (!isCompleted) return null;
  const params = {
    server,
    from: name(from),
    index: configurationIndex,
    old: namesOf(configuration.outgoing ?? [], name),
    voters: namesOf(configuration.voters, name),
    next: after.configurationIndex,
  };
  return { id: 'completesCrew', params, weight: 'loud' };
}

/** An acknowledgement under a joint configuration, which asks for two majorities. */
export function tellJointly(
  after: Leader,
  { voters, outgoing }: Configuration,
  { from, index }: { readonly from: ServerId; readonly index: number },
  name: NameOf,
): Draft {
  const old = outgoing ?? [];
  const params = {
    server: name(after.id),
    from: name(from),
    index,
    have: holding(after, voters, index),
    of: voters.length,
    haveOld: holding(after, old, index),
    ofOld: old.length,
  };
  if (after.commitIndex >= index) {
    const command = commandAt(after, index, name);
    return { id: 'commitsJointly', params: { ...params, command }, weight: 'loud' };
  }
  const isHeld = params.have >= majority(params.of) && params.haveOld >= majority(params.ofOld);
  if (!isHeld) return { id: 'acknowledgedJointly', params, weight: 'loud' };
  const term = logs.termAt(after.log, index);
  return { id: 'acknowledgedOldTerm', params: { ...params, term }, weight: 'loud' };
}
