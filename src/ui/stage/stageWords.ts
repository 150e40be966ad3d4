/** The words of the picture, for the run it shows. */
import { log as logs, majority } from '../../raft/index.ts';
import { conditionOf, serverAt, type World } from '../../sim/index.ts';
import type { Timeline } from '../../timeline/index.ts';
import type { StageWords } from '../../viz/index.ts';
import { words } from '../../words/index.ts';

/** Words that look things up in `get()`'s world as it is when they are asked. */
export function stageWords(get: () => Timeline): StageWords {
  return {
    term: words.servers.termWord,
    role: (role, condition, isStale) => {
      if (condition === 'crashed') return words.conditions.crashed;
      const said = isStale ? words.servers.oldLeader : words.roles[role];
      return condition === 'paused' ? words.servers.pausedAs(said) : said;
    },
    timer: words.duration,
    voted: words.servers.voted,
    cutOff: words.servers.cutOff,
    server: (id) => labelOf(get().world, id),
    link: (from, to, state) => {
      const { names } = get().run.setup;
      const [a, b] = names.indexOf(from) < names.indexOf(to) ? [from, to] : [to, from];
      const said = state === 'oneWay' ? words.links.oneWay(from, to) : words.links[state];
      return words.links.label(a, b, said);
    },
  };
}

/** The accessible name of a server: `S1, leader, term 2, running, …`. */
export function labelOf(world: World, id: number): string {
  const server = serverAt(world, id);
  const votes =
    server.role === 'candidate'
      ? { have: server.votesGranted.length, need: majority(server.configuration.voters.length) }
      : null;
  return words.serverLabel({
    name: world.setup.names[id] ?? '',
    role: server.role,
    condition: conditionOf(world, id),
    term: server.currentTerm,
    entries: logs.lastIndex(server.log),
    committed: server.commitIndex,
    votes,
  });
}
