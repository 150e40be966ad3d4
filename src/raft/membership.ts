/** Changing who takes part: through a joint configuration (§6), or one server at a time (dissertation ch. 4). */
import type { ServerId } from '../base/index.ts';
import { type Configuration, isVoter } from './configuration.ts';
import { append, lastIndex, termAt } from './log.ts';
import { rules } from './paper.ts';
import { freshProgress } from './progress.ts';
import { broadcast } from './replication.ts';
import type { Leader } from './server.ts';
import { obey, ownFollower, ownLeader, startElectionTimer, type Transition } from './transition.ts';

/** Begins a change to `voters` and `learners`, or refuses it, which changes nothing. */
export function beginChange(
  t: Transition,
  leader: Leader,
  voters: readonly ServerId[],
  learners: readonly ServerId[],
): void {
  if (!mayChange(t, leader, voters, learners)) return;
  const { configuration, settings } = leader;
  const isJoint =
    settings.membership === 'joint' &&
    settings.obeys['config.joint'] &&
    difference(configuration.voters, voters) > 0;
  if (isJoint) obey(t, rules.MC4);
  appendConfiguration(t, leader, {
    voters,
    outgoing: isJoint ? configuration.voters : null,
    learners,
  });
  broadcast(t, 'news');
}

function mayChange(
  t: Transition,
  leader: Leader,
  voters: readonly ServerId[],
  learners: readonly ServerId[],
): boolean {
  const { configuration, configurationIndex, commitIndex, settings } = leader;
  // Nobody could ever commit anything again, nor change that.
  if (voters.length === 0) return false;
  // Thesis §4.2.2: who loses its vote may be needed as a candidate until that is committed, and a learner never stands.
  if (learners.some((id) => isVoter(configuration, id))) return false;
  // Thesis §3.10: who is handing leadership over takes no requests.
  if (leader.transfer !== null) return false;
  // §6: no change begins before the one under way is complete.
  obey(t, rules.MC2);
  if (configuration.outgoing !== null || configurationIndex > commitIndex) return false;
  // Both halves of a joint configuration hold a majority of the one before it, so two rivals always meet there.
  if (settings.membership === 'joint') return true;
  if (!hasCommittedOwnTerm(t, leader)) return false;
  if (!settings.obeys['config.joint']) return true;
  // Thesis §4.1: one server at a time, so that majorities before and after overlap.
  obey(t, rules.MC4);
  return difference(configuration.voters, voters) <= 1;
}

function hasCommittedOwnTerm(t: Transition, leader: Leader): boolean {
  const { commitIndex, currentTerm, log, settings } = leader;
  // Thesis §4.1 and its erratum of 2015: a leader first commits an entry of its own term. Else two leaders change the
  // same configuration in two ways, and majorities of the two results need not meet.
  obey(t, rules.MC3);
  return termAt(log, commitIndex) === currentTerm || !settings.obeys['config.ownTermFirst'];
}

/** How many servers are in one of the lists only. */
const difference = (a: readonly ServerId[], b: readonly ServerId[]): number =>
  a.filter((id) => !b.includes(id)).length + b.filter((id) => !a.includes(id)).length;

function appendConfiguration(t: Transition, leader: Leader, configuration: Configuration): void {
  // §6: a server uses the latest configuration in its log, whether committed or not.
  obey(t, rules.MC1);
  const log = append(leader.log, {
    term: leader.currentTerm,
    payload: { type: 'config', configuration },
  });
  const progress = freshProgress({ id: leader.id, configuration }, lastIndex(leader.log)).map(
    (fresh, id) => (fresh === null ? null : (leader.progress[id] ?? fresh)),
  );
  const changed = ownLeader(t);
  changed.log = log;
  changed.configuration = configuration;
  changed.configurationIndex = lastIndex(log);
  changed.progress = progress;
}

/**
 * What follows once the latest configuration is committed: the second half of a joint change, or the end of an
 * office. Tells whether it appended something.
 */
export function completeChange(t: Transition): boolean {
  const leader = t.server;
  if (leader.role !== 'leader') return false;
  const { configuration, configurationIndex, commitIndex, id, log } = leader;
  if (configurationIndex > commitIndex) return false;
  // What stood before all logs is no change that somebody began; what a snapshot holds is one that was committed.
  if (configurationIndex === 0 && log.snapshotIndex === 0) return false;
  if (configuration.outgoing !== null) {
    // §6: once C_old,new is committed, the leader may create C_new.
    obey(t, rules.MC5);
    appendConfiguration(t, leader, { ...configuration, outgoing: null });
    broadcast(t, 'news');
    return true;
  }
  if (isVoter(configuration, id)) return false;
  // §6: a leader that is not in C_new steps down once C_new is committed.
  obey(t, rules.MC6);
  ownFollower(t).leaderId = null;
  startElectionTimer(t);
  return false;
}
