/** Worlds that differ in the names of servers alone count once (symmetry): what a thing is when servers change places. */
import type { Message, Progress, Server } from '../../raft/index.ts';
import type { History } from './history.ts';

/** The new place of every server, by its old one. */
export type Places = readonly number[];

/** All orders of so many servers, the unchanged one first. */
export function ordersOf(count: number): readonly Places[] {
  if (count === 0) return [[]];
  return Array.from({ length: count }, (_, place) => place).flatMap((first) =>
    ordersOf(count - 1).map((rest) => [first, ...rest.map((one) => (one < first ? one : one + 1))]),
  );
}

const placed = (places: Places, id: number): number => places[id] as number;
const maybe = (places: Places, id: number | null): number | null =>
  id === null ? null : placed(places, id);
const all = (places: Places, ids: readonly number[]): readonly number[] =>
  ids.map((id) => placed(places, id)).sort((a, b) => a - b);

/** A server as it is when servers have changed places. */
export function placedServer(server: Server, places: Places): Server {
  const id = placed(places, server.id);
  const votedFor = maybe(places, server.votedFor);
  const leaderId = maybe(places, server.leaderId);
  const common = { ...server, id, votedFor, leaderId };
  if (server.role === 'leader') {
    const progress: (Progress | null)[] = server.progress.map(() => null);
    for (const [other, known] of server.progress.entries()) progress[placed(places, other)] = known;
    return { ...common, progress } as Server;
  }
  if (server.role === 'follower') return common as Server;
  return { ...common, votesGranted: all(places, server.votesGranted) } as Server;
}

/** A message between servers that have changed places. */
export function placedMessage(message: Message, places: Places): Message {
  const ends = { from: placed(places, message.from), to: placed(places, message.to) };
  if ('candidateId' in message)
    return { ...message, ...ends, candidateId: placed(places, message.candidateId) };
  if ('leaderId' in message)
    return { ...message, ...ends, leaderId: placed(places, message.leaderId) };
  return { ...message, ...ends };
}

/** The past of a world whose servers have changed places. */
export const placedHistory = (history: History, places: Places): History => ({
  ...history,
  elected: history.elected.map((one) => ({ ...one, server: placed(places, one.server) })),
});
