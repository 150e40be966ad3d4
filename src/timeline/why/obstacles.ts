/** Why one server does not have, or has not confirmed, what another one asks of it; and what would mend that. */
import type { LogIndex, Seq, ServerId, Term } from '../../base/index.ts';
import type { Message, MessageType } from '../../raft/index.ts';
import {
  bothWays,
  type Command,
  conditionOf,
  type Envelope,
  inFlight,
  isCut,
} from '../../sim/index.ts';
import { annalOf } from '../annalsRead.ts';
import { annalsOf } from '../annalsWrite.ts';
import type { Cause } from './answer.ts';
import { cause } from './draft.ts';
import { lastIn, later, nameOf, type Scene, serverIn } from './scene.ts';
import { askedAt } from './stood.ts';
import type { WhyParams } from './whyParams.ts';

/** Who asks whom for what: votes, entries up to an index, or to hear once more that it leads. */
export interface Request {
  readonly from: ServerId;
  readonly to: ServerId;
  readonly wants:
    | { readonly kind: 'vote' }
    | { readonly kind: 'entries'; readonly upTo: LogIndex }
    | { readonly kind: 'round'; readonly round: number };
}

export interface Obstacle {
  readonly server: ServerId;
  readonly cause: Cause;
  readonly remedy: readonly Command[];
}

type Finder = (scene: Scene, request: Request) => Obstacle | null;

/** The first thing that stands in the way, in the order in which a message meets them. */
export function obstacleOf(scene: Scene, request: Request): Obstacle {
  for (const find of finders) {
    const found = find(scene, request);
    if (found !== null) return found;
  }
  return silence(scene, request);
}

const down: Finder = (scene, { to }) =>
  conditionOf(scene.world, to) === 'crashed'
    ? {
        server: to,
        cause: cause(
          'isDown',
          { server: nameOf(scene, to) },
          lastIn(scene, { kind: 'crash', server: to }),
        ),
        remedy: [{ type: 'restart', server: to }],
      }
    : null;

const paused: Finder = (scene, { to }) =>
  conditionOf(scene.world, to) === 'paused'
    ? {
        server: to,
        cause: cause(
          'standsStill',
          { server: nameOf(scene, to) },
          lastIn(scene, { kind: 'pause', server: to }),
        ),
        remedy: [{ type: 'resume', server: to }],
      }
    : null;

const cut: Finder = (scene, { from, to }) => {
  const ways = [[from, to] as const, [to, from] as const].filter(([a, b]) =>
    isCut(scene.world, a, b),
  );
  const [way] = ways;
  if (way === undefined) return null;
  const [a, b] = way;
  const params = { from: nameOf(scene, a), to: nameOf(scene, b) };
  return {
    server: to,
    cause: cause(ways.length === 2 ? 'linkCut' : 'linkCutOneWay', params, cutAt(scene, a, b)),
    remedy: [{ type: 'heal', links: bothWays(a, b) }],
  };
};

/** The event that cut a link which is cut. */
function cutAt({ timeline: { run }, seq }: Scene, from: ServerId, to: ServerId) {
  const given = run.commands.findLast(
    (one) =>
      one.seq < seq &&
      one.command.type === 'cut' &&
      one.command.links.some(([a, b]) => a === from && b === to),
  );
  return given === undefined ? null : given.seq + 1;
}

const onItsWay: Finder = (scene, request) => {
  const { from, to } = request;
  const fits = ({ message }: Envelope): boolean =>
    (message.from === from && message.to === to && carries(scene, message, request)) ||
    (message.from === to && message.to === from && confirms(scene, message, request));
  const found = inFlight(scene.world).find(fits);
  if (found === undefined) return null;
  const { message, held, at, id, sentBy } = found;
  const params = messageParams(scene, message);
  const said =
    held || scene.world.delivery === 'manual'
      ? cause('heldBack', params, sentBy)
      : cause('onItsWay', { ...params, ms: Math.max(0, at - scene.world.time) }, sentBy);
  return { server: to, cause: said, remedy: [{ type: 'deliver', message: id }] };
};

export const messageParams = (
  scene: Scene,
  { type, from, to }: Pick<Message, 'type' | 'from' | 'to'>,
): WhyParams['wasLost'] => ({ type, from: nameOf(scene, from), to: nameOf(scene, to) });

function carries(scene: Scene, message: Message, request: Request): boolean {
  const { wants } = request;
  if (wants.kind === 'vote') {
    const { ask, term } = questionOf(scene, request);
    return ask.includes(message.type) && message.term === term;
  }
  if (wants.kind === 'round')
    return message.type === 'AppendEntriesRequest' && (message.round ?? 0) >= wants.round;
  if (message.type === 'InstallSnapshotRequest') return message.lastIncludedIndex >= wants.upTo;
  return (
    message.type === 'AppendEntriesRequest' &&
    message.entries.length > 0 &&
    message.prevLogIndex + message.entries.length >= wants.upTo
  );
}

function confirms(scene: Scene, message: Message, request: Request): boolean {
  const { wants } = request;
  if (wants.kind === 'vote') return questionOf(scene, request).answer.includes(message.type);
  if (wants.kind === 'round')
    return message.type === 'AppendEntriesResponse' && (message.round ?? 0) >= wants.round;
  if (message.type === 'InstallSnapshotResponse') return message.lastIncludedIndex >= wants.upTo;
  return message.type === 'AppendEntriesResponse' && message.matchIndex >= wants.upTo;
}

interface Correspondence {
  readonly ask: readonly MessageType[];
  readonly answer: readonly MessageType[];
}

const correspondences = {
  votes: { ask: ['RequestVoteRequest'], answer: ['RequestVoteResponse'] },
  preVotes: { ask: ['PreVoteRequest'], answer: ['PreVoteResponse'] },
  entries: {
    ask: ['AppendEntriesRequest', 'InstallSnapshotRequest'],
    answer: ['AppendEntriesResponse', 'InstallSnapshotResponse'],
  },
} as const satisfies Record<string, Correspondence>;

/** What goes to and fro; of a vote also in which term, and since when it is asked for. */
function questionOf(
  scene: Scene,
  { from, wants }: Request,
): Correspondence & { readonly term: Term; readonly since: Seq } {
  const { role, currentTerm: term } = serverIn(scene, from);
  if (wants.kind !== 'vote') return { ...correspondences.entries, term, since: 0 };
  const since = askedAt(scene, from) ?? 0;
  // Thesis §9.6: who asks first asks about the term after its own.
  return role === 'preCandidate'
    ? { ...correspondences.preVotes, term: term + 1, since }
    : { ...correspondences.votes, term, since };
}

// Thesis §10.2.1: what rests on a write is said once that is durable.
const writing: Finder = (scene, request) => {
  const { from, to } = request;
  const { ask, answer } = questionOf(scene, request);
  const rests = (by: ServerId, types: readonly MessageType[]): boolean =>
    scene.world.writes.some(
      ({ server, held }) =>
        server === by &&
        held.some(({ message }) => types.includes(message.type) && message.to !== by),
    );
  const by = rests(to, answer) ? to : rests(from, ask) ? from : null;
  if (by === null) return null;
  return {
    server: to,
    cause: cause('writesAnswer', { server: nameOf(scene, by) }, null),
    remedy: [],
  };
};

// Lost, where nothing of the kind has arrived since.
const lost: Finder = (scene, request) => {
  const { from, to, wants } = request;
  const { ask, answer, since } = questionOf(scene, request);
  const ways = [
    { from, to, types: ask },
    { from: to, to: from, types: answer },
  ];
  for (const { from: a, to: b, types } of ways) {
    const latest = (kind: 'receive' | 'drop'): Seq | null =>
      types.map((type) => lastIn(scene, { kind, server: b, from: a, type })).reduce(later, null);
    const dropped = latest('drop');
    if (dropped === null || dropped < since || later(latest('receive'), dropped) !== dropped)
      continue;
    const type = annalOf(annalsOf(scene.timeline), dropped).type ?? ask[0];
    if (type === undefined) continue;
    return {
      server: to,
      cause: cause('wasLost', messageParams(scene, { type, from: a, to: b }), dropped),
      remedy: wants.kind === 'vote' ? [] : [{ type: 'heartbeat', server: from }],
    };
  }
  return null;
};

const finders: readonly Finder[] = [down, paused, cut, onItsWay, writing, lost];

// Nothing stands in the way: it was asked for nothing yet, or has said no.
function silence(scene: Scene, { from, to, wants }: Request): Obstacle {
  const params = { server: nameOf(scene, to), asker: nameOf(scene, from) };
  if (wants.kind === 'vote') {
    const { answer, since } = questionOf(scene, { from, to, wants });
    const answered = answer
      .map((type) => lastIn(scene, { kind: 'receive', server: from, from: to, type }))
      .reduce(later, null);
    if (answered !== null && answered > since)
      return { server: to, cause: cause('refusedIt', params, answered), remedy: [] };
    // Thesis §4.2.3: who hears a leader does not even answer.
    const passed = lastIn(scene, { kind: 'receive', server: to, from, rule: 'MC7' });
    const isPassedOver = passed !== null && passed > since;
    return {
      server: to,
      cause: cause(isPassedOver ? 'passedOver' : 'saidNo', params, isPassedOver ? passed : null),
      remedy: [],
    };
  }
  const leader = scene.world.servers[from];
  const next = leader?.role === 'leader' ? (leader.progress[to]?.nextIndex ?? 1) : 1;
  return {
    server: to,
    cause: cause('notSentYet', { ...params, next }, null),
    remedy: [{ type: 'heartbeat', server: from }],
  };
}
