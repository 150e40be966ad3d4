/** Why did a server take, or pass over, the snapshot of a leader? Asked of the event in which it did. */
import { log as logs } from '../../../raft/index.ts';
import type { Event } from '../../../sim/index.ts';
import { type Case, cause, say } from '../draft.ts';
import { messageParams } from '../obstacles.ts';
import { lastOf } from '../quorum.ts';
import { nameOf } from '../scene.ts';
import { lostMessage } from './entries.ts';

/** §7, Figure 13: the leader has discarded what the server lacks. */
const tookSnapshot: Case<Event> = (scene, event) => {
  const { before: was, after: is, envelope, rules } = event;
  if (was === null || is === null || envelope?.message.type !== 'InstallSnapshotRequest')
    return null;
  if (!rules.ids.includes('IS4')) return null;
  const { message, sentBy } = envelope;
  const { from, lastIncludedIndex: index, lastIncludedTerm: term } = message;
  const server = nameOf(scene, is.id);
  const end = lastOf(was);
  const isOther = end.index >= index && logs.termAt(was.log, index) !== term;
  return {
    what: say('tookSnapshot', { server, leader: nameOf(scene, from), index }),
    rule: 'IS4',
    causes: [
      isOther
        ? cause('logDiffers', { server, index, term: logs.termAt(was.log, index) }, null)
        : cause('logEnded', { server, ...end }, null),
      cause('wasSent', messageParams(scene, message), sentBy),
    ],
    effect: say('wouldEnd', { server, ...end }),
    proposals: [
      lostMessage(
        scene,
        event,
        ({ servers }) => servers[is.id]?.log.snapshotIndex === was.log.snapshotIndex,
      ),
    ],
  };
};

/** §7: what is committed here already is not taken back by a snapshot that came late. */
const knewSnapshot: Case<Event> = (scene, { after: is, envelope, rules }) => {
  if (is === null || envelope?.message.type !== 'InstallSnapshotRequest') return null;
  if (!rules.ids.includes('IS2')) return null;
  const { message, sentBy } = envelope;
  const server = nameOf(scene, is.id);
  const leader = nameOf(scene, message.from);
  const { lastIncludedIndex: index } = message;
  return {
    what: say('knewSnapshot', { server, leader, index, commit: is.commitIndex }),
    rule: 'IS2',
    causes: [cause('wasSent', messageParams(scene, message), sentBy)],
    none: say('noneKnown', { server }),
  };
};

export const snapshots: readonly Case<Event>[] = [tookSnapshot, knewSnapshot];
