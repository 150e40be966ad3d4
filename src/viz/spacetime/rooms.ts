/** Across the picture: which lanes there are, and where each stands. */
import type { ServerId } from '../../base/index.ts';
import { annalsOf, clientsIn, type Timeline } from '../../timeline/index.ts';
import { fitted } from '../names.ts';
import type { LaneKey } from './cone.ts';
import type { SpacetimeOptions } from './types.ts';

export interface Room {
  readonly key: string;
  readonly lane: LaneKey;
  readonly server: ServerId | null;
  /** The clients whose lane it is. */
  readonly clients: readonly string[];
  readonly name: string;
  readonly y: number;
  readonly half: number;
}

export interface Rooms {
  readonly rooms: readonly Room[];
  readonly roomOf: (lane: LaneKey) => Room | undefined;
  readonly top: number;
  readonly bottom: number;
  readonly range: readonly [number, number];
}

/** Px: along time before and behind the lanes, and beside them; for a picture that lies and one that stands. */
const margins = {
  lying: { head: 48, tail: 24, near: 26, far: 24 },
  upright: { head: 40, tail: 16, near: 56, far: 14 },
};
const clientPitch = { lying: 26, upright: 40 };
const widestPitch = 92;
/** More clients than this share one lane. */
const mostClientLanes = 3;
/** Of the largest letters of a name, px (styles/spacetimePicture.css). */
const letterWidth = 9.2;

type Groups = readonly (readonly string[])[];

/** The lanes there are, clients first: a lane that several clients share goes by the first of them. */
export const lanesIn = (
  timeline: Timeline,
  groups: Groups = clientGroups(timeline),
): readonly LaneKey[] => [
  ...groups.map(([first = '']) => first),
  ...timeline.run.setup.names.keys(),
];

/** The clients that share a lane with this one. */
export const clientsBeside = (timeline: Timeline, client: string): readonly string[] =>
  clientGroups(timeline).find((clients) => clients.includes(client)) ?? [client];

/** These lanes as wished: what is not named stays where it was, clients before and servers behind. */
export function laneOrder(
  lanes: readonly LaneKey[],
  wished: readonly LaneKey[] = [],
): readonly LaneKey[] {
  const named = wished.filter((lane) => lanes.includes(lane));
  const others = lanes.filter((lane) => !named.includes(lane));
  const isClient = (lane: LaneKey): boolean => typeof lane === 'string';
  return [...others.filter(isClient), ...named, ...others.filter((lane) => !isClient(lane))];
}

/** The lanes in their order. */
export function roomsFor(timeline: Timeline, options: SpacetimeOptions): Rooms {
  const { isUpright, breadth, length } = options;
  const { names } = timeline.run.setup;
  const margin = margins[isUpright ? 'upright' : 'lying'];
  const groups = clientGroups(timeline);
  const pitchOfClient = clientPitch[isUpright ? 'upright' : 'lying'];
  const free = breadth - margin.near - margin.far - groups.length * pitchOfClient;
  const pitch = Math.max(4, Math.min(widestPitch, free / names.length));
  const top = margin.near;
  let bottom = top;
  const rooms = laneOrder(lanesIn(timeline, groups), options.order).map((lane): Room => {
    const breadth = typeof lane === 'string' ? pitchOfClient : pitch;
    bottom += breadth;
    const y = bottom - breadth / 2;
    if (typeof lane === 'string')
      return clientRoom(groups.find(([first]) => first === lane) ?? [lane], y);
    return {
      key: `s${lane}`,
      lane,
      server: lane,
      clients: [],
      name: fitted(names[lane] ?? ''),
      y,
      half: Math.max(1.5, Math.min(9, pitch * 0.17)),
    };
  });
  const byLane = new Map<LaneKey, Room>();
  for (const room of rooms) {
    if (room.server !== null) byLane.set(room.server, room);
    for (const client of room.clients) byLane.set(client, room);
  }
  const head = isUpright ? margin.head : Math.max(margin.head, widest(rooms) + 18);
  return {
    rooms,
    roomOf: (lane) => byLane.get(lane),
    top,
    bottom,
    range: [head, Math.max(head + 1, length - margin.tail)],
  };
}

const widest = (rooms: readonly Room[]): number =>
  Math.max(...rooms.map(({ name }) => name.length * letterWidth));

function clientRoom(clients: readonly string[], y: number): Room {
  const [first = ''] = clients;
  const name = clients.length === 1 ? fitted(first) : `${fitted(first)}…`;
  return { key: `c${first}`, lane: first, server: null, clients, name, y, half: 0 };
}

function clientGroups(timeline: Timeline): Groups {
  const clients = clientsIn(annalsOf(timeline).calls).sort();
  return clients.length > mostClientLanes ? [clients] : clients.map((client) => [client]);
}
