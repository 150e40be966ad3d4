/** What a person, a lesson or a test asks of the world: plain data, so that a run can be kept, sent and replayed. */
import {
  fail,
  type MessageId,
  ok,
  type Result,
  type ServerId,
  type VirtualMs,
} from '../base/index.ts';
import type { Message, Operation, Server, Switch } from '../raft/index.ts';
import { act } from './act.ts';
import { ask, retry } from './asking.ts';
import { copyOf, directBy, postpone, takeOff, transmit } from './bus.ts';
import { clientOf } from './clients.ts';
import { type CrewChange, crewAfter } from './crew.ts';
import { receive } from './delivery.ts';
import { type Envelope, withHeld } from './envelope.ts';
import type { Event } from './event.ts';
import { crash, type Lost, restart } from './faults/crash.ts';
import { cutLinks, healLinks, type Link } from './faults/cut.ts';
import { pause, resume } from './faults/pause.ts';
import { happen } from './happen.ts';
import type { Options } from './options.ts';
import { endOldestWrite } from './persist.ts';
import { reconfigure } from './reconfigure.ts';
import { takeSnapshot } from './snapshots.ts';
import { leaderOf, type World } from './world.ts';

export type Command =
  | { readonly type: 'crash'; readonly server: ServerId }
  | { readonly type: 'restart'; readonly server: ServerId; readonly lose?: readonly Lost[] }
  | { readonly type: 'pause'; readonly server: ServerId }
  | { readonly type: 'resume'; readonly server: ServerId }
  | { readonly type: 'timeout'; readonly server: ServerId }
  | { readonly type: 'heartbeat'; readonly server: ServerId }
  | {
      readonly type: 'request';
      readonly client: string;
      readonly operation: Operation;
      readonly at?: ServerId;
      readonly loseReply?: boolean;
    }
  | { readonly type: 'retry'; readonly client: string; readonly at?: ServerId }
  | { readonly type: 'cut'; readonly links: readonly Link[] }
  /** Null mends everything. */
  | { readonly type: 'heal'; readonly links: readonly Link[] | null }
  | {
      readonly type: 'deliver' | 'drop' | 'duplicate' | 'hold' | 'release';
      readonly message: MessageId;
    }
  /** The message arrives no earlier than `untilMs`. */
  | { readonly type: 'delay'; readonly message: MessageId; readonly untilMs: VirtualMs }
  | { readonly type: 'inject'; readonly message: Message }
  | { readonly type: 'snapshot'; readonly server: ServerId }
  /** The oldest write of that server ends now. */
  | { readonly type: 'persist'; readonly server: ServerId }
  | { readonly type: 'transfer'; readonly target: ServerId; readonly at?: ServerId }
  | { readonly type: 'reconfigure'; readonly change: CrewChange; readonly at?: ServerId }
  /** From now on messages arrive by themselves, or only when a command delivers them. */
  | { readonly type: 'delivery'; readonly delivery: World['delivery'] }
  | { readonly type: 'options'; readonly options: Options; readonly rulesOff: readonly Switch[] };

/** Why a command does nothing: a fact about the world, not an error of the program. */
export interface Refusal {
  readonly reason:
    | 'isStopped'
    | 'isRunning'
    | 'isPaused'
    | 'isNotPaused'
    | 'doesNotLead'
    | 'nothingPending'
    | 'nobodyLeads'
    | 'noSuchMessage';
  readonly server: ServerId | null;
}

type Outcome = Result<Event, Refusal>;
type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Executors = {
  readonly [Type in Command['type']]: (world: World, command: Of<Type>) => Outcome;
};

const refuse = (reason: Refusal['reason'], server: ServerId | null = null): Outcome =>
  fail({ reason, server });

const executors: Executors = {
  crash: (world, { server }) =>
    world.conditions[server] === 'crashed' ? refuse('isStopped', server) : ok(crash(world, server)),
  restart: (world, { server, lose }) =>
    world.conditions[server] === 'crashed'
      ? ok(restart(world, server, lose ?? []))
      : refuse('isRunning', server),
  pause: (world, { server }) => ifRunning(world, server, () => ok(pause(world, server))),
  resume: (world, { server }) =>
    world.conditions[server] === 'paused'
      ? ok(resume(world, server))
      : refuse('isNotPaused', server),
  timeout: (world, { server }) =>
    ifRunning(world, server, () =>
      ok(act(world, server, { type: 'electionTimeout' }, 'electionTimeout')),
    ),
  heartbeat: (world, { server }) =>
    ifRunning(world, server, () =>
      world.servers[server]?.role === 'leader'
        ? ok(act(world, server, { type: 'heartbeat' }, 'heartbeat'))
        : refuse('doesNotLead', server),
    ),
  request: (world, { client, operation, at, loseReply }) =>
    ok(ask(world, client, { operation, at: at ?? null, loseReply: loseReply ?? false })),
  retry: (world, { client, at }) => {
    const known = clientOf(world, client);
    return known.pending === null ? refuse('nothingPending') : ok(retry(world, known, at ?? null));
  },
  snapshot: (world, { server }) => ifRunning(world, server, () => ok(takeSnapshot(world, server))),
  persist: (world, { server }) =>
    ifRunning(world, server, () => {
      const ended = endOldestWrite(world, server);
      return ended === null ? refuse('nothingPending', server) : ok(ended);
    }),
  transfer: (world, { target, at }) =>
    atLeader(world, at, (leader) =>
      act(world, leader, { type: 'transferLeadership', target }, 'transfer'),
    ),
  reconfigure: (world, { change, at }) =>
    atLeader(world, at, (leader) => {
      const crew = crewAfter((world.servers[leader] as Server).configuration, change);
      return act(world, leader, { type: 'changeConfiguration', ...crew }, 'reconfigure');
    }),
  cut: (world, { links }) => ok(cutLinks(world, links)),
  heal: (world, { links }) => ok(healLinks(world, links)),
  deliver: (world, { message }) => deliverNow(world, message),
  release: (world, { message }) => deliverNow(world, message),
  drop: (world, { message }) =>
    withMessage(world, message, (envelope) => {
      takeOff(world, envelope.id);
      return happen(world, 'drop', { envelope, reason: 'command' });
    }),
  duplicate: (world, { message }) =>
    withMessage(world, message, (envelope) =>
      happen(world, 'duplicate', {
        envelope: copyOf(world, envelope, Math.max(envelope.at, world.time)),
      }),
    ),
  hold: (world, { message }) =>
    withMessage(world, message, (envelope) => {
      takeOff(world, envelope.id);
      const held = withHeld(envelope, true);
      world.waiting.push(held);
      return happen(world, 'hold', { envelope: held });
    }),
  delay: (world, { message, untilMs }) =>
    withMessage(world, message, (envelope) =>
      happen(world, 'delay', { envelope: postpone(world, envelope, untilMs) }),
    ),
  inject: (world, { message }) => {
    const envelope = transmit(world, message, null, null);
    return ok(happen(world, 'inject', { envelope }));
  },
  delivery: (world, { delivery }) => ok(directBy(world, delivery)),
  options: (world, { options, rulesOff }) => ok(reconfigure(world, options, rulesOff)),
};

/**
 * Does what `command` says, now. On refusal nothing has changed. What follows from it (a loss, an entry to apply)
 * comes as events of its own with the next `advance`.
 */
export function execute(world: World, command: Command): Outcome {
  const result = (executors[command.type] as (world: World, command: Command) => Outcome)(
    world,
    command,
  );
  // The event is new and nobody else's yet; copying it would cost as much as making it.
  if (result.ok) (result.value as { command: Command | null }).command = command;
  return result;
}

function ifRunning(world: World, server: ServerId, run: () => Outcome): Outcome {
  if (world.conditions[server] === 'running') return run();
  return refuse(world.conditions[server] === 'paused' ? 'isPaused' : 'isStopped', server);
}

function atLeader(
  world: World,
  at: ServerId | undefined,
  run: (leader: ServerId) => Event,
): Outcome {
  const leader = at ?? leaderOf(world);
  return leader === null ? refuse('nobodyLeads') : ifRunning(world, leader, () => ok(run(leader)));
}

function withMessage(world: World, id: MessageId, run: (envelope: Envelope) => Event): Outcome {
  const envelope = messageOf(world, id);
  return envelope === undefined ? refuse('noSuchMessage') : ok(run(envelope));
}

// Loops, not a list of all: under manual delivery most commands are about a message.
function messageOf({ waiting, queue }: World, id: MessageId): Envelope | undefined {
  for (const envelope of waiting) if (envelope.id === id) return envelope;
  for (const envelope of queue) if (envelope.id === id) return envelope;
  return undefined;
}

function deliverNow(world: World, id: MessageId): Outcome {
  const found = messageOf(world, id);
  if (found === undefined) return refuse('noSuchMessage');
  if (world.conditions[found.message.to] === 'paused') return refuse('isPaused', found.message.to);
  takeOff(world, id);
  return ok(receive(world, withHeld(found, false)));
}
