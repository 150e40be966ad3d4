/** Why did this server throw entries away? */
import { log as logs, type Server } from '../../../raft/index.ts';
import type { Event } from '../../../sim/index.ts';
import { type Case, cause, say } from '../draft.ts';
import type { Of } from '../question.ts';
import { savings } from '../savings.ts';
import { eventIn, holdsEntry, lastIn, nameOf, type Scene, sceneAfter, since } from '../scene.ts';

/** The first index at which two logs differ; null where the event took nothing away. */
export function firstLost({ before, after }: Event): number | null {
  if (before === null || after === null || before.log === after.log) return null;
  // §7: what a snapshot stands for is not lost.
  if (before.log.snapshotIndex !== after.log.snapshotIndex) return null;
  const last = logs.lastIndex(before.log);
  for (let index = before.log.snapshotIndex + 1; index <= last; index += 1) {
    const isSame = logs.termAt(before.log, index) === logs.termAt(after.log, index);
    if (!isSame || index > logs.lastIndex(after.log)) return index;
  }
  return null;
}

export const whyOverwritten: Case<Of<'overwritten'>> = (asked, { seq }) => {
  const event = eventIn(asked, seq);
  const index = firstLost(event);
  const { before: was, after: is, envelope } = event;
  if (index === null || was === null || is === null || envelope === null) return null;
  const scene = sceneAfter(asked, seq - 1);
  const { from, term: current } = envelope.message;
  const term = logs.termAt(was.log, index);
  const params = { server: nameOf(scene, was.id), index, term };
  const leader = nameOf(scene, from);
  const got = since(scene, was.id, holdsEntry(index, term));
  return {
    what: say('overwritten', { ...params, leader, theirs: logs.termAt(is.log, index) }),
    rule: 'AE3',
    causes: [
      cause('cameBy', params, got),
      cause('onlyOn', copies(scene, index, term, was), null),
      cause('wonElection', { leader, term: current }, electedBefore(scene, from, envelope.sentBy)),
    ],
    effect: say('wouldKeep', params),
    proposals: savings(scene, was.id, index, term, got),
  };
};

const electedBefore = (scene: Scene, leader: number, until: number | null) =>
  lastIn(scene, { server: leader, mark: 'elected' }, until ?? scene.seq);

function copies(scene: Scene, index: number, term: number, { configuration }: Server) {
  const { voters } = configuration;
  const holds = holdsEntry(index, term);
  const have = voters.filter((id) => holds(scene.world.servers[id] as Server)).length;
  return { index, have, of: voters.length };
}
