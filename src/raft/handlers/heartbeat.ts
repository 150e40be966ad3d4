/** The leader's heartbeat is due. */
import { isRecent } from '../clock.ts';
import { members } from '../configuration.ts';
import { rules } from '../paper.ts';
import { voteOutcome } from '../quorum.ts';
import { beginRound } from '../reads.ts';
import { broadcast } from '../replication.ts';
import type { Leader } from '../server.ts';
import { expireTransfer } from '../transfer.ts';
import {
  obey,
  ownFollower,
  startElectionTimer,
  startHeartbeatTimer,
  type Transition,
} from '../transition.ts';

export function onHeartbeat(t: Transition): void {
  if (t.server.role !== 'leader') return;
  if (t.server.settings.checkQuorum && !reachesMajority(t, t.server)) {
    ownFollower(t).leaderId = null;
    startElectionTimer(t);
    return;
  }
  expireTransfer(t);
  // Fig. 2, Ldr1: repeat during idle periods, to prevent election timeouts.
  obey(t, rules.Ldr1);
  startHeartbeatTimer(t);
  beginRound(t);
  broadcast(t, 'heartbeat');
}

function reachesMajority(t: Transition, { configuration, id, settings }: Leader): boolean {
  // Thesis §6.2: a leader steps down if an election timeout elapses without a round of heartbeats to a majority.
  obey(t, rules.CQ1);
  const { clock } = t;
  const within = settings.electionTimeoutMinMs;
  const answering = members(configuration).filter(
    (other) => other === id || isRecent(clock, clock.answeredAt, other, within),
  );
  return voteOutcome(configuration, answering, []) === 'won';
}
