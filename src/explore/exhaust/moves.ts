/** What one server does on one input, worked out by the core once and remembered. */
import {
  boot,
  hasToApply,
  type Input,
  isResponse,
  log as logs,
  type Message,
  type Property,
  type Server,
  type Switch,
  step,
} from '../../raft/index.ts';
import { plainSetup, worldOf } from '../../sim/index.ts';
import { type Atoms, atom, noAtoms, numberOf } from './atoms.ts';
import { type Bounds, optionsOf } from './bounds.ts';
import { brokenByStep, type History, historyKey, noHistory } from './history.ts';

/** A step of one server: what it becomes, what it sends, what it breaks by itself. */
export interface Move {
  readonly after: number;
  readonly sent: readonly number[];
  readonly broken: Property | null;
  /** Whether office or commits changed, so that the history may. */
  readonly isHistoric: boolean;
  readonly hasNewLog: boolean;
}

/** What a server is given. Besides messages: its timers, a client's command, a crash with the start after it. */
export type Given = Message | { readonly type: 'timeout' | 'heartbeat' | 'reboot' } | Ask;
interface Ask {
  readonly type: 'ask';
  readonly number: number;
}

/** Everything of a search that is worked out once. Changed in place. */
export interface Tables {
  readonly bounds: Bounds;
  readonly servers: Atoms<Server>;
  readonly histories: Atoms<History>;
  /** Messages among them. */
  readonly inputs: Atoms<Given>;
  /** Whether a response of an older term than its receiver's can do nothing, now or later. */
  readonly isOldSpent: boolean;
  /** By number of the input, then of the server. */
  readonly moves: (Move | null)[][];
}

const keepsTermsInOrder: readonly Switch[] = [
  'reply.sameTerm',
  'persist.currentTerm',
  'term.adoptHigher',
];

/** Tables in which nothing is worked out yet; the empty history has number 0. */
export function openTables(bounds: Bounds): Tables {
  const tables: Tables = {
    bounds,
    servers: noAtoms(),
    histories: noAtoms(),
    inputs: noAtoms(),
    isOldSpent: !bounds.rulesOff.some((rule) => keepsTermsInOrder.includes(rule)),
    moves: [],
  };
  historyNumber(tables, noHistory);
  return tables;
}

/** The servers at the start, by place. */
export function firstServers(tables: Tables): readonly number[] {
  const { servers, rulesOff } = tables.bounds;
  const setup = { ...plainSetup(servers, 1, optionsOf(tables.bounds)), rulesOff };
  return worldOf(setup).servers.map((server) => serverNumber(tables, server));
}

// Log and settings are told by their content; who refused and who a follower would name change nothing here.
const serverKey = (server: Server): string => {
  const { role, id, currentTerm, votedFor, log, commitIndex, lastApplied } = server;
  const own =
    role === 'leader'
      ? server.progress
      : role === 'candidate' || role === 'preCandidate'
        ? server.votesGranted
        : null;
  const entries = logs.entriesOf(log);
  return JSON.stringify([role, id, currentTerm, votedFor, entries, commitIndex, lastApplied, own]);
};

/** The number of the state of a server; states that can do nothing different share one. */
export const serverNumber = ({ servers }: Tables, server: Server): number => {
  const plain = plainServer(server);
  return numberOf(servers, serverKey(plain), () => ({ ...plain, log: ownLog(plain) }));
};

// Buffers are not shared between worlds that go different ways: each would copy the other's.
const ownLog = ({ log }: Server): Server['log'] => logs.logOf(logs.entriesOf(log));

function plainServer(server: Server): Server {
  if (server.role === 'leader') return server;
  if (server.role === 'follower') return { ...server, leaderId: null };
  const votesGranted = [...server.votesGranted].sort((a, b) => a - b);
  return { ...server, leaderId: null, votesGranted, votesRefused: [] };
}

/** The number of a history. */
export const historyNumber = ({ histories }: Tables, history: History): number =>
  numberOf(histories, historyKey(history), () => history);

/** The number of an input. */
export const inputNumber = ({ inputs }: Tables, given: Given): number =>
  numberOf(inputs, JSON.stringify(given), () => given);

/** What the server does on it; null: nothing changes and nothing is sent. */
export function moveOf(tables: Tables, server: number, input: number): Move | null {
  let known = tables.moves[input];
  if (known === undefined) {
    known = [];
    tables.moves[input] = known;
  }
  let move = known[server];
  if (move === undefined) {
    move = worked(tables, server, atom(tables.inputs, input));
    known[server] = move;
  }
  return move;
}

function worked(tables: Tables, number: number, given: Given): Move | null {
  const before = atom(tables.servers, number);
  if (given.type === 'reboot') return rebooted(tables, number, before);
  const first = step(before, inputOf(given));
  const applied = hasToApply(first.server) ? step(first.server, { type: 'applyCommitted' }) : null;
  const after = applied?.server ?? first.server;
  const effects = [...first.effects, ...(applied?.effects ?? [])];
  const sent = effects.flatMap((effect) => ('from' in effect ? [inputNumber(tables, effect)] : []));
  const becomes = serverNumber(tables, after);
  if (becomes === number && sent.length === 0) return null;
  return {
    after: becomes,
    sent,
    broken: brokenByStep(before, after),
    isHistoric: after.role !== before.role || after.commitIndex > before.commitIndex,
    hasNewLog: after.log !== before.log,
  };
}

function inputOf(given: Exclude<Given, { type: 'reboot' }>): Input {
  if (given.type === 'timeout') return { type: 'electionTimeout' };
  if (given.type !== 'ask') return given as Input;
  const operation = { type: 'set', key: 'x', value: String(given.number) } as const;
  const command = { operation, clientId: `c${given.number}`, serial: 1 };
  return { type: 'clientRequest', command };
}

function rebooted(tables: Tables, number: number, server: Server): Move | null {
  const { id, settings, initialConfiguration, snapshot } = server;
  const { obeys } = settings;
  const after = boot(id, settings, initialConfiguration, {
    currentTerm: obeys['persist.currentTerm'] ? server.currentTerm : 0,
    votedFor: obeys['persist.votedFor'] ? server.votedFor : null,
    log: obeys['persist.log'] ? server.log : logs.emptyLog(),
    snapshot,
  });
  const becomes = serverNumber(tables, after);
  if (becomes === number) return null;
  return { after: becomes, sent: [], broken: null, isHistoric: false, hasNewLog: false };
}

/**
 * Whether a message can do nothing any more, whatever happens: it is as good as lost. So it is with the answer to a question
 * that its receiver does not ask any more, and with a vote refused in a term that it has: no server leads or stands twice
 * in one term.
 */
export function isSpent(tables: Tables, message: number, to: number): boolean {
  if (!tables.isOldSpent) return false;
  const one = atom(tables.inputs, message) as Message;
  const { currentTerm, role } = atom(tables.servers, to);
  if (!isResponse(one.type) || one.term > currentTerm) return false;
  if (one.term < currentTerm) return true;
  return one.type === 'RequestVoteResponse'
    ? role !== 'candidate' || !one.voteGranted
    : role !== 'leader';
}
