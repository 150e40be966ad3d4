/** Why does nobody stand for election? */
import type { ServerId, Term } from '../../../base/index.ts';
import { conditionOf, isCut } from '../../../sim/index.ts';
import type { Cause } from '../answer.ts';
import { type Case, firstCase, say } from '../draft.ts';
import {
  beatsCause,
  isNow,
  silencedLeader,
  standsIn,
  stoppedCause,
  timeoutNow,
  timerCause,
  timerLeft,
  timerLeftCause,
} from '../elections.ts';
import { obstacleOf } from '../obstacles.ts';
import { type Seen, stage } from '../otherwise.ts';
import type { Of } from '../question.ts';
import { lastIn, leaderIn, nameOf, type Scene, serverIn } from '../scene.ts';

type Asked = Of<'noElection'>;

export const whyNoElection: Case<Asked> = (scene, asked) => {
  const { servers } = scene.world;
  const isAsking = servers.some(({ id }) =>
    isNow(id, 'candidate', 'preCandidate')(scene.world, null),
  );
  return isAsking ? null : firstCase(cases, scene, asked);
};

const somebodyStands =
  (term: Term): Seen =>
  (world) =>
    world.servers.some(({ id }) => standsIn(id, term)(world, null));

/** Whose timer runs out first; null: none runs. */
function soonest(scene: Scene): ServerId | null {
  const followers = scene.world.servers.filter(
    ({ id, role }) => role !== 'leader' && conditionOf(scene.world, id) === 'running',
  );
  const [first] = followers.sort(
    (a, b) => (timerLeft(scene, a.id) ?? Infinity) - (timerLeft(scene, b.id) ?? Infinity),
  );
  return first?.id ?? null;
}

const isLed: Case<Asked> = (scene) => {
  const leader = leaderIn(scene);
  const first = soonest(scene);
  if (leader === null || first === null || !hears(scene, leader.id, first)) return null;
  const term = leader.currentTerm + 1;
  const stands = somebodyStands(term);
  return {
    what: say('noElectionLed', { leader: nameOf(scene, leader.id), term: leader.currentTerm }),
    rule: 'Fol2',
    causes: [
      beatsCause(scene, leader.id, lastIn(scene, { kind: 'heartbeat', server: leader.id })),
      timerLeftCause(scene, first),
    ],
    effect: say('somebodyWouldStand', { term }),
    proposals: [silencedLeader(scene, first, stands), timeoutNow(scene, first, stands)],
  };
};

/** Whether what a leader sends can reach the other. */
const hears = ({ world }: Scene, leader: ServerId, other: ServerId): boolean =>
  conditionOf(world, leader) === 'running' && !isCut(world, leader, other);

const isLeaderless: Case<Asked> = (scene) => {
  const first = soonest(scene);
  if (first === null) return null;
  const leader = leaderIn(scene);
  const server = nameOf(scene, first);
  const term = serverIn(scene, first).currentTerm + 1;
  return {
    what:
      leader === null
        ? say('noElectionYet', { server })
        : say('noElectionUnheard', {
            server,
            leader: nameOf(scene, leader.id),
            term: leader.currentTerm,
          }),
    rule: 'Fol2',
    causes: [
      ...(leader === null ? [] : [unheardCause(scene, leader.id, first)]),
      timerCause(scene, first),
      timerLeftCause(scene, first),
    ],
    effect: say('somebodyWouldStand', { term }),
    proposals: [timeoutNow(scene, first, standsIn(first, term))],
  };
};

/** Why a server does not hear its leader: that one stands still, or nothing passes. */
const unheardCause = (scene: Scene, from: ServerId, to: ServerId): Cause =>
  stoppedCause(scene, from) ??
  obstacleOf(scene, { from, to, wants: { kind: 'entries', upTo: 0 } }).cause;

const nobodyRuns: Case<Asked> = (scene) => {
  const { servers, conditions } = scene.world;
  const down = servers.filter(({ id }) => conditions[id] !== 'running');
  const [first] = down;
  const term = (first?.currentTerm ?? 0) + 1;
  return {
    what: say('noElectionNobody', { many: down.length }),
    rule: null,
    section: '5.5',
    causes: [],
    effect: say('somebodyWouldStand', { term }),
    proposals:
      first === undefined || conditions[first.id] !== 'crashed'
        ? []
        : [
            {
              said: say('hadRestarted', { asker: '', servers: [nameOf(scene, first.id)] }),
              at: scene.asked,
              stages: [
                stage(scene.world, [{ type: 'restart', server: first.id }], somebodyStands(term)),
              ],
            },
          ],
  };
};

const cases: readonly Case<Asked>[] = [isLed, isLeaderless, nobodyRuns];
