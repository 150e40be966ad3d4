/** Why one server does not have, or has not confirmed, what another one asks of it; and what would mend that. */
import type { LogIndex, ServerId } from '../../base/index.ts';
import type { Message, MessageType } from '../../raft/index.ts';
import {
  bothWays,
  type Command,
  conditionOf,
  type Envelope,
  inFlight,
  isCut,
} from '../../sim/index.ts';
import type { Cause } from './answer.ts';
import { cause } from './draft.ts';
import { lastIn, later, nameOf, type Scene } from './scene.ts';
import type { WhyParams } from './whyParams.ts';

/** Who asks whom for what: votes, or entries up to an index. */
export interface Request {
  readonly from: ServerId;
  readonly to: ServerId;
  readonly wants: { readonly kind: 'vote' } | { readonly kind: 'entries'; readonly upTo: LogIndex };
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
    (message.from === from && message.to === to && carries(message, request)) ||
    (message.from === to && message.to === from && confirms(message, request));
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

function carries(message: Message, { wants }: Request): boolean {
  if (wants.kind === 'vote')
    return message.type === 'RequestVoteRequest' || message.type === 'PreVoteRequest';
  if (message.type === 'InstallSnapshotRequest') return message.lastIncludedIndex >= wants.upTo;
  return (
    message.type === 'AppendEntriesRequest' &&
    message.entries.length > 0 &&
    message.prevLogIndex + message.entries.length >= wants.upTo
  );
}

function confirms(message: Message, { wants }: Request): boolean {
  if (wants.kind === 'vote')
    return message.type === 'RequestVoteResponse' || message.type === 'PreVoteResponse';
  return message.type === 'AppendEntriesResponse' && message.matchIndex >= wants.upTo;
}

const requestTypes = {
  vote: 'RequestVoteRequest',
  entries: 'AppendEntriesRequest',
} as const satisfies Record<Request['wants']['kind'], MessageType>;
const responseTypes = {
  vote: 'RequestVoteResponse',
  entries: 'AppendEntriesResponse',
} as const satisfies Record<Request['wants']['kind'], MessageType>;

// Lost, where nothing of the kind has arrived since.
const lost: Finder = (scene, { from, to, wants }) => {
  const ways = [
    { from, to, type: requestTypes[wants.kind] },
    { from: to, to: from, type: responseTypes[wants.kind] },
  ];
  for (const { from: a, to: b, type } of ways) {
    const arrived = lastIn(scene, { kind: 'receive', server: b, from: a, type });
    const dropped = lastIn(scene, { kind: 'drop', server: b, from: a, type });
    if (dropped === null || later(arrived, dropped) === arrived) continue;
    return {
      server: to,
      cause: cause('wasLost', messageParams(scene, { type, from: a, to: b }), dropped),
      remedy: wants.kind === 'entries' ? [{ type: 'heartbeat', server: from }] : [],
    };
  }
  return null;
};

const finders: readonly Finder[] = [down, paused, cut, onItsWay, lost];

// Nothing stands in the way: it was asked for nothing yet, or has said no.
function silence(scene: Scene, { from, to, wants }: Request): Obstacle {
  const params = { server: nameOf(scene, to), asker: nameOf(scene, from) };
  if (wants.kind === 'vote') {
    const type = 'RequestVoteResponse';
    const answered = lastIn(scene, { kind: 'receive', server: from, from: to, type });
    return { server: to, cause: cause('saidNo', params, answered), remedy: [] };
  }
  const leader = scene.world.servers[from];
  const next = leader?.role === 'leader' ? (leader.progress[to]?.nextIndex ?? 1) : 1;
  return {
    server: to,
    cause: cause('notSentYet', { ...params, next }, null),
    remedy: [{ type: 'heartbeat', server: from }],
  };
}
