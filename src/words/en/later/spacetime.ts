/** The space-time diagram: its controls, and a name for every event. */
import { count, moment } from '../numbers.ts';

/** What names an event: servers by their names, null where there is none. */
export interface EventSaid {
  readonly kind: string;
  readonly server: string | null;
  readonly from: string | null;
  readonly type: string | null;
  readonly term: number;
  readonly role: string | null;
  readonly client: { readonly name: string; readonly server: string; readonly what: string } | null;
  readonly isYes: boolean;
  readonly hasAppended: boolean;
  readonly hasCommitted: boolean;
  readonly hasGranted: boolean;
  readonly isElected: boolean;
}

const messages: Readonly<Record<string, string>> = {
  RequestVoteRequest: 'RequestVote',
  RequestVoteResponse: 'the answer to RequestVote',
  AppendEntriesRequest: 'AppendEntries',
  AppendEntriesResponse: 'the answer to AppendEntries',
  PreVoteRequest: 'PreVote',
  PreVoteResponse: 'the answer to PreVote',
  TimeoutNowRequest: 'TimeoutNow',
  InstallSnapshotRequest: 'InstallSnapshot',
  InstallSnapshotResponse: 'the answer to InstallSnapshot',
};

const messageOf = ({ type, term }: EventSaid): string =>
  `${messages[type ?? ''] ?? type} of term ${term}`;

function outcomeOf(said: EventSaid): string {
  if (said.isElected) return ': wins';
  if (said.type === 'RequestVoteRequest') return said.hasGranted ? ': grants' : ': does not vote';
  if (said.hasCommitted) return said.hasAppended ? ': appends and commits' : ': commits';
  if (said.hasAppended) return ': appends';
  if (said.type?.endsWith('Response')) return said.isYes ? ': yes' : ': no';
  return '';
}

function clientSaid({ client, server }: EventSaid): string {
  if (client === null) return server === null ? 'A client’s timer' : `${server} hears a client`;
  const { name, server: at, what } = client;
  switch (what) {
    case 'answered':
      return `${at} answers ${name}`;
    case 'queued':
      return `${name} keeps a command for later`;
    case 'sent':
      return `${name} sends a command to ${at}`;
    case 'unreachable':
      return `${name} asks ${at}, which does not run`;
    default:
      return `${name} asks ${at}`;
  }
}

const lines: Readonly<Record<string, (said: EventSaid) => string>> = {
  receive: (said) =>
    `${said.server} receives ${messageOf(said)} from ${said.from}${outcomeOf(said)}`,
  electionTimeout: ({ server, role, term }) =>
    role === 'candidate' || role === 'leader'
      ? `${server} times out and stands in term ${term}`
      : `${server} times out`,
  heartbeat: ({ server }) => `${server} sends heartbeats`,
  client: clientSaid,
  apply: ({ server, client }) =>
    client === null ? `${server} applies` : `${server} applies and answers ${client.name}`,
  persist: ({ server }) => `${server} ends a write to disk`,
  snapshot: ({ server }) => `${server} takes a snapshot`,
  reconfigure: ({ server }) => `${server} is asked to change the configuration`,
  transfer: ({ server }) => `${server} is asked to hand over`,
  crash: ({ server }) => `${server} crashes`,
  restart: ({ server }) => `${server} restarts`,
  pause: ({ server }) => `${server} pauses`,
  resume: ({ server }) => `${server} resumes`,
  drop: (said) => `${messageOf(said)} from ${said.from} to ${said.server} is lost`,
  duplicate: (said) => `${messageOf(said)} from ${said.from} to ${said.server} is doubled`,
  hold: (said) => `${messageOf(said)} from ${said.from} to ${said.server} is held back`,
  release: (said) => `${messageOf(said)} from ${said.from} to ${said.server} is released`,
  delay: (said) => `${messageOf(said)} from ${said.from} to ${said.server} is delayed`,
  inject: (said) => `${messageOf(said)} from ${said.from} to ${said.server} is forged`,
  cut: () => 'Links are cut',
  heal: () => 'Links are mended',
  options: () => 'The conditions change',
  start: ({ server }) => `${server} starts`,
};

/** `S1 receives RequestVote of term 2 from S3: grants`. */
const event = (said: EventSaid): string => lines[said.kind]?.(said) ?? said.kind;

export const spacetime = {
  title: 'Space-time',
  picture: 'Space-time diagram',
  pictureHint:
    'Arrow left and right go along the lane of the selected event, up to who sent the message, down to who received it. Enter goes there. Shift and arrow up or down move the lane. W and S zoom, A and D pan.',
  axis: 'Axis',
  axes: { physical: 'By the clock', logical: 'By order' },
  earlier: 'Earlier',
  later: 'Later',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show the whole run',
  copy: 'Copy as ShiViz text',
  copied: 'Copied: the events in view, as ShiViz reads them.',
  notCopied: 'The clipboard refused. Download the text instead.',
  download: 'Download as ShiViz text',
  file: 'quorate-shiviz.txt',
  enlarge: 'Show the diagram alone',
  reduce: 'Show servers and logs too',
  close: 'Close the diagram',
  event,
  eventAt: (ms: number, what: string) => `${moment(ms)}, ${what}`,
  election: (term: number) => `election, term ${term}`,
  delayed: (ms: number, at: number) =>
    `+${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms, arrives at ${moment(at)}`,
  window: 'Part of the run in the diagram',
  shown: (from: string, to: string) => `${from} to ${to}`,
  /** Where time runs down, lanes stand side by side. */
  lanes: {
    lying: { before: 'Lane up', after: 'Lane down' },
    upright: { before: 'Lane left', after: 'Lane right' },
  },
  list: (many: number) => `Events in view · ${many}`,
  listLabel: 'Events in view',
  quiet: (rounds: number, lost: number) =>
    lost === 0
      ? `${count(rounds, 'heartbeat round', 'heartbeat rounds')} without news`
      : `${count(rounds, 'heartbeat round', 'heartbeat rounds')} without news, ${count(lost, 'message', 'messages')} lost`,
  more: (many: number) => `${many} more`,
  none: 'Nothing happens here.',
  relations: {
    itself: 'selected',
    past: 'led to it',
    future: 'follows from it',
    concurrent: 'concurrent',
  },
  selected: 'Selected event',
  nothing:
    'Select an event to see what could have caused it and what it could have caused. Drag to move in time, drag the ruler to zoom into a stretch.',
  cone: (past: number, future: number) =>
    `${count(past, 'event', 'events')} led to it, ${future} follow from it so far. The dimmed are concurrent: neither could have caused the other.`,
  go: 'Go there',
  steps: {
    before: 'Before, on its lane',
    after: 'After, on its lane',
    sender: 'Who sent it',
    receiver: 'Who received it',
  },
  delay: 'Later by',
  delayBy: (ms: number) => `+${ms} ms`,
  delayLabel: (ms: number) => `Delay by ${ms} ms`,
  gone: 'This message has arrived or was lost.',
  flight: (what: string, ms: number) => `${what}, on its way: arrives at ${moment(ms)}`,
  heldFlight: (what: string) => `${what}, held back`,
  message: (type: string, term: number, from: string, to: string) =>
    `${messages[type] ?? type} of term ${term} from ${from} to ${to}`,
};
