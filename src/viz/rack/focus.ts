/** The selected one of a crowd, large: all others at the rim around it, and between them what is on its way. */
import type { ServerId, VirtualMs } from '../../base/index.ts';
import { conditionOf, type Envelope, serverAt, type World } from '../../sim/index.ts';
import type { Layout } from '../layout.ts';
import { linkState } from '../scene/links.ts';
import { serverMarkAt } from '../scene/servers.ts';
import type { SceneOptions } from '../scene/types.ts';
import { termLook } from '../terms.ts';
import { dotsOf, type Ends } from './dots.ts';
import type { Focus, Peer, Stroke } from './types.ts';

interface FocusOptions extends SceneOptions {
  /** Where the room for it begins, px from the top. */
  readonly top: number;
}

const largestRadius = 40;
const rimRoom = 22;
/** Between the large one and its votes, and between these and the rim, px. */
const votesMargin = 80;
/** Between numbers at the rim there must be so much room, px; else every fifth is written. */
const numberPitch = 20;

/** `id` in the middle of the room below `top`, `flying` being all that is on its way. */
export function focusOn(
  world: World,
  now: VirtualMs,
  id: ServerId,
  flying: readonly Envelope[],
  options: FocusOptions,
): Focus {
  const { width, height, top } = options;
  const room = height - top;
  const middle = { x: width / 2, y: top + room / 2 };
  const radius = Math.min(largestRadius, room * 0.2);
  const layout: Layout = {
    places: [],
    radius,
    labelWidth: 132,
    votesWidth: Math.max(132, width / 2 - radius - votesMargin),
    speech: 'full',
  };
  const server = serverMarkAt(world, now, id, { x: middle.x, y: middle.y, side: 'right' }, layout, {
    ...options,
    selected: null,
  });
  const rim = { across: width / 2 - rimRoom - 4, down: room / 2 - rimRoom };
  const others = world.servers.map((other) => other.id).filter((other) => other !== id);
  const pitch = (Math.PI * (rim.across + rim.down)) / Math.max(1, others.length);
  const busy = new Set(
    flying.flatMap(({ message: { from, to } }) => (from === id ? [to] : to === id ? [from] : [])),
  );
  const peers = others.map((other, place) =>
    peerOf(world, id, other, {
      middle,
      rim,
      radius,
      turn: (2 * Math.PI * place) / others.length - Math.PI / 2,
      isInUse: busy.has(other),
      isNamed: pitch >= numberPitch || other % 5 === 4 || serverAt(world, other).role === 'leader',
    }),
  );
  const byId = new Map(peers.map((peer) => [peer.id, peer]));
  const endsOf = (from: ServerId, to: ServerId): Ends | null => {
    const peer = byId.get(from === id ? to : from);
    if (peer === undefined || (from !== id && to !== id)) return null;
    const { x1, y1, x2, y2 } = inwards(peer.link, peer.id === from);
    return { x1, y1, x2, y2 };
  };
  return { server, peers, dots: dotsOf(world, now, flying, endsOf, options) };
}

interface Around {
  readonly middle: { readonly x: number; readonly y: number };
  readonly rim: { readonly across: number; readonly down: number };
  readonly radius: number;
  readonly turn: number;
  readonly isNamed: boolean;
  readonly isInUse: boolean;
}

function peerOf(world: World, own: ServerId, id: ServerId, around: Around): Peer {
  const { middle, rim, radius, turn, isNamed, isInUse } = around;
  const [dx, dy] = [Math.cos(turn), Math.sin(turn)];
  const [x, y] = [middle.x + rim.across * dx, middle.y + rim.down * dy];
  const length = Math.hypot(x - middle.x, y - middle.y);
  const [ux, uy] = [(x - middle.x) / length, (y - middle.y) / length];
  const { currentTerm, role } = serverAt(world, id);
  return {
    id,
    isInUse,
    x,
    y,
    hue: termLook(currentTerm).hue,
    role,
    condition: conditionOf(world, id),
    text: isNamed ? (world.setup.names[id] as string).slice(0, 5) : '',
    textX: x + dx * 13,
    textY: y + dy * 12,
    link: {
      x1: middle.x + ux * (radius + 5),
      y1: middle.y + uy * (radius + 5),
      x2: x - ux * 7,
      y2: y - uy * 7,
      state: linkState(world, own, id),
    },
  };
}

const inwards = (link: Stroke, isInwards: boolean): Stroke =>
  isInwards ? { ...link, x1: link.x2, y1: link.y2, x2: link.x1, y2: link.y1 } : link;
