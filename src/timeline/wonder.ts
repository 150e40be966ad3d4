/**
 * What in a run surprises who believes something wrong of Raft: a table of what to look for, by the misconception that
 * it touches. The question each raises is answered like any other (`why/`). M1, M2 and so on are the misconceptions
 * that the lessons name, too.
 */
import type { LogIndex, ServerId } from '../base/index.ts';
import { type Leader, log as logs, majority, matchIndexOf, type Server } from '../raft/index.ts';
import { type Client, conditionOf, type Event, isCut, placeOf, type World } from '../sim/index.ts';
import type { Timeline } from './timeline.ts';
import type { Subject } from './why/question.ts';
import { isGrant, requestIn } from './why/requests.ts';

/** Something to wonder at, and where to ask about it. */
export interface Wonder {
  readonly id: WonderId;
  readonly subject: Subject;
  readonly isWhyNot: boolean;
  /** Whom it is about, by name. */
  readonly server: string;
}

export type WonderId = keyof typeof watches;

interface Found {
  readonly subject: Subject;
  readonly server: ServerId;
}

type OfWorld = (world: World) => Found | null;
type OfEvent = (world: World, event: Event) => Found | null;

const isUp = (world: World, { id }: Server): boolean => conditionOf(world, id) === 'running';

const running = (world: World): readonly Server[] =>
  world.servers.filter((one) => isUp(world, one));

const leadersIn = (world: World): readonly Leader[] =>
  running(world).filter((one): one is Leader => one.role === 'leader');

/** Who leads the latest term. */
const newest = (world: World): Leader | null =>
  leadersIn(world).reduce<Leader | null>(
    (best, one) => (best === null || one.currentTerm > best.currentTerm ? one : best),
    null,
  );

const entry = ({ id }: Server, index: LogIndex): Found => ({
  subject: { kind: 'entry', server: id, index },
  server: id,
});
const aboutServer = ({ id }: Server): Found => ({
  subject: { kind: 'server', server: id },
  server: id,
});
const aboutEvent = ({ seq, server }: Event): Found => ({
  subject: { kind: 'event', seq },
  server: server ?? 0,
});
const aboutClient = ({ id }: Client, server: ServerId): Found => ({
  subject: { kind: 'client', client: id },
  server,
});

/** What holds of the first that it holds of. */
const first = <One>(
  all: readonly One[],
  found: (one: One) => Found | null | false,
): Found | null => {
  for (const one of all) {
    const is = found(one);
    if (is) return is;
  }
  return null;
};

/** The highest index that a majority is known to hold; a joint configuration is left alone (§6). */
function heldByMajority(leader: Leader): LogIndex {
  const { voters } = leader.configuration;
  const held = voters.map((id) => matchIndexOf(leader, id)).sort((a, b) => b - a);
  return held[majority(voters.length) - 1] ?? 0;
}

const reaches = (world: World, { id }: Server, other: ServerId): boolean =>
  other === id ||
  (conditionOf(world, other) === 'running' && !isCut(world, id, other) && !isCut(world, other, id));

/** The voters that can answer this server, itself included. */
const inReach = (world: World, server: Server): readonly ServerId[] =>
  server.configuration.voters.filter((id) => reaches(world, server, id));

/** An entry of its own term that waits; null: none does. */
function waitingEntry({ log, commitIndex, currentTerm }: Leader): LogIndex | null {
  const last = logs.lastIndex(log);
  return last > commitIndex && logs.termAt(log, last) === currentTerm ? commitIndex + 1 : null;
}

const holdsSame = ({ log }: Server, other: Server, index: LogIndex): boolean =>
  index > log.snapshotIndex &&
  index > other.log.snapshotIndex &&
  logs.lastIndex(log) >= index &&
  logs.termAt(log, index) === logs.termAt(other.log, index);

// §5.4.2: counting copies commits nothing of an older term.
const olderTerm: OfWorld = (world) =>
  first(leadersIn(world), (leader) => {
    if (leader.configuration.outgoing !== null) return null;
    const index = Math.min(heldByMajority(leader), logs.lastIndex(leader.log));
    const isOlder = index > 0 && logs.termAt(leader.log, index) < leader.currentTerm;
    return index > leader.commitIndex && isOlder && entry(leader, index);
  });

// §5.2: at most one a term; a leader of an older term may live on.
const twoLeaders: OfWorld = (world) => {
  const top = newest(world);
  return first(
    leadersIn(world),
    (one) => top !== null && one.currentTerm < top.currentTerm && aboutServer(one),
  );
};

const isShort = (world: World, leader: Leader): boolean =>
  inReach(world, leader).length < majority(leader.configuration.voters.length);

/** A leader whose command waits, since too few of the voters can be reached. */
const shortOf = (fits: (world: World, leader: Leader) => boolean): OfWorld => {
  return (world) =>
    first(leadersIn(world), (leader) => {
      const index = waitingEntry(leader);
      return (
        index !== null && isShort(world, leader) && fits(world, leader) && entry(leader, index)
      );
    });
};

const isEveryoneReached = (world: World, leader: Leader): boolean =>
  running(world).every(({ id }) => reaches(world, leader, id));

const areAllCopied = (leader: Leader, ids: readonly ServerId[]): boolean =>
  ids.every((id) => id === leader.id || matchIndexOf(leader, id) > leader.commitIndex);

const isHalf = (world: World, leader: Leader): boolean =>
  2 * inReach(world, leader).length === leader.configuration.voters.length;

// A majority of the configuration, not of who is alive.
const allThatRun = shortOf(
  (world, leader) =>
    isEveryoneReached(world, leader) &&
    areAllCopied(leader, inReach(world, leader)) &&
    !isHalf(world, leader),
);
const halfOfThem = shortOf((world, leader) => isHalf(world, leader));
const aloneAndUntold = shortOf(
  (world, leader) => !isEveryoneReached(world, leader) && !isHalf(world, leader),
);

// §5.4.1: the last term first, then the length.
const longerRefused: OfEvent = (_world, event) => {
  const request = requestIn(event);
  const { before } = event;
  if (request === null || before === null || isGrant(event)) return null;
  const isLonger = request.lastLogIndex > logs.lastIndex(before.log);
  const isOlder = request.lastLogTerm < logs.lastTerm(before.log);
  return isLonger && isOlder ? aboutEvent(event) : null;
};

/** A client whose read waits at a leader that another has followed. */
const readWaits: OfWorld = (world) =>
  first(world.clients, (client) => {
    const { pending } = client;
    if (pending === null || pending.state !== 'accepted' || pending.operation.type !== 'get')
      return null;
    const server = world.servers[pending.at] as Server;
    const isDeposed = newest(world)?.id !== server.id;
    return (
      isUp(world, server) && server.role === 'leader' && isDeposed && aboutClient(client, server.id)
    );
  });

// §8: applied, and its client was not told: the answer was lost, and then its server.
const doneUnanswered: OfWorld = (world) =>
  first(world.clients, (client) => {
    if (client.pending === null) return null;
    if (world.mail.some((mail) => mail.client === client.id)) return null;
    // Where the server it asked runs, the answer says no more than that it waits.
    if (isUp(world, world.servers[client.pending.at] as Server)) return null;
    const done = world.servers.find((server) => {
      const index = placeOf(server, client);
      return index !== null && server.lastApplied >= index;
    });
    return done !== undefined && aboutClient(client, done.id);
  });

/** Somebody else who knows that an entry is committed which `server` holds and does not know it of. */
const knowsMore = (world: World, server: Server): Server | undefined =>
  world.servers.find(
    (one) => one.commitIndex > server.commitIndex && holdsSame(one, server, server.commitIndex + 1),
  );

// AE5: it is told by the next AppendEntries, which cannot come from a leader that is away.
const unheardCommit: OfWorld = (world) =>
  first(running(world), (server) => {
    if (server.role === 'leader') return null;
    const other = knowsMore(world, server);
    if (other === undefined) return null;
    const leader = newest(world);
    const isAway = leader === null || !reaches(world, server, leader.id);
    return isAway && entry(server, server.commitIndex + 1);
  });

// §8: it holds all that is committed, and learns which that is by committing one of its own term.
const unsureLeader: OfWorld = (world) =>
  first(leadersIn(world), (leader) => {
    return knowsMore(world, leader) !== undefined && entry(leader, leader.commitIndex + 1);
  });

/** An entry of an older term that nobody knew to be committed, and is now. */
const keptAfterAll: OfEvent = (world, { before, after }) => {
  if (before === null || after === null || after.role !== 'leader') return null;
  const index = before.commitIndex + 1;
  if (after.commitIndex < index || index <= after.log.snapshotIndex) return null;
  if (logs.termAt(after.log, index) === after.currentTerm) return null;
  const isNews = world.servers.every(
    ({ id, commitIndex }) => id === after.id || commitIndex < index,
  );
  return isNews ? entry(after, index) : null;
};

// Figure 2: commitIndex is volatile, and is learned again.
const forgotten: OfEvent = (_world, { kind, after }) =>
  kind === 'restart' && after !== null && after.commitIndex < logs.lastIndex(after.log)
    ? entry(after, after.commitIndex + 1)
    : null;

// §5.3: entries beyond the leader's stay until one of its own comes in their place.
const extraEntries: OfWorld = (world) => {
  const leader = newest(world);
  if (leader === null) return null;
  const last = logs.lastIndex(leader.log);
  return first(running(world), (server) => {
    const isMatched = server.id !== leader.id && matchIndexOf(leader, server.id) >= last;
    return isMatched && logs.lastIndex(server.log) > last && entry(server, last + 1);
  });
};

// §6: it leads until the configuration without it is committed.
const removedLeads: OfWorld = (world) =>
  first(leadersIn(world), (leader) => {
    const { voters, learners } = leader.configuration;
    return ![...voters, ...learners].includes(leader.id) && aboutServer(leader);
  });

interface Watch {
  readonly misconception: `M${number}`;
  readonly isWhyNot: boolean;
  readonly ofWorld?: OfWorld;
  readonly ofEvent?: OfEvent;
}

/** What is looked for, in the order in which it is offered. */
export const watches = {
  olderTerm: { misconception: 'M1', isWhyNot: true, ofWorld: olderTerm },
  longerRefused: { misconception: 'M4', isWhyNot: true, ofEvent: longerRefused },
  doneUnanswered: { misconception: 'M6', isWhyNot: true, ofWorld: doneUnanswered },
  readWaits: { misconception: 'M5', isWhyNot: true, ofWorld: readWaits },
  removedLeads: { misconception: 'M25', isWhyNot: false, ofWorld: removedLeads },
  unsureLeader: { misconception: 'M14', isWhyNot: true, ofWorld: unsureLeader },
  unheardCommit: { misconception: 'M13', isWhyNot: true, ofWorld: unheardCommit },
  keptAfterAll: { misconception: 'M12', isWhyNot: false, ofEvent: keptAfterAll },
  extraEntries: { misconception: 'M22', isWhyNot: true, ofWorld: extraEntries },
  forgotten: { misconception: 'M17', isWhyNot: true, ofEvent: forgotten },
  halfOfThem: { misconception: 'M27', isWhyNot: true, ofWorld: halfOfThem },
  allThatRun: { misconception: 'M3', isWhyNot: true, ofWorld: allThatRun },
  aloneAndUntold: { misconception: 'M10', isWhyNot: true, ofWorld: aloneAndUntold },
  twoLeaders: { misconception: 'M2', isWhyNot: false, ofWorld: twoLeaders },
} as const satisfies Record<string, Watch>;

/** The first thing to wonder at, at the cursor and in `events` before it, of what was not offered already. */
export function wonderAt(
  { world, run }: Timeline,
  events: readonly Event[],
  offered: ReadonlySet<string>,
): Wonder | null {
  for (const [id, watch] of Object.entries(watches) as [WonderId, Watch][]) {
    if (offered.has(id)) continue;
    const found =
      watch.ofWorld?.(world) ?? first(events, (event) => watch.ofEvent?.(world, event) ?? null);
    if (found === null) continue;
    const { subject, server } = found;
    return { id, subject, isWhyNot: watch.isWhyNot, server: run.setup.names[server] ?? '' };
  }
  return null;
}
