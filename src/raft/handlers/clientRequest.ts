/** A client asks for a command to be executed (§5.3, §8). */
import { append, type Command } from '../log.ts';
import { rules } from '../paper.ts';
import { advanceCommitIndex, broadcast } from '../replication.ts';
import { ask, obey, own, type Transition } from '../transition.ts';

export interface ClientRequest {
  readonly type: 'clientRequest';
  readonly command: Command;
}

export function onClientRequest(t: Transition, { command }: ClientRequest): void {
  const { server } = t;
  if (server.role !== 'leader') {
    // §8: a server that does not lead refuses, and names the leader it last heard from.
    ask(t, { type: 'redirect', leader: server.leaderId });
    return;
  }
  // Fig. 2, Ldr2: append the entry to the local log, respond after it is applied to the state machine.
  obey(t, rules.Ldr2);
  const payload = { type: 'command', command } as const;
  own(t).log = append(server.log, { term: server.currentTerm, payload });
  broadcast(t, 'news');
  advanceCommitIndex(t);
}
