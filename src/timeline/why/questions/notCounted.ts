/** Why does this server not count in that one's majority? */
import type { ServerId } from '../../../base/index.ts';
import { isVoter, log as logs, matchIndexOf, type Server } from '../../../raft/index.ts';
import type { Command } from '../../../sim/index.ts';
import { type Case, cause, firstCase, say } from '../draft.ts';
import { silencedLeader } from '../elections.ts';
import { obstacleOf } from '../obstacles.ts';
import { type Proposal, type Seen, stage } from '../otherwise.ts';
import type { Of } from '../question.ts';
import { mendings } from '../quorum.ts';
import { eventIn, lastIn, nameOf, type Scene, serverIn, since } from '../scene.ts';
import { lostMessage } from './entries.ts';
import { both } from './role.ts';

type Asked = Of<'notCounted'>;

export const whyNotCounted: Case<Asked> = (scene, asked) => {
  const params = { asker: nameOf(scene, asked.leader), server: nameOf(scene, asked.server) };
  const draft = firstCase(cases, scene, asked);
  return draft === null ? null : { effect: say('wouldCount', params), ...draft };
};

const matchOf = (server: Server | undefined, id: ServerId): number =>
  server?.role === 'leader' ? matchIndexOf(server, id) : 0;

const hasNoVote: Case<Asked> = (scene, { server: id, leader }) => {
  const { configuration } = serverIn(scene, leader);
  if (isVoter(configuration, id)) return null;
  const server = nameOf(scene, id);
  const add: Command = { type: 'reconfigure', change: { kind: 'add', server: id }, at: leader };
  const isIn: Seen = ({ servers }) => isVoter((servers[leader] as Server).configuration, id);
  return {
    what: say('countNoVote', { asker: nameOf(scene, leader), server }),
    rule: 'MC1',
    causes: [cause('hasNoVote', { server, of: configuration.voters.length }, null)],
    proposals: [
      {
        said: say('hadBeenAdded', { server }),
        at: scene.asked,
        stages: [stage(scene.world, [add], isIn)],
      },
    ],
  };
};

const hasVoteOf = (server: Server | undefined, id: ServerId): boolean =>
  server !== undefined && 'votesGranted' in server && server.votesGranted.includes(id);

// The answer by which it came to count had got lost.
function unheard(
  scene: Scene,
  from: ServerId,
  to: ServerId,
  counts: (server: Server) => boolean,
): Proposal | null {
  const seq = since(scene, from, counts);
  const event = seq === null ? null : eventIn(scene, seq);
  if (event === null || event.envelope?.message.from !== to) return null;
  return lostMessage(scene, event, ({ servers }) => !counts(servers[from] as Server));
}

const inEntries: Case<Asked> = (scene, { server: to, leader: from }) => {
  const leader = serverIn(scene, from);
  if (leader.role !== 'leader') return null;
  const last = logs.lastIndex(leader.log);
  const match = matchIndexOf(leader, to);
  const asker = nameOf(scene, from);
  const server = nameOf(scene, to);
  const answered = lastIn(scene, {
    kind: 'receive',
    server: from,
    from: to,
    type: 'AppendEntriesResponse',
  });
  const heard = cause(
    answered === null ? 'neverAnswered' : 'lastAnswered',
    { server, asker },
    answered,
  );
  if (match >= last)
    return {
      what: say('countsIt', { asker, server, index: last }),
      rule: 'Ldr4',
      section: '5.3',
      causes: [heard],
      effect: say('wouldNotCount', { asker, server }),
      ...(last === 0
        ? { none: say('noneToLack', { leader: asker }) }
        : {
            proposals: [unheard(scene, from, to, (one) => matchOf(one, to) >= last)],
            none: say('noneFromStart', {}),
          }),
    };
  const upTo = match + 1;
  const obstacle = obstacleOf(scene, { from, to, wants: { kind: 'entries', upTo } });
  const until: Seen = ({ servers }) => matchOf(servers[from], to) >= last;
  return {
    what: say('countsNot', { asker, server, index: last, match }),
    rule: 'Ldr4',
    section: '5.3',
    causes: [obstacle.cause, heard],
    proposals: mendings(scene, from, [obstacle], 1, until),
  };
};

const inVotes: Case<Asked> = (scene, { server: to, leader: from }) => {
  const asking = serverIn(scene, from);
  if (asking.role !== 'candidate' && asking.role !== 'preCandidate') return null;
  const asker = nameOf(scene, from);
  const server = nameOf(scene, to);
  // Thesis §9.6: who asks first asks about the term after its own.
  const isPre = asking.role === 'preCandidate';
  const term = isPre ? asking.currentTerm + 1 : asking.currentTerm;
  const rule = isPre ? 'PV1' : 'Can2';
  if (asking.votesGranted.includes(to))
    return {
      what: say(isPre ? 'countsPreVote' : 'countsVote', { asker, server, term }),
      rule,
      causes: [],
      effect: say('wouldNotCount', { asker, server }),
      proposals: [unheard(scene, from, to, (one) => hasVoteOf(one, to))],
      none: say('noneFromStart', {}),
    };
  const obstacle = obstacleOf(scene, { from, to, wants: { kind: 'vote' } });
  const until: Seen = ({ servers }) => {
    const one = servers[from] as Server;
    return one.role === 'leader' || ('votesGranted' in one && one.votesGranted.includes(to));
  };
  const again: Command = { type: 'timeout', server: from };
  return {
    what: say(isPre ? 'countsNotPreVote' : 'countsNotVote', { asker, server, term }),
    rule,
    causes: [obstacle.cause],
    proposals: both(
      mendings(
        scene,
        from,
        [obstacle],
        1,
        until,
        obstacle.cause.said.id === 'onItsWay' ? [] : [again],
      ),
      [
        {
          said: say('hadStoodAgain', { server: asker }),
          at: scene.asked,
          stages: [stage(scene.world, [again], until)],
        },
        silencedLeader(scene, from, until),
      ],
    ),
  };
};

const cases: readonly Case<Asked>[] = [hasNoVote, inEntries, inVotes];
