/**
 * A cluster in any state, acted on by hand. Nothing happens by itself unless a test asks for it: timers fire and
 * messages arrive only on command, so that a test is set-up, act, assert, and nothing else.
 */
import { sortedMap } from '../../src/base/index.ts';
import { type Checks, look, openChecks } from '../../src/check/index.ts';
import type {
  Message,
  Operation,
  Property,
  Role,
  RuleId,
  Server,
  Switch,
} from '../../src/raft/index.ts';
import { log as logs } from '../../src/raft/index.ts';
import {
  advance,
  bothWays,
  type Client,
  type Command,
  clientOf,
  type Event,
  execute,
  inFlight,
  isUnsettled,
  type Lost,
  leaderOf,
  linksBetween,
  type Options,
  paperOptions,
  type Setup,
  type World,
  worldOf,
} from '../../src/sim/index.ts';
import { initialOf, type Start } from './start.ts';

type Names = readonly string[];

interface Terms {
  readonly options?: Partial<Options>;
  readonly rulesOff?: readonly Switch[];
  readonly timers?: 'auto' | 'manual';
  readonly delivery?: 'auto' | 'manual';
  readonly seed?: number;
  readonly spares?: number;
}

/** Which message: its link as `S1>S2` (`S1>` and `>S2` fit any other end), and any of its fields. */
type Route = `${string}>${string}`;
type Fields = Readonly<Record<string, unknown>>;
/** A message without its ends, which a test names by the servers' names. */
type Letter = {
  [Type in Message['type']]: Omit<Extract<Message, { type: Type }>, 'from' | 'to'>;
}[Message['type']];

export class Cluster {
  readonly world: World;
  readonly checks: Checks;
  /** Everything that happened, the oldest first. */
  readonly events: Event[] = [];
  private readonly setup: Setup;
  private direct: Event | null = null;

  constructor(setup: Setup) {
    this.setup = setup;
    this.world = worldOf(setup);
    this.checks = openChecks(this.world);
    this.drain();
  }

  // --- Acting -----------------------------------------------------------------------------------------------

  timeout = (name: string) => this.give({ type: 'timeout', server: this.id(name) });
  heartbeat = (name: string) => this.give({ type: 'heartbeat', server: this.id(name) });
  crash = (name: string) => this.give({ type: 'crash', server: this.id(name) });
  restart = (name: string, ...lose: Lost[]) =>
    this.give({ type: 'restart', server: this.id(name), lose });
  deliverBy = (delivery: World['delivery']) => this.give({ type: 'delivery', delivery });
  pause = (name: string) => this.give({ type: 'pause', server: this.id(name) });
  resume = (name: string) => this.give({ type: 'resume', server: this.id(name) });
  cut = (a: string, b: string) =>
    this.give({ type: 'cut', links: bothWays(this.id(a), this.id(b)) });
  cutOneWay = (from: string, to: string) =>
    this.give({ type: 'cut', links: [[this.id(from), this.id(to)]] });
  partition = (...groups: Names[]) =>
    this.give({ type: 'cut', links: linksBetween(groups.map((names) => names.map(this.id))) });
  heal = () => this.give({ type: 'heal', links: null });
  snapshot = (name: string) => this.give({ type: 'snapshot', server: this.id(name) });
  transfer = (target: string, at?: string) =>
    this.give({ type: 'transfer', target: this.id(target), ...this.at(at) });
  /** A change of the crew: `add S4`, `addLearner S4`, `promote S4`, `remove S1`. */
  change = (kind: 'add' | 'addLearner' | 'promote' | 'remove', name: string, at?: string) =>
    this.give({ type: 'reconfigure', change: { kind, server: this.id(name) }, ...this.at(at) });
  reconfigure = (...voters: Names) =>
    this.give({ type: 'reconfigure', change: { kind: 'set', voters: voters.map(this.id) } });

  /** A client's command; `at` is the server it goes to, else whom the client believes to lead. */
  ask(operation: Operation, { at, client = 'c1', loseReply = false }: Asking = {}): this {
    return this.give({ type: 'request', client, operation, loseReply, ...this.at(at) });
  }
  get = (key: string, asking?: Asking) => this.ask({ type: 'get', key }, asking);
  set = (key: string, value: string, asking?: Asking) =>
    this.ask({ type: 'set', key, value }, asking);
  incr = (key: string, asking?: Asking) => this.ask({ type: 'incr', key }, asking);
  retry = (client: string, at?: string) => this.give({ type: 'retry', client, ...this.at(at) });

  /** The oldest message that fits, one at a time. */
  deliver = (route: Route, fields?: Fields) => this.onMessage('deliver', route, fields);
  drop = (route: Route, fields?: Fields) => this.onMessage('drop', route, fields);
  duplicate = (route: Route, fields?: Fields) => this.onMessage('duplicate', route, fields);
  hold = (route: Route, fields?: Fields) => this.onMessage('hold', route, fields);
  release = (route: Route, fields?: Fields) => this.onMessage('release', route, fields);
  delay(route: Route, untilMs: number): this {
    const [first] = this.found(route);
    if (first === undefined) throw new Error(`no such message in flight: ${route}`);
    return this.give({ type: 'delay', message: first.id, untilMs });
  }
  dropAll(route: Route, fields?: Fields): this {
    while (this.messages(route, fields).length > 0) this.drop(route, fields);
    return this;
  }

  /** Delivers everything in flight, and what it causes, until the bus is empty; with names, only among these. */
  settle(...among: string[]): this {
    const isMeant = ({ message: { from, to } }: { message: Message }): boolean =>
      among.length === 0 ||
      (among.includes(this.name(from) ?? '') && among.includes(this.name(to) ?? ''));
    for (let left = 10_000; left > 0; left -= 1) {
      const next = inFlight(this.world).find((one) => !one.held && isMeant(one));
      if (next === undefined) return this;
      this.give({ type: 'deliver', message: next.id });
    }
    throw new Error('the cluster does not settle');
  }

  /** A message that nobody sent reaches a server now. */
  receive(route: Route, letter: Letter): this {
    const [from = '', to = ''] = route.split('>');
    const message = { ...letter, from: this.id(from), to: this.id(to) } as Message;
    this.give({ type: 'inject', message });
    return this.give({ type: 'deliver', message: this.world.lastMessageId });
  }

  options = (changed: Partial<Options>, rulesOff = this.world.rulesOff) =>
    this.give({ type: 'options', options: { ...this.world.options, ...changed }, rulesOff });

  /** Any command; a refusal is an error of the test. */
  give(command: Command): this {
    const refusal = this.refusal(command);
    if (refusal !== null) throw new Error(`${command.type} was refused: ${refusal}`);
    return this;
  }

  /** Why a command is refused; null when it was carried out. */
  refusal(command: Command): string | null {
    const result = execute(this.world, command);
    if (!result.ok) return result.error.reason;
    this.note(result.value);
    this.direct = result.value;
    this.drain();
    return null;
  }

  /** The next event by itself, if there is one within `withinMs`. */
  next(withinMs = Infinity): Event | null {
    const event = advance(this.world, this.world.time + withinMs);
    if (event !== null) this.note(event);
    this.direct = event;
    return event;
  }

  /** Lets virtual time pass. */
  run(ms: number): this {
    const until = this.world.time + ms;
    for (let event = advance(this.world, until); event !== null; event = advance(this.world, until))
      this.note(event);
    this.world.time = until;
    return this;
  }

  runUntil(holds: (cluster: this) => boolean, withinMs = 60_000): this {
    const until = this.world.time + withinMs;
    while (!holds(this)) {
      const event = advance(this.world, until);
      if (event === null) throw new Error(`it did not come to hold within ${withinMs} ms`);
      this.note(event);
    }
    return this;
  }

  // --- Asking -----------------------------------------------------------------------------------------------

  readonly id = (name: string): number => {
    const id = this.setup.names.indexOf(name);
    if (id < 0) throw new Error(`there is no ${name}`);
    return id;
  };
  readonly name = (id: number | null): string | null =>
    id === null ? null : (this.setup.names[id] ?? '?');

  server = (name: string): Server => this.world.servers[this.id(name)] as Server;
  role = (name: string): Role => this.server(name).role;
  term = (name: string): number => this.server(name).currentTerm;
  votedFor = (name: string): string | null => this.name(this.server(name).votedFor);
  /** The terms of a log, which is all that most of the paper's pictures show. */
  log = (name: string): number[] => logs.entriesOf(this.server(name).log).map(({ term }) => term);
  logs = (): Record<string, number[]> =>
    Object.fromEntries(this.setup.names.map((name) => [name, this.log(name)]));
  progress(leader: string, of: string) {
    const server = this.server(leader);
    if (server.role !== 'leader') throw new Error(`${leader} does not lead`);
    return server.progress[this.id(of)]!;
  }
  leader = (): string | null => this.name(leaderOf(this.world));
  client = (id = 'c1'): Client => clientOf(this.world, id);
  outcomes = (id = 'c1') => {
    const { buffer, length } = this.client(id).completed;
    return buffer.slice(0, length).map(({ outcome }) => outcome);
  };

  /** Messages in flight that fit, the oldest first. */
  messages(route: Route = '>', fields: Fields = {}): Message[] {
    return this.found(route, fields).map(({ message }) => message);
  }
  /** What the last act itself caused to be sent. */
  get sent(): readonly Message[] {
    return this.last.sent.map(({ message }) => message);
  }
  /** The event of the last act, without what followed from it. */
  get last(): Event {
    if (this.direct === null) throw new Error('nothing has happened');
    return this.direct;
  }
  /** The rules that the last act obeyed. */
  get rules(): readonly RuleId[] {
    return this.last.rules.ids;
  }
  /** The properties broken so far. */
  get broken(): Property[] {
    return this.checks.violations.map(({ property }) => property);
  }

  /** Who takes part, as the server sees it. */
  crew(name: string): { voters: Names; outgoing?: Names; learners?: Names } {
    const { voters, outgoing, learners } = this.server(name).configuration;
    const named = (ids: readonly number[]): Names => ids.map((id) => this.name(id) ?? '?');
    return {
      voters: named(voters),
      ...(outgoing === null ? {} : { outgoing: named(outgoing) }),
      ...(learners.length === 0 ? {} : { learners: named(learners) }),
    };
  }
  /** The state machine's keys and values. */
  kv = (name: string): Record<string, string> =>
    Object.fromEntries(sortedMap.entries(this.world.machines[this.id(name)]?.data ?? null));

  private at = (name: string | undefined) => (name === undefined ? {} : { at: this.id(name) });

  private note(event: Event): void {
    this.events.push(event);
    look(this.checks, this.world, event);
  }

  private drain(): void {
    while (isUnsettled(this.world)) this.note(advance(this.world, this.world.time) as Event);
  }

  private found(route: Route, fields: Fields = {}) {
    const [from, to] = route.split('>');
    return inFlight(this.world).filter(
      ({ message }) =>
        (from === '' || this.name(message.from) === from) &&
        (to === '' || this.name(message.to) === to) &&
        Object.entries(fields).every(([key, value]) => message[key as keyof Message] === value),
    );
  }

  private onMessage(
    type: 'deliver' | 'drop' | 'duplicate' | 'hold' | 'release',
    route: Route,
    fields?: Fields,
  ): this {
    const [first] = this.found(route, fields);
    if (first === undefined) throw new Error(`no such message in flight: ${route}`);
    return this.give({ type, message: first.id });
  }
}

interface Asking {
  readonly at?: string;
  readonly client?: string;
  readonly loseReply?: boolean;
}

/** A cluster of the servers named, each in the state given. */
export function world(starts: Readonly<Record<string, Start>>, terms: Terms = {}): Cluster {
  const names = Object.keys(starts);
  const idOf = (name: string): number => names.indexOf(name);
  return new Cluster({
    names,
    seed: terms.seed ?? 1,
    spares: terms.spares ?? 0,
    options: { ...paperOptions, ...terms.options },
    rulesOff: terms.rulesOff ?? [],
    timers: terms.timers ?? 'manual',
    delivery: terms.delivery ?? 'manual',
    initial: Object.fromEntries(
      names.map((name) => [idOf(name), initialOf(starts[name] ?? {}, idOf)]),
    ),
  });
}

/** A cluster whose clocks and links work by themselves. */
export const running = (starts: Readonly<Record<string, Start>>, terms: Terms = {}): Cluster =>
  world(starts, { timers: 'auto', delivery: 'auto', ...terms });
