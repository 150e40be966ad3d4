/** A run as NDJSON, one event a line, in causal order. The same run gives the same bytes everywhere. */
import type { MessageId, Seq, ServerId } from '../base/index.ts';
import {
  type ClientNews,
  type CrewChange,
  type Event,
  isRedirect,
  type World,
} from '../sim/index.ts';
import type { Told, Watch } from './play.ts';
import { type Json, type JsonMap, showAnswer, showOperation } from './show.ts';
import { showMessage } from './showMessages.ts';
import { showConditions } from './showOptions.ts';
import { showServer } from './showState.ts';

/** A watch that writes each event of a run as a line, without the end of line. */
export function traceTo(write: (line: string) => void): Watch {
  const forged = new Map<MessageId, Seq>();
  const put = (line: JsonMap): void => write(JSON.stringify(line));
  return {
    start: (world, servers) => {
      put(optionsLine(world, servers, 1));
      for (let id = 0; id < servers; id += 1) put(startLine(world, id, id + 2));
    },
    event: (world, event, told) => {
      if (event.kind === 'inject' && event.envelope !== null)
        forged.set(event.envelope.id, told.numberIn(event.seq));
      put(eventLine(world, event, told, forged));
    },
    mark: (world, event, name, seq) =>
      put(lineOf({ seq, time: world.time, server: null, event, name })),
    joined: (world, before, servers, first) => {
      put(optionsLine(world, servers, first));
      for (let id = before; id < servers; id += 1)
        put(startLine(world, id, first + 1 + id - before));
    },
  };
}

type Head = { readonly [key: string]: Json };

/** A line with the keys that every line has, in their order. */
const lineOf = (head: Head, tail: Partial<JsonMap> = {}): JsonMap => ({
  ...head,
  causes: tail.causes ?? [],
  rules: tail.rules ?? [],
  sent: tail.sent ?? [],
  state: tail.state ?? null,
});

const thoseThere = ({ setup }: World, servers: number): readonly string[] =>
  setup.names.slice(0, servers);

/** The conditions of a run, from now on. */
const optionsLine = (world: World, servers: number, seq: number): JsonMap =>
  lineOf({
    seq,
    time: world.time,
    server: null,
    event: 'options',
    ...showConditions(world, thoseThere(world, servers)),
  });

/** A server's state before anything has happened to it. */
const startLine = (world: World, id: ServerId, seq: number): JsonMap =>
  lineOf(
    { seq, time: world.time, server: world.setup.names[id] as string, event: 'start' },
    { state: showServer(world, id) },
  );

function eventLine(
  world: World,
  event: Event,
  told: Told,
  forged: ReadonlyMap<MessageId, Seq>,
): JsonMap {
  const { names } = world.setup;
  const { seq, time, server, rules, sent } = event;
  return lineOf(
    {
      seq: told.numberIn(seq),
      time,
      server: server === null ? null : (names[server] as string),
      event: isRead(event) ? 'read' : event.kind,
      ...facts(world, event, told.servers),
    },
    {
      causes: causesOf(event, told, forged),
      rules: rules.ids,
      sent: sent.map((envelope) => showMessage(envelope, names)),
      state: server === null ? null : showServer(world, server),
    },
  );
}

// A client's request that a server takes without an entry in its log.
const isRead = ({ kind, after, clients }: Event): boolean =>
  kind === 'client' &&
  after !== null &&
  after.settings.reads !== 'log' &&
  clients.some(
    ({ operation, what, answer }) =>
      operation.type === 'get' &&
      (what === 'asked' || what === 'answered') &&
      (answer === null || !isRedirect(answer)),
  );

function causesOf(
  { cause, envelope }: Event,
  { numberIn }: Told,
  forged: ReadonlyMap<MessageId, Seq>,
): readonly number[] {
  if (cause !== null) return [numberIn(cause)];
  const original = envelope === null ? undefined : (envelope.copyOf ?? envelope.id);
  const injected = original === undefined ? undefined : forged.get(original);
  return injected === undefined || envelope === null ? [] : [injected];
}

/** What an event says beyond the keys that all have. */
function facts(world: World, event: Event, servers: number): Head {
  const { names } = world.setup;
  const { kind, envelope, reason, clients } = event;
  return {
    ...(envelope === null ? {} : { message: showMessage(envelope, names) }),
    ...(reason === null ? {} : { reason }),
    ...commandFacts(event, names),
    ...(kind === 'options' ? showConditions(world, thoseThere(world, servers)) : {}),
    ...(clients.length === 0 ? {} : { clients: clients.map((news) => showClient(news, names)) }),
  };
}

function commandFacts({ kind, command, before }: Event, names: readonly string[]): Head {
  if (kind === 'crash' && before !== null) return { lose: lostInCrash(before.settings.obeys) };
  if (command?.type === 'restart') return { lose: command.lose ?? [] };
  if (command?.type === 'transfer') return { target: names[command.target] as string };
  if (command?.type === 'reconfigure') return { change: showChange(command.change, names) };
  if (command?.type === 'cut' || command?.type === 'heal')
    return {
      links: (command.links ?? []).map(([from, to]) => [
        names[from] as string,
        names[to] as string,
      ]),
    };
  return {};
}

/** A change of the crew, as a step says it. */
function showChange(change: CrewChange, names: readonly string[]): JsonMap {
  if (change.kind === 'set') return { reconfigure: change.voters.map((id) => names[id] as string) };
  const name = names[change.server] as string;
  if (change.kind === 'addLearner') return { addServer: name, learner: true };
  return { [changeVerbs[change.kind]]: name };
}

const changeVerbs = { add: 'addServer', remove: 'removeServer', promote: 'promote' } as const;

const persistent = ['currentTerm', 'votedFor', 'log'] as const;

const lostInCrash = (obeys: Readonly<Record<`persist.${(typeof persistent)[number]}`, boolean>>) =>
  persistent.filter((field) => !obeys[`persist.${field}`]);

const showClient = (news: ClientNews, names: readonly string[]): JsonMap => ({
  client: news.client,
  serial: news.serial,
  ...showOperation(news.operation),
  what: news.what,
  at: names[news.at] as string,
  attempt: news.attempt,
  ...(news.answer === null ? {} : { answer: showAnswer(news.answer, names) }),
});
