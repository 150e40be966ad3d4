/** The words of the picture, for the run it shows. */
import { log as logs, type Server } from '../../raft/index.ts';
import { conditionOf, durableOf, serverAt, type World } from '../../sim/index.ts';
import type { Timeline } from '../../timeline/index.ts';
import { crewOf, partOf, type StageWords, tallies } from '../../viz/index.ts';
import { words } from '../../words/index.ts';

/** Words that look things up in `get()`'s world as it is when they are asked. */
export function stageWords(get: () => Timeline, isLit: (id: number) => boolean): StageWords {
  return {
    term: words.servers.termWord,
    role: roleWord,
    joint: words.servers.joint,
    lease: (left) => words.servers.lease(words.duration(left)),
    tally: (votes) => words.tally([votes]),
    timer: words.duration,
    server: (id) => litLabel(labelOf(get().world, id), isLit(id)),
    link: (from, to, state) => {
      const { names } = get().run.setup;
      const [a, b] = names.indexOf(from) < names.indexOf(to) ? [from, to] : [to, from];
      const said = state === 'oneWay' ? words.links.oneWay(from, to) : words.links[state];
      return words.links.label(a, b, said);
    },
  };
}

/** What a server is, in a word or two: beside it in the ring and in its row. */
export const roleWord: StageWords['role'] = (role, condition, isStale, part) => {
  const { servers, roles, conditions } = words;
  if (condition === 'crashed') return conditions.crashed;
  const said = isStale ? servers.oldLeader : roles[role];
  const isPlain = role === 'follower';
  const member = part === 'learner' ? roles.learner : servers.noMember;
  const partly = part === 'voter' ? said : isPlain ? member : servers.noMemberAs(said);
  return condition === 'paused' ? servers.pausedAs(partly) : partly;
};

/** The votes a server has, out of those it needs, in each body of voters; empty unless it asks for votes. */
export function votesOf(server: Server) {
  if (server.role !== 'candidate' && server.role !== 'preCandidate') return [];
  return tallies(server.configuration, server.votesGranted).map(({ half, have, needed }) => ({
    half,
    have,
    of: needed,
  }));
}

/** Whether a crash now would take back the term or the vote of a server. */
export function isWriting(world: World, { id, currentTerm, votedFor }: Server): boolean {
  const durable = durableOf(world, id);
  return durable.currentTerm !== currentTerm || durable.votedFor !== votedFor;
}

/** The name of a server that may be unlike the one in the branch beside. */
export const litLabel = (label: string, isLit: boolean): string =>
  isLit ? `${label}, ${words.servers.unlike}` : label;

/** The accessible name of a server: `S1, leader, term 2, running, …`. */
export function labelOf(world: World, id: number): string {
  const server = serverAt(world, id);
  return words.serverLabel({
    name: world.setup.names[id] ?? '',
    role: server.role,
    condition: conditionOf(world, id),
    part: partOf(crewOf(world), id),
    term: server.currentTerm,
    entries: logs.lastIndex(server.log),
    committed: server.commitIndex,
    votes: votesOf(server),
    isWriting: isWriting(world, server),
  });
}
