/** Why is this entry not committed here? */
import type { ServerId, Term } from '../../../base/index.ts';
import { type Leader, log as logs, type Server } from '../../../raft/index.ts';
import { bothWays, type Command, conditionOf, isCut } from '../../../sim/index.ts';
import type { Cause } from '../answer.ts';
import { type Case, cause, firstCase, say } from '../draft.ts';
import { isNow, officeCause, revival, stoppedCause } from '../elections.ts';
import { obstacleOf } from '../obstacles.ts';
import { type Proposal, type Seen, stage } from '../otherwise.ts';
import { commandFor } from '../ownEntry.ts';
import type { Of } from '../question.ts';
import { bothCauses, copiesOf, lastOf, mendings } from '../quorum.ts';
import { savings } from '../savings.ts';
import { appendedAt, holdsEntry, leaderIn, nameOf, type Scene, serverIn, since } from '../scene.ts';
import { both } from './role.ts';

type Asked = Of<'notCommitted'>;

export const whyNotCommitted: Case<Asked> = (scene, asked) => {
  const { server: id, index } = asked;
  const server = nameOf(scene, id);
  if (logs.lastIndex(serverIn(scene, id).log) < index) return null;
  const draft = firstCase(cases, scene, asked);
  return draft === null ? null : { effect: say('wouldCommit', { server, index }), ...draft };
};

const termOf = (scene: Scene, { server, index }: Pick<Asked, 'server' | 'index'>): Term =>
  logs.termAt(serverIn(scene, server).log, index);

/** Whether a server knows that the entry is committed which it holds now. */
function hasCommitted(scene: Scene, { server: id, index }: Asked): Seen {
  const holds = holdsEntry(index, termOf(scene, { server: id, index }));
  return ({ servers }) => {
    const server = servers[id] as Server;
    return server.commitIndex >= index && holds(server);
  };
}

/** The leader that has the entry too: the server itself, where it leads, else the one that leads now. */
function leaderWith(scene: Scene, asked: Asked): Leader | null {
  const server = serverIn(scene, asked.server);
  if (server.role === 'leader' && conditionOf(scene.world, server.id) !== 'crashed') return server;
  const leader = leaderIn(scene);
  const term = termOf(scene, asked);
  return leader !== null && holdsEntry(asked.index, term)(leader) ? leader : null;
}

/** It is committed, and this server has not heard so yet. */
const isCommittedElsewhere: Case<Asked> = (scene, asked) => {
  const { server: id, index } = asked;
  const term = termOf(scene, asked);
  const other = scene.world.servers.find(
    (one) => one.id !== id && one.commitIndex >= index && holdsEntry(index, term)(one),
  );
  if (other === undefined) return null;
  const leader = leaderIn(scene) ?? other;
  const server = nameOf(scene, id);
  const committed = since(scene, other.id, (one) => one.commitIndex >= index);
  const obstacle = obstacleOf(scene, {
    from: leader.id,
    to: id,
    wants: { kind: 'entries', upTo: index },
  });
  const params = { server: nameOf(scene, other.id), index };
  return {
    what: say('commitUnknown', { server, index, by: params.server }),
    rule: 'AE5',
    // Where the entry has arrived and only the news has not, nothing stands in the way.
    causes: [cause('committedIt', params, committed), obstacle.cause].filter(
      ({ said }) => said.id !== 'notSentYet',
    ),
    effect: say('wouldLearn', { server, index }),
    proposals: both(
      mendings(scene, leader.id, [obstacle], 1, hasCommitted(scene, asked)),
      mendings(
        scene,
        leader.id,
        [{ ...obstacle, remedy: [{ type: 'heartbeat', server: leader.id }] }],
        1,
        hasCommitted(scene, asked),
      ),
    ),
  };
};

/** Enough hold it, and it is of an older term: Figure 8. */
const isOfOlderTerm: Case<Asked> = (scene, asked) => {
  const leader = leaderWith(scene, asked);
  const term = termOf(scene, asked);
  if (leader === null || term === leader.currentTerm) return null;
  const { have, of, needed } = copiesOf(leader, asked.index);
  if (have.length < needed) return null;
  const { index } = asked;
  const name = nameOf(scene, leader.id);
  const current = leader.currentTerm;
  const reached = since(scene, leader.id, (one) => {
    return one.role === 'leader' && copiesOf(one, index).have.length >= needed;
  });
  return {
    what: say('commitOlderTerm', { leader: name, index, term, current }),
    rule: 'Ldr4',
    section: '5.4.2',
    causes: [
      ...still(scene, leader.id),
      cause('copiesEnough', { leader: name, index, have: have.length, of }, reached),
      cause('entryIsOf', { leader: name, index, term }, appendedAt(scene, leader.id, index)),
      officeCause(scene, leader),
    ],
    proposals: withOwnEntry(scene, asked, leader, needed - 1),
  };
};

/** A leader that stands still commits nothing at all. */
function still(scene: Scene, leader: ServerId): readonly Cause[] {
  const stopped = stoppedCause(scene, leader);
  return stopped === null ? [] : [stopped];
}

/** A command of the leader's own term takes the older entries with it. */
function* withOwnEntry(
  scene: Scene,
  asked: Asked,
  leader: Leader,
  missing: number,
): Generator<Proposal | null> {
  const until = hasCommitted(scene, asked);
  const ask = commandFor(scene.world, leader.id);
  const back = revival(scene, leader.id);
  const params = { leader: nameOf(scene, leader.id), term: leader.currentTerm };
  yield {
    said: say('hadTakenCommand', params),
    at: scene.asked,
    stages: [stage(scene.world, back === null ? [ask] : [back, ask], until)],
  };
  const others = leader.configuration.voters.filter((other) => other !== leader.id);
  const upTo = lastOf(leader).index;
  const obstacles = others.map((to) =>
    obstacleOf(scene, { from: leader.id, to, wants: { kind: 'entries', upTo } }),
  );
  const hasOwn = lastOf(leader).term === leader.currentTerm;
  yield* mendings(scene, leader.id, obstacles, missing, until, hasOwn ? [] : [ask]);
}

/** Too few hold it, as far as the leader knows. */
const isOnTooFew: Case<Asked> = (scene, asked) => {
  const leader = leaderWith(scene, asked);
  if (leader === null) return null;
  const { index } = asked;
  const { have, lacking, of, needed } = copiesOf(leader, index);
  if (have.length >= needed) return null;
  const term = termOf(scene, asked);
  const name = nameOf(scene, leader.id);
  const from = leader.id;
  const obstacles = lacking
    .filter((to) => to !== from)
    .map((to) => obstacleOf(scene, { from, to, wants: { kind: 'entries', upTo: index } }));
  const isOlder = term !== leader.currentTerm;
  const older = { leader: name, index, term, current: leader.currentTerm };
  return {
    what: say('commitTooFew', { leader: name, index, have: have.length, of, needed }),
    rule: 'Ldr4',
    section: '5.3',
    causes: [
      ...still(scene, from),
      ...bothCauses(scene, leader),
      ...(lacking.includes(from) ? [cause('diskIsSlow', { server: name, index }, null)] : []),
      ...obstacles.map((one) => one.cause),
      ...(isOlder ? [cause('andOfOlderTerm', older, null)] : []),
    ],
    proposals: both(
      isOlder ? withOwnEntry(scene, asked, leader, needed - have.length) : [],
      mendings(scene, from, obstacles, needed - have.length, hasCommitted(scene, asked)),
      savings(scene, asked.server, index, term),
    ),
  };
};

/** Another leader goes without it. */
const isLeftBehind: Case<Asked> = (scene, asked) => {
  const leader = leaderIn(scene);
  const { server: id, index } = asked;
  if (leader === null || leader.id === id) return null;
  const term = termOf(scene, asked);
  const current = leader.currentTerm;
  const server = nameOf(scene, id);
  const name = nameOf(scene, leader.id);
  const elected = since(scene, leader.id, (one) => {
    return one.role === 'leader' && one.currentTerm === current;
  });
  const got = appendedAt(scene, id, index);
  const theirs = logs.termAt(leader.log, index);
  return {
    what: say('commitLeftBehind', { server, index, term, leader: name, current }),
    rule: 'AE3',
    causes: [
      cause('cameBy', { server, index, term }, got),
      cause('leadsWithout', { leader: name, term: current, index, theirs }, elected),
    ],
    proposals: savings(scene, id, index, term),
  };
};

/** Nobody leads who could commit it. */
const isLeaderless: Case<Asked> = (scene, asked) => {
  const { server: id, index } = asked;
  const server = nameOf(scene, id);
  const term = termOf(scene, asked);
  const led = scene.world.servers.find(
    ({ id: other }) => conditionOf(scene.world, other) === 'crashed',
  );
  const down = led === undefined ? null : stoppedCause(scene, led.id);
  const own = stoppedCause(scene, id);
  const wake: readonly Command[] = own === null ? [] : [{ type: 'restart', server: id }];
  const until = hasCommitted(scene, asked);
  return {
    what: say('commitLeaderless', { server, index, term }),
    rule: 'Ldr4',
    section: '5.3',
    causes: [
      cause('cameBy', { server, index, term }, appendedAt(scene, id, index)),
      ...(down === null ? [] : [down]),
    ],
    proposals: [
      {
        said: say('hadLedAndTaken', { server }),
        at: scene.asked,
        stages: [
          stage(
            scene.world,
            [...wake, ...heals(scene, id), { type: 'timeout', server: id }],
            isNow(id, 'leader'),
          ),
          stage(scene.world, [commandFor(scene.world, id)], until),
        ],
      },
    ],
  };
};

const heals = ({ world }: Scene, id: ServerId): readonly Command[] =>
  world.servers
    .filter(({ id: other }) => isCut(world, id, other) || isCut(world, other, id))
    .map(({ id: other }) => ({ type: 'heal', links: bothWays(id, other) }));

const cases: readonly Case<Asked>[] = [
  isCommittedElsewhere,
  isOfOlderTerm,
  isOnTooFew,
  isLeftBehind,
  isLeaderless,
];
