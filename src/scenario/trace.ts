/** A run as NDJSON, one event a line, in causal order. The same run gives the same bytes everywhere. */
import type { MessageId, Seq } from '../base/index.ts';
import type { ClientNews, Event, World } from '../sim/index.ts';
import type { Watch } from './play.ts';
import {
  type Json,
  type JsonMap,
  showAnswer,
  showMessage,
  showOperation,
  showServer,
} from './show.ts';
import { showConditions } from './showOptions.ts';

/** A watch that writes each event of a run as a line, without the end of line. */
export function traceTo(write: (line: string) => void): Watch {
  const forged = new Map<MessageId, Seq>();
  const put = (line: JsonMap): void => write(JSON.stringify(line));
  return {
    start: (world) => {
      for (const line of startLines(world)) put(line);
    },
    event: (world, event, numberIn) => {
      if (event.kind === 'inject' && event.envelope !== null)
        forged.set(event.envelope.id, numberIn(event.seq));
      put(eventLine(world, event, numberIn, forged));
    },
    mark: (world, event, name, seq) =>
      put(lineOf({ seq, time: world.time, server: null, event, name })),
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

/** The lines of a run before anything has happened: its conditions, and each server's state. */
function startLines(world: World): readonly JsonMap[] {
  const options = lineOf({
    seq: 1,
    time: 0,
    server: null,
    event: 'options',
    ...showConditions(world),
  });
  const starts = world.setup.names.map((server, id) =>
    lineOf({ seq: id + 2, time: 0, server, event: 'start' }, { state: showServer(world, id) }),
  );
  return [options, ...starts];
}

function eventLine(
  world: World,
  event: Event,
  numberIn: (seq: Seq) => number,
  forged: ReadonlyMap<MessageId, Seq>,
): JsonMap {
  const { names } = world.setup;
  const { seq, time, server, kind, rules, sent } = event;
  return lineOf(
    {
      seq: numberIn(seq),
      time,
      server: server === null ? null : (names[server] as string),
      event: kind,
      ...facts(world, event),
    },
    {
      causes: causesOf(event, numberIn, forged),
      rules: rules.ids,
      sent: sent.map((envelope) => showMessage(envelope, names)),
      state: server === null ? null : showServer(world, server),
    },
  );
}

function causesOf(
  { cause, envelope }: Event,
  numberIn: (seq: Seq) => number,
  forged: ReadonlyMap<MessageId, Seq>,
): readonly number[] {
  if (cause !== null) return [numberIn(cause)];
  const original = envelope === null ? undefined : (envelope.copyOf ?? envelope.id);
  const injected = original === undefined ? undefined : forged.get(original);
  return injected === undefined || envelope === null ? [] : [injected];
}

/** What an event says beyond the keys that all have. */
function facts(world: World, event: Event): Head {
  const { names } = world.setup;
  const { kind, envelope, reason, clients } = event;
  return {
    ...(envelope === null ? {} : { message: showMessage(envelope, names) }),
    ...(reason === null ? {} : { reason }),
    ...commandFacts(event, names),
    ...(kind === 'options' ? showConditions(world) : {}),
    ...(clients.length === 0 ? {} : { clients: clients.map((news) => showClient(news, names)) }),
  };
}

function commandFacts({ kind, command, before }: Event, names: readonly string[]): Head {
  if (kind === 'crash' && before !== null) return { lose: lostInCrash(before.settings.obeys) };
  if (command?.type === 'restart') return { lose: command.lose ?? [] };
  if (command?.type === 'cut' || command?.type === 'heal')
    return {
      links: (command.links ?? []).map(([from, to]) => [
        names[from] as string,
        names[to] as string,
      ]),
    };
  return {};
}

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
