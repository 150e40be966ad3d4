/** Why is this entry committed? */
import type { ServerId } from '../../../base/index.ts';
import { log as logs, matchIndexOf, type Server } from '../../../raft/index.ts';
import { type Case, cause, firstCase, say } from '../draft.ts';
import { isolate, type Proposal, patience } from '../otherwise.ts';
import type { Of } from '../question.ts';
import { tallyOf } from '../quorum.ts';
import {
  appendedAt,
  before,
  eventIn,
  lastIn,
  nameOf,
  type Scene,
  sceneAfter,
  serverIn,
  since,
} from '../scene.ts';

type Asked = Of<'committed'>;

export const whyCommitted: Case<Asked> = (scene, asked) => {
  if (serverIn(scene, asked.server).commitIndex < asked.index) return null;
  const draft = firstCase(cases, scene, asked);
  const { server: id, index } = asked;
  const effect = say('wouldNotCommit', { server: nameOf(scene, id), index });
  return draft === null ? null : { ...draft, effect };
};

const committedAt = (scene: Scene, { server, index }: Asked): number | null =>
  since(scene, server, ({ commitIndex }) => commitIndex >= index);

/** The leader counted; it may have given up its office by the same event, where that committed its removal. */
const byCounting: Case<Asked> = (scene, asked) => {
  const seq = committedAt(scene, asked);
  if (seq === null) return null;
  const then = sceneAfter(scene, seq);
  const { before: was, envelope } = eventIn(scene, seq);
  const now = serverIn(then, asked.server);
  const leader = now.role === 'leader' ? now : was;
  if (leader?.role !== 'leader') return null;
  const { index } = asked;
  const { commitIndex } = now;
  const { currentTerm } = leader;
  const from = envelope?.message.from ?? null;
  const term = logs.termAt(leader.log, index);
  // Who has just acknowledged it is counted with the others.
  const counts = (id: ServerId): boolean => id === from || matchIndexOf(leader, id) >= commitIndex;
  const { have, of } = tallyOf(leader, counts);
  const name = nameOf(scene, leader.id);
  const params = { leader: name, index, have: have.length, of };
  const isOlder = term !== currentTerm;
  const with_ = { leader: name, index, term, by: commitIndex, current: currentTerm };
  return {
    what: isOlder ? say('committedWith', with_) : say('committedByCount', params),
    rule: 'Ldr4',
    section: isOlder ? '5.4.2' : '5.3',
    causes: [
      cause('entryIsOf', { leader: name, index, term }, appendedAt(then, leader.id, index)),
      ...have
        .filter((id) => id !== leader.id)
        .map((id) => {
          const copied = id === from ? seq : copiedAt(then, leader.id, id, commitIndex);
          return cause('acknowledged', { server: nameOf(then, id), index: commitIndex }, copied);
        }),
    ],
    proposals: [cutOff(scene, asked, seq)],
  };
};

/** The event by which a leader learned that another holds its log up to `index`. */
const copiedAt = (then: Scene, leader: ServerId, id: ServerId, index: number): number | null =>
  since(
    then,
    leader,
    (one) => one.role === 'leader' && (one.progress[id]?.matchIndex ?? 0) >= index,
  );

/** The leader told. */
const byHearing: Case<Asked> = (scene, asked) => {
  const seq = committedAt(scene, asked);
  if (seq === null) return null;
  const event = eventIn(scene, seq);
  const from = event.envelope?.message.from;
  if (from === undefined) return null;
  const { index, server: id } = asked;
  const params = { server: nameOf(scene, id), leader: nameOf(scene, from), index };
  const sent = event.envelope?.sentBy ?? null;
  // §7: what a snapshot holds was committed.
  const isSnapshot = event.envelope?.message.type === 'InstallSnapshotRequest';
  const counted = lastIn(scene, { server: from, mark: 'committed' }, sent ?? seq);
  return {
    what: say('committedByHearing', params),
    rule: isSnapshot ? 'IS4' : 'AE5',
    causes: [
      cause('committedIt', { server: params.leader, index }, counted),
      cause('toldIt', params, sent),
    ],
    proposals: [cutOff(scene, asked, seq)],
  };
};

/** It was so from the start, or came with a snapshot or a restart. */
const fromStart: Case<Asked> = (scene, asked) => ({
  what: say('committedFromStart', { server: nameOf(scene, asked.server), index: asked.index }),
  rule: 'Ldr4',
  section: '5.3',
  causes: [cause('soFromStart', { server: nameOf(scene, asked.server) }, null)],
  none: say('noneFromStart', {}),
});

/** Alone from just before then on, a server hears nothing that could be counted. */
export function cutOff(
  scene: Scene,
  { server: id, index }: Pick<Asked, 'server' | 'index'>,
  seq: number,
): Proposal {
  const at = before(scene, eventIn(scene, seq));
  const withinMs = Math.min(patience(scene.world), Math.max(1, scene.asked.time - at.time));
  return {
    said: say('hadBeenCutOff', { server: nameOf(scene, id) }),
    at,
    stages: [
      {
        commands: isolate(id),
        until: null,
        withinMs,
      },
    ],
    changed: ({ servers }) => (servers[id] as Server).commitIndex < index,
  };
}

const cases: readonly Case<Asked>[] = [byCounting, byHearing, fromStart];
