/** Where a client's command stands in a log. */
import { log as logs, type Server } from '../raft/index.ts';
import type { Client } from './clients.ts';

/** Where in a server's log the pending command of a client stands; null when it is not there. */
export function placeOf(server: Server, client: Client): number | null {
  for (let index = logs.lastIndex(server.log); index > server.log.snapshotIndex; index -= 1) {
    const payload = logs.entryAt(server.log, index)?.payload;
    if (payload?.type !== 'command') continue;
    if (payload.command.clientId === client.id && payload.command.serial === client.serial)
      return index;
  }
  return null;
}
