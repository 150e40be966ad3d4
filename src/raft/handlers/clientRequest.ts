/** A client asks for a command to be executed (§5.3, §8). */
import { advanceCommitIndex } from '../commit.ts';
import { append, type Command } from '../log.ts';
import { rules } from '../paper.ts';
import { takeRead } from '../reads.ts';
import { broadcast } from '../replication.ts';
import { ask, obey, own, type Transition } from '../transition.ts';

export interface ClientRequest {
  readonly type: 'clientRequest';
  readonly command: Command;
}

export function onClientRequest(t: Transition, { command }: ClientRequest): void {
  const { server } = t;
  const isRead = command.operation.type === 'get' && server.settings.reads !== 'log';
  if (isRead && server.settings.reads === 'local') {
    // Departure: a local read asks nobody and may be stale; it is here to be seen failing.
    ask(t, { type: 'answerRead', command });
    return;
  }
  if (server.role !== 'leader' || server.transfer !== null) {
    // §8: a server that does not lead refuses, and names the leader it last heard from.
    ask(t, { type: 'redirect', leader: server.role === 'leader' ? null : server.leaderId });
    return;
  }
  if (isRead) takeRead(t, command);
  else take(t, command);
}

function take(t: Transition, command: Command): void {
  // Fig. 2, Ldr2: append the entry to the local log, respond after it is applied to the state machine.
  obey(t, rules.Ldr2);
  const { log, currentTerm } = t.server;
  own(t).log = append(log, { term: currentTerm, payload: { type: 'command', command } });
  broadcast(t, 'news');
  advanceCommitIndex(t);
}
