/** The messages of a scene: where each is at `now`, and what it carries. */
import type { MessageId, Term, VirtualMs } from '../../base/index.ts';
import type { Message } from '../../raft/index.ts';
import { type Envelope, type Event, inFlight, type World } from '../../sim/index.ts';
import { mostOnRing } from '../layout.ts';
import { termLook } from '../terms.ts';
import { type Way, wayBetween } from './links.ts';
import type { GhostMark, MessageKind, MessageMark, SceneOptions, ServerMark } from './types.ts';

/** How much of its way a message goes before it is lost on it; a cut is drawn in the middle. */
const lostAt = 0.55;
const cutAt = 0.44;
/** How long a lost message stays to be seen, in parts of its travelling time. */
const fading = 0.9;
/** In a run by hand, where all may happen at one time. */
const eventsToFade = 12;
/** Room between messages that wait on the same link, px, and how far they stand aside from those coming back. */
const queueGap = 22;
const aside = 10;

/** More cannot be told apart on any link, or amid the words of a rack: then all are drawn plainly, by `extras`. */
const mostDrawn = 150;
const mostInRack = 60;

export const isFlood = ({ queue, waiting, servers }: World): boolean =>
  queue.length + waiting.length > (servers.length > mostOnRing ? mostInRack : mostDrawn);

/** What is in flight, the oldest first. */
export function messageMarks(
  world: World,
  now: VirtualMs,
  servers: readonly ServerMark[],
  options: SceneOptions,
): readonly MessageMark[] {
  if (isFlood(world)) return [];
  const usual = latestTerm(world);
  const queued = new Map<string, number>();
  const waiting = new Set(world.waiting.map(({ id }) => id));
  const flying = inFlight(world).map((envelope): [Envelope, MessageMark['state']] => [
    envelope,
    stateOf(world, now, envelope, waiting, options.motion),
  ]);
  const standing = new Map<string, number>();
  for (const [envelope, state] of flying) add(standing, lineOf(envelope, state));
  return flying.map(([envelope, state]) => {
    const way = wayOf(servers, envelope);
    const share = state === 'atDoor' ? 1 : state === 'travelling' ? progress(envelope, now) : 0.5;
    if (state === 'travelling') return markAt(envelope, way, share, { state, usual, options });
    const line = lineOf(envelope, state);
    const before = queued.get(line) ?? 0;
    add(queued, line);
    // Many stand closer together: a queue never reaches beyond who sent it.
    const gap = Math.min(queueGap, Math.max(0, way.length - 16) / (standing.get(line) ?? 1));
    const back = state === 'atDoor' ? before * gap + 8 : fanned(before) * gap;
    return markAt(envelope, way, share - back / way.length, { state, usual, options });
  });
}

/** On which link, which way, and where on it a message stands. */
const lineOf = ({ message }: Envelope, state: MessageMark['state']): string =>
  `${message.from}>${message.to}${state === 'atDoor' ? '!' : ''}`;

const add = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);

// 0, 1, -1, 2, -2, …: around the middle, each in the nearest free place.
const fanned = (place: number): number => (place % 2 === 0 ? -place / 2 : (place + 1) / 2);

const latestTerm = ({ servers }: World): Term => Math.max(...servers.map((s) => s.currentTerm));

const wayOf = (servers: readonly ServerMark[], { message }: Envelope): Way =>
  wayBetween(servers[message.from] as ServerMark, servers[message.to] as ServerMark);

/** The share of its way a message has gone: linear in virtual time, since its position is the truth. */
export function progress({ sentAt, at }: Envelope, now: VirtualMs): number {
  return at <= sentAt ? 1 : Math.min(1, Math.max(0, (now - sentAt) / (at - sentAt)));
}

export function stateOf(
  world: World,
  now: VirtualMs,
  { id, held, at }: Envelope,
  waiting: ReadonlySet<MessageId>,
  motion: boolean,
): MessageMark['state'] {
  if (held || (waiting.has(id) && world.delivery === 'manual')) return 'held';
  if (waiting.has(id) && at <= now) return 'atDoor';
  return motion ? 'travelling' : 'still';
}

interface Drawn {
  readonly state: MessageMark['state'];
  readonly usual: Term;
  readonly options: SceneOptions;
}

function markAt(
  envelope: Envelope,
  way: Way,
  share: number,
  { state, usual, options }: Drawn,
): MessageMark {
  const { id, message } = envelope;
  const isAside = state === 'held' || state === 'still';
  const turn = (way.angle * Math.PI) / 180;
  const kind = kindOf(message);
  const entries = message.type === 'AppendEntriesRequest' ? message.entries : [];
  return {
    id,
    from: message.from,
    to: message.to,
    kind,
    isYes: isYes(message),
    look: termLook(message.term),
    term: kind === 'requestVote' || message.term !== usual ? message.term : null,
    entryLooks: entries.slice(0, 3).map(({ term }) => termLook(term)),
    entryCount: entries.length,
    x: way.x1 + (way.x2 - way.x1) * share - (isAside ? Math.sin(turn) * aside : 0),
    y: way.y1 + (way.y2 - way.y1) * share + (isAside ? Math.cos(turn) * aside : 0),
    angle: way.angle,
    travelled: way.length * share,
    state,
    reach: state === 'still' ? way.length * 0.32 : 0,
    isSelected: options.selected?.type === 'message' && options.selected.id === id,
  };
}

const kinds: Readonly<Record<Message['type'], MessageKind>> = {
  RequestVoteRequest: 'requestVote',
  RequestVoteResponse: 'reply',
  AppendEntriesRequest: 'appendEntries',
  AppendEntriesResponse: 'reply',
  PreVoteRequest: 'preVote',
  PreVoteResponse: 'reply',
  InstallSnapshotRequest: 'snapshot',
  InstallSnapshotResponse: 'reply',
  TimeoutNowRequest: 'timeoutNow',
};

export const kindOf = (message: Message): MessageKind =>
  message.type === 'AppendEntriesRequest' && message.entries.length === 0
    ? 'heartbeat'
    : kinds[message.type];

export function isYes(message: Message): boolean {
  if ('voteGranted' in message) return message.voteGranted;
  return 'success' in message ? message.success : message.type === 'InstallSnapshotResponse';
}

/** What was lost lately and is still to be seen. */
export function ghostMarks(
  world: World,
  now: VirtualMs,
  servers: readonly ServerMark[],
  options: SceneOptions,
): readonly GhostMark[] {
  const usual = latestTerm(world);
  return options.losses.flatMap((event) => {
    const { envelope } = event;
    if (envelope === null) return [];
    const span = Math.max(1, envelope.at - envelope.sentAt);
    const end = endOf(world, event, envelope);
    const gone = (now - envelope.sentAt) / span;
    // What is delivered by hand does not travel: it is lost where it lay.
    const travels = options.motion && world.delivery !== 'manual';
    const passed = travels ? gone : Math.max(end, gone);
    // Lost at its end, it starts to fade when it was lost, however long it had waited there.
    const byClock = event.time > envelope.at ? (now - event.time) / span : passed - end;
    const since = Math.max(byClock, fadedByHand(world, event));
    if (since >= fading || now < envelope.sentAt) return [];
    const share = Math.min(end, passed);
    const state = options.motion ? 'travelling' : 'still';
    const message = markAt(envelope, wayOf(servers, envelope), share, { state, usual, options });
    return [{ message, isLost: since >= 0, opacity: Math.min(1, 1 - since / fading) }];
  });
}

/** Where time may stand still, it is what happens since that lets a loss fade. */
const fadedByHand = ({ setup, seq }: World, loss: Event): number =>
  setup.timers === 'manual' ? (fading * (seq - loss.seq)) / eventsToFade : -Infinity;

/** The share of its way at which a message is lost. */
function endOf(world: World, { time, reason }: Event, envelope: Envelope): number {
  if (envelope.held || world.delivery === 'manual') return 0.5;
  if (reason === 'crashed') return 1;
  if (time > envelope.sentAt) return progress(envelope, time);
  return reason === 'cut' ? cutAt : lostAt;
}
