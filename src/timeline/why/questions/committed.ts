/** Why is this entry committed? */
import { log as logs, type Server } from '../../../raft/index.ts';
import type { Cause } from '../answer.ts';
import { type Case, cause, firstCase, say } from '../draft.ts';
import { isolate, type Proposal, patience } from '../otherwise.ts';
import type { Of } from '../question.ts';
import { copiesOf } from '../quorum.ts';
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

/** The leader counted. */
const byCounting: Case<Asked> = (scene, asked) => {
  const seq = committedAt(scene, asked);
  const then = seq === null ? null : sceneAfter(scene, seq);
  const leader = then === null ? null : serverIn(then, asked.server);
  if (seq === null || then === null || leader?.role !== 'leader') return null;
  const { index } = asked;
  const { currentTerm, commitIndex } = leader;
  const term = logs.termAt(leader.log, index);
  const { have, of } = copiesOf(leader, commitIndex);
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
      ...copyCauses(then, leader.id, have, commitIndex),
    ],
    proposals: [cutOff(scene, asked, seq)],
  };
};

function copyCauses(
  then: Scene,
  leader: number,
  have: readonly number[],
  index: number,
): readonly Cause[] {
  return have
    .filter((id) => id !== leader)
    .map((id) => {
      const seq = since(then, leader, (one) => {
        return one.role === 'leader' && (one.progress[id]?.matchIndex ?? 0) >= index;
      });
      return cause('acknowledged', { server: nameOf(then, id), index }, seq);
    });
}

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
  const counted = lastIn(scene, { server: from, mark: 'committed' }, sent ?? seq);
  return {
    what: say('committedByHearing', params),
    rule: 'AE5',
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
