/** Handing leadership to a chosen server (Thesis §3.10). */
import type { ServerId } from '../base/index.ts';
import { isVoter } from './configuration.ts';
import { lastIndex } from './log.ts';
import { rules } from './paper.ts';
import { sendTo } from './replication.ts';
import type { Leader } from './server.ts';
import { obey, ownLeader, send, type Transition } from './transition.ts';

/** Begins a transfer; changes nothing where the target may not lead. */
export function startTransfer(t: Transition, target: ServerId): void {
  const leader = t.server;
  if (leader.role !== 'leader' || target === leader.id || !isVoter(leader.configuration, target))
    return;
  // Thesis §3.10: the leader stops accepting client requests; a lease ends with it.
  obey(t, rules.LT1);
  ownLeader(t).transfer = { target, startedAt: t.clock.now, isAsked: false };
  goOnWithTransfer(t, target);
}

/** Asks the target to stand as soon as it has the whole log; until then sends it what it lacks. */
export function goOnWithTransfer(t: Transition, from: ServerId): void {
  const leader = t.server as Leader;
  const { transfer } = leader;
  if (transfer === null || transfer.isAsked || transfer.target !== from) return;
  const known = leader.progress[from];
  if (known === null || known === undefined) return;
  if (known.matchIndex < lastIndex(leader.log)) {
    // Thesis §3.10: it brings the target's log up to date by replication.
    obey(t, rules.LT2);
    // A search for its match point goes on by itself, one probe at a time.
    if (known.inFlight === 0 && known.searchHigh === null) sendTo(t, from);
    return;
  }
  // Thesis §3.10: TimeoutNow makes the target stand at once.
  obey(t, rules.LT3);
  const asking = ownLeader(t);
  asking.transfer = { ...transfer, isAsked: true };
  asking.hasAskedToStand = true;
  const { id, currentTerm } = leader;
  send(t, { type: 'TimeoutNowRequest', from: id, to: from, term: currentTerm, leaderId: id });
}

/** Gives a transfer up that has not succeeded within an election timeout: the leader serves clients again. */
export function expireTransfer(t: Transition): void {
  const leader = t.server as Leader;
  if (leader.transfer === null) return;
  if (t.clock.now - leader.transfer.startedAt < leader.settings.electionTimeoutMinMs) return;
  ownLeader(t).transfer = null;
}
