/** The leader's heartbeat is due. */
import { rules } from '../paper.ts';
import { broadcast } from '../replication.ts';
import { obey, startHeartbeatTimer, type Transition } from '../transition.ts';

export function onHeartbeat(t: Transition): void {
  if (t.server.role !== 'leader') return;
  // Fig. 2, Ldr1: repeat during idle periods, to prevent election timeouts.
  obey(t, rules.Ldr1);
  startHeartbeatTimer(t);
  broadcast(t, 'heartbeat');
}
