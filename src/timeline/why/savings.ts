/** What would have saved an entry that another leader went without: to be committed in time. */

import type { LogIndex, Seq, ServerId, Term } from '../../base/index.ts';
import type { Server } from '../../raft/index.ts';
import type { Command, World } from '../../sim/index.ts';
import { annalOf } from '../annalsRead.ts';
import { annalsOf } from '../annalsWrite.ts';
import { say } from './draft.ts';
import { type Proposal, patience, type Seen } from './otherwise.ts';
import { commandFor } from './ownEntry.ts';
import {
  after,
  appendedAt,
  before,
  eventIn,
  holdsEntry,
  lastIn,
  later,
  nameOf,
  type Scene,
} from './scene.ts';

const revive = ({ conditions }: World): readonly Command[] =>
  conditions.flatMap((condition, server) =>
    condition === 'crashed' ? [{ type: 'restart', server } as const] : [],
  );

/** Some server knows that the entry is committed; from then on nobody is elected without it. */
const isCommitted =
  (index: LogIndex, term: Term): Seen =>
  ({ servers }) =>
    servers.some((one) => one.commitIndex >= index && holdsEntry(index, term)(one));

/** The entry reaches everybody from the moment it is there; or the last leader that held it commits its own on top. */
export function* savings(
  scene: Scene,
  id: ServerId,
  index: LogIndex,
  term: Term,
  got: Seq | null = appendedAt(scene, id, index),
): Generator<Proposal | null> {
  const until = isCommitted(index, term);
  const withinMs = patience(scene.world);
  if (got !== null) {
    const event = eventIn(scene, got);
    const leader = nameOf(scene, event.envelope?.message.from ?? id);
    const reach = (world: World): readonly Command[] => [
      { type: 'heal', links: null },
      ...revive(world),
    ];
    const stages = [{ commands: reach, until, withinMs }];
    yield { said: say('hadReachedAll', { leader, index }), at: after(event), stages };
  }
  yield lastChance(scene, index, term, until);
}

// Before the last leader that held it fell, a command of its own term would have taken the entry with it.
function lastChance(scene: Scene, index: LogIndex, term: Term, until: Seen): Proposal | null {
  const annals = annalsOf(scene.timeline);
  const holds = holdsEntry(index, term);
  for (
    let elected = lastIn(scene, { mark: 'elected' });
    elected !== null;
    elected = lastIn(scene, { mark: 'elected' }, elected - 1)
  ) {
    const { server } = annalOf(annals, elected);
    const leader = eventIn(scene, elected).after;
    if (server === null || leader === null || !holds(leader)) continue;
    const fell = fall(scene, server, elected);
    return fell === null ? null : commandBefore(scene, leader, fell, until);
  }
  return null;
}

/** The event by which a server lost its office. */
function fall(scene: Scene, server: ServerId, elected: Seq): Seq | null {
  const found = later(
    lastIn(scene, { server, kind: 'crash' }),
    lastIn(scene, { server, rule: 'All2' }),
  );
  return found !== null && found > elected ? found : null;
}

function commandBefore(
  scene: Scene,
  { id, currentTerm }: Server,
  fell: Seq,
  until: Seen,
): Proposal {
  return {
    said: say('hadCommittedOwn', { leader: nameOf(scene, id), term: currentTerm }),
    at: before(scene, eventIn(scene, fell)),
    stages: [
      {
        commands: () => [{ type: 'heal', links: null }, commandFor(scene.world, id)],
        until,
        withinMs: patience(scene.world),
      },
    ],
  };
}
