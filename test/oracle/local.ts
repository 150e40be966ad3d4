/** What a server does by itself, or what befalls it: clients, heartbeats, applying, snapshots, disks, crashes. */
import type { ServerId } from '../../src/base/index.ts';
import type { Configuration, Leader, Server } from '../../src/raft/index.ts';
import type { CrewChange, Lost } from '../../src/sim/index.ts';
import { type Given, holds } from './given.ts';
import { appends, isIdle, type Judged, settle, unchangedDuty } from './leading.ts';
import { type Picture, pictureOf, unmoved, wholeLog } from './picture.ts';
import {
  areSame,
  configurationIn,
  entriesFrom,
  entryOf,
  hasVote,
  isMajority,
  lastOf,
  termOf,
} from './reading.ts';
import { judgeOwnVote } from './voting.ts';

/** Everything a leader knows of the others stays; it may send each so many requests. */
const stillLeading = (leader: Leader, requests: readonly [number, number]): Judged => ({
  picture: pictureOf(leader),
  messages: [],
  timer: false,
  duty: { ...unchangedDuty(leader), requests: () => requests },
});

const answersStill = ({ before, hearing }: Given, id: ServerId): boolean =>
  id === before.id || hearing.now - hearing.answeredAt(id) <= before.settings.electionTimeoutMinMs;

/** A heartbeat goes to everybody, unless no majority has answered for an election timeout (dissertation 6.2). */
export function judgeHeartbeat(given: Given): Judged {
  const leader = given.before;
  if (leader.role !== 'leader') return unmoved(given);
  const isCutOff =
    leader.settings.checkQuorum &&
    !isMajority(leader.configuration, (id) => answersStill(given, id));
  if (!isCutOff) return stillLeading(leader, [1, 1]);
  const picture: Picture = { ...pictureOf(leader), role: 'follower', leaderId: null };
  return { picture, messages: [], timer: true };
}

/** A command reaches a server: a leader takes it, or starts to read; everybody else sends the client away. */
export function judgeClient(given: Given): Judged {
  const { before, after, event } = given;
  const last = lastOf(before.log);
  const entry = entryOf(after.log, last + 1);
  const asked = event.clients.find(({ what }) => what === 'asked');
  if (before.role !== 'leader' || before.transfer !== null) return unmoved(given);
  if (entry?.payload.type === 'command' && entry.term === before.currentTerm) {
    const { operation } = entry.payload.command;
    if (asked === undefined || areSame(asked.operation, operation))
      return appends(given, before, entry);
  }
  // Dissertation 6.4: a read leaves no entry; a round of heartbeats may go out for it.
  const isReading =
    after.role === 'leader' && (after.reads?.round ?? 0) !== (before.reads?.round ?? 0);
  return stillLeading(before, isReading ? [1, 1] : [0, 0]);
}

/** Whatever is committed is applied, in order, and nothing else. */
export function judgeApply(given: Given): Judged {
  const { before } = given;
  const lastApplied = Math.max(
    before.lastApplied,
    Math.min(before.commitIndex, lastOf(before.log)),
  );
  return keepingOffice(given, { ...pictureOf(before), lastApplied });
}

/** A change of a server that leaves it in its role, and silent. */
function keepingOffice({ before }: Given, picture: Picture): Judged {
  return before.role === 'leader'
    ? { ...stillLeading(before, [0, 0]), picture }
    : { picture, messages: [], timer: false };
}

/** §7: what is applied may be discarded, and its last index, term and configuration are kept. */
export function judgeSnapshot(given: Given): Judged {
  const { before } = given;
  const { log, lastApplied, initialConfiguration } = before;
  const snapshotTerm = termOf(log, lastApplied);
  if (lastApplied <= log.snapshotIndex || snapshotTerm === undefined)
    return keepingOffice(given, pictureOf(before));
  return keepingOffice(given, {
    ...pictureOf(before),
    beforeLog: configurationIn(log, initialConfiguration, lastApplied).configuration,
    log: {
      base: log,
      keep: lastApplied,
      added: entriesFrom(log, lastApplied + 1),
      snapshotIndex: lastApplied,
      snapshotTerm,
    },
  });
}

/** Something reached the disk: a leader counts its own copy that far. */
export function judgePersist(given: Given): Judged {
  const { before } = given;
  if (before.role === 'candidate') return judgeOwnVote(given);
  if (before.role !== 'leader') return unmoved(given);
  const known = unchangedDuty(before);
  const { picture, isCompleted } = settle(given, pictureOf(before), known.matchOf);
  const requests = (id: ServerId) =>
    isCompleted && isIdle(before, id) ? ([1, 1] as const) : ([0, 0] as const);
  return {
    picture,
    messages: [],
    timer: picture.role !== 'leader',
    duty: { ...known, requests },
  };
}

/** Dissertation 3.10: the target is asked at once if it has the whole log, else it is sent what it lacks. */
export function judgeTransfer(given: Given): Judged {
  const { before: leader, event } = given;
  const target = event.command?.type === 'transfer' ? event.command.target : leader.id;
  if (leader.role !== 'leader' || target === leader.id || !hasVote(leader.configuration, target))
    return unmoved(given);
  const isReady = (leader.progress[target]?.matchIndex ?? 0) >= lastOf(leader.log);
  const { id: from, currentTerm: term } = leader;
  const isNudged = !isReady && isIdle(leader, target);
  return {
    ...stillLeading(leader, [0, 0]),
    duty: {
      ...unchangedDuty(leader),
      requests: (id) => (id === target && isNudged ? [1, 1] : [0, 0]),
    },
    messages: isReady
      ? [{ type: 'TimeoutNowRequest', from, to: target, term, leaderId: from }]
      : [],
  };
}

const sorted = (ids: Iterable<ServerId>): readonly ServerId[] =>
  [...new Set(ids)].sort((a, b) => a - b);

/** Who would take part after a change. */
function wished({ voters, learners }: Configuration, change: CrewChange) {
  if (change.kind === 'set')
    return {
      voters: sorted(change.voters),
      learners: learners.filter((id) => !change.voters.includes(id)),
    };
  const { kind, server } = change;
  const others = (ids: readonly ServerId[]) => ids.filter((id) => id !== server);
  return {
    voters: kind === 'add' || kind === 'promote' ? sorted([...voters, server]) : others(voters),
    learners: kind === 'addLearner' ? sorted([...learners, server]) : others(learners),
  };
}

/** §6 and dissertation 4.1: one change at a time, begun by a leader that has committed in its term. */
export function judgeReconfigure(given: Given): Judged {
  const { before: leader, event } = given;
  if (leader.role !== 'leader' || event.command?.type !== 'reconfigure') return unmoved(given);
  const { configuration, settings, commitIndex, currentTerm, log } = leader;
  const { voters, learners } = wished(configuration, event.command.change);
  const inForce = configurationIn(log, leader.initialConfiguration);
  const isUnderWay = configuration.outgoing !== null || inForce.index > commitIndex;
  // The fix of 2015 belongs to changes of one server; both halves of a joint one meet in the one before it.
  const isOwnFirst =
    settings.membership === 'joint' ||
    termOf(log, commitIndex) === currentTerm ||
    !holds(given, 'config.ownTermFirst');
  const moved = [...voters, ...configuration.voters].filter(
    (id) => voters.includes(id) !== configuration.voters.includes(id),
  ).length;
  const isGuarded = holds(given, 'config.joint');
  const isTooMuch = isGuarded && settings.membership === 'single' && moved > 1;
  // Who loses its vote may be needed as a candidate until then, and a learner never stands (dissertation 4.2.2).
  const isDemotion = learners.some((id) => hasVote(configuration, id));
  const isBusy = leader.transfer !== null || voters.length === 0;
  if (isBusy || isDemotion || isUnderWay || !isOwnFirst || isTooMuch)
    return stillLeading(leader, [0, 0]);
  const isJoint = isGuarded && settings.membership === 'joint' && moved > 0;
  const outgoing = isJoint ? configuration.voters : null;
  return appends(given, leader, {
    term: currentTerm,
    payload: { type: 'config', configuration: { voters, outgoing, learners } },
  });
}

/** Figure 2, persistent state: this survives, less what the disk loses; all else is as at the first start. */
function rebooted(
  given: Given,
  kept: Pick<Server, 'currentTerm' | 'votedFor' | 'log'>,
  lost: readonly Lost[],
): Picture {
  const { before, world } = given;
  const isLost = (what: Lost): boolean => lost.includes(what) || lost.includes('all');
  const log = isLost('log') ? { ...emptied, base: kept.log } : wholeLog(kept.log);
  const snapshot = isLost('log') ? null : (given.after.snapshot ?? null);
  const { names, spares = 0, initial } = world.setup;
  const everybody = names.slice(0, names.length - spares).map((_, id) => id);
  const voters = before.id < everybody.length ? everybody : [];
  return {
    role: 'follower',
    currentTerm: isLost('currentTerm') ? 0 : kept.currentTerm,
    votedFor: isLost('votedFor') ? null : kept.votedFor,
    leaderId: null,
    commitIndex: log.snapshotIndex,
    lastApplied: log.snapshotIndex,
    log,
    beforeLog: snapshot?.configuration ??
      initial[before.id]?.config ?? { voters, outgoing: null, learners: [] },
    granted: null,
  };
}

const emptied = { keep: 0, added: [], snapshotIndex: 0, snapshotTerm: 0 } as const;

export function judgeCrash(given: Given): Judged {
  const { before } = given;
  const lost = (['votedFor', 'currentTerm', 'log'] as const).filter(
    (what) => !holds(given, `persist.${what}`),
  );
  return {
    picture: rebooted(given, given.durableBefore ?? before, lost),
    messages: [],
    timer: null,
  };
}

export function judgeRestart(given: Given): Judged {
  const { command } = given.event;
  const lose = command?.type === 'restart' ? (command.lose ?? []) : [];
  return { picture: rebooted(given, given.before, lose), messages: [], timer: true };
}
