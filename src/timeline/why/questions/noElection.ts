/** Why does nobody stand for election? */
import type { ServerId } from '../../../base/index.ts';
import { conditionOf, type World } from '../../../sim/index.ts';
import { type Case, cause, firstCase, say } from '../draft.ts';
import { timeoutNow, timerCause, timerLeft, timerLeftCause } from '../elections.ts';
import { type Seen, stage } from '../otherwise.ts';
import type { Of } from '../question.ts';
import { lastIn, leaderIn, nameOf, type Scene } from '../scene.ts';

type Asked = Of<'noElection'>;

export const whyNoElection: Case<Asked> = (scene, asked) => firstCase(cases, scene, asked);

const somebodyStands: Seen = ({ servers, conditions }: World) =>
  servers.some(
    ({ id, role }) =>
      conditions[id] === 'running' && (role === 'candidate' || role === 'preCandidate'),
  );

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
  if (leader === null || first === null) return null;
  const { electionTimeoutMs, heartbeatIntervalMs } = scene.world.options;
  const name = nameOf(scene, leader.id);
  const beat = lastIn(scene, { kind: 'heartbeat', server: leader.id });
  return {
    what: say('noElectionLed', { leader: name, term: leader.currentTerm }),
    rule: 'Fol2',
    causes: [
      cause(
        'beats',
        { leader: name, every: heartbeatIntervalMs, least: electionTimeoutMs[0] },
        beat,
      ),
      timerLeftCause(scene, first),
    ],
    effect: say('somebodyWouldStand', { term: leader.currentTerm + 1 }),
    proposals: [
      {
        said: say('hadFallenSilent', { leader: name }),
        at: scene.asked,
        stages: [stage(scene.world, [{ type: 'crash', server: leader.id }], somebodyStands)],
      },
      timeoutNow(scene, first, 'candidate', 'preCandidate', 'leader'),
    ],
  };
};

const isLeaderless: Case<Asked> = (scene) => {
  const first = soonest(scene);
  if (first === null) return null;
  const term = Math.max(...scene.world.servers.map(({ currentTerm }) => currentTerm)) + 1;
  return {
    what: say('noElectionYet', { server: nameOf(scene, first) }),
    rule: 'Fol2',
    causes: [timerCause(scene, first), timerLeftCause(scene, first)],
    effect: say('somebodyWouldStand', { term }),
    proposals: [timeoutNow(scene, first, 'candidate', 'preCandidate', 'leader')],
  };
};

const nobodyRuns: Case<Asked> = (scene) => {
  const { servers, conditions } = scene.world;
  const down = servers.filter(({ id }) => conditions[id] !== 'running');
  const [first] = down;
  return {
    what: say('noElectionNobody', { many: down.length }),
    rule: null,
    section: '5.5',
    causes: [],
    effect: say('somebodyWouldStand', { term: (first?.currentTerm ?? 0) + 1 }),
    proposals:
      first === undefined || conditions[first.id] !== 'crashed'
        ? []
        : [
            {
              said: say('hadRestarted', { asker: '', servers: [nameOf(scene, first.id)] }),
              at: scene.asked,
              stages: [stage(scene.world, [{ type: 'restart', server: first.id }], somebodyStands)],
            },
          ],
  };
};

const cases: readonly Case<Asked>[] = [isLed, isLeaderless, nobodyRuns];
