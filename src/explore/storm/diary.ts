/** What befalls a cluster in a storm, written down as the steps of a scenario file. */
import type { Operation } from '../../raft/index.ts';
import { type FileStep, showOptions } from '../../scenario/index.ts';
import {
  type Command,
  type CrewChange,
  type Envelope,
  inFlight,
  roundMs,
  type World,
} from '../../sim/index.ts';

/** Changed in place as the storm goes on. */
export interface Diary {
  readonly steps: FileStep[];
  /** Up to when everything is written down. */
  until: number;
  /** Whether anything happened since the last step, be it at the same moment. */
  isStirred: boolean;
}

/** A diary with nothing in it, at time 0. */
export const openDiary = (): Diary => ({ steps: [], until: 0, isStirred: false });

/** A diary that goes its own way from here. */
export const cloneDiary = (diary: Diary): Diary => ({ ...diary, steps: [...diary.steps] });

/** Writes down that time has passed. */
export function noteTime(diary: Diary, { time }: World): void {
  const ms = roundMs(time - diary.until);
  if (ms > 0 || diary.isStirred) diary.steps.push({ run: ms });
  diary.until = time;
  diary.isStirred = false;
}

/** Writes a step down, and before it the time that has passed. */
export function noteStep(diary: Diary, world: World, step: FileStep): void {
  noteTime(diary, world);
  diary.steps.push(step);
}

type Name = (id: number) => string;
type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Writers = {
  readonly [Type in Command['type']]: (command: Of<Type>, nameOf: Name, world: World) => FileStep;
};

/** The step that gives this command, in the world as it is before. */
export function stepOf(command: Command, world: World): FileStep {
  const nameOf: Name = (id) => world.setup.names[id] as string;
  const write = writers[command.type] as (one: Command, nameOf: Name, world: World) => FileStep;
  return write(command, nameOf, world);
}

const never = ({ type }: Command): FileStep => {
  throw new Error(`no storm does ${type}`);
};

const at = (id: number | undefined, nameOf: Name): FileStep =>
  id === undefined ? {} : { at: nameOf(id) };

const writers: Writers = {
  crash: ({ server }, nameOf) => ({ crash: nameOf(server) }),
  restart: ({ server, lose = [] }, nameOf) =>
    lose.length === 0 ? { restart: nameOf(server) } : { restart: nameOf(server), lose },
  pause: ({ server }, nameOf) => ({ pause: nameOf(server) }),
  resume: ({ server }, nameOf) => ({ resume: nameOf(server) }),
  timeout: ({ server }, nameOf) => ({ timeout: nameOf(server) }),
  heartbeat: ({ server }, nameOf) => ({ heartbeat: nameOf(server) }),
  snapshot: ({ server }, nameOf) => ({ snapshot: nameOf(server) }),
  request: (command, nameOf) => ({
    ...verbOf(command.operation),
    client: command.client,
    ...at(command.at, nameOf),
    ...(command.loseReply ? { loseReply: true } : {}),
  }),
  retry: (command, nameOf) => ({ retry: command.client, ...at(command.at, nameOf) }),
  cut: ({ links }, nameOf) => cutOf(links, nameOf),
  heal: ({ links }, nameOf) => healOf(links, nameOf),
  deliver: onMessage,
  drop: onMessage,
  duplicate: onMessage,
  hold: onMessage,
  release: onMessage,
  transfer: (command, nameOf) => ({
    transferLeadership: nameOf(command.target),
    ...at(command.at, nameOf),
  }),
  reconfigure: (command, nameOf) => ({
    ...crewOf(command.change, nameOf),
    ...at(command.at, nameOf),
  }),
  options: ({ options }, _nameOf, { setup }) => {
    // It holds for a whole run, and no step may name it.
    const { sessionLimit: _whole, ...changed } = showOptions(options, setup.names);
    return { options: changed };
  },
  inject: never,
  delay: never,
  delivery: never,
  persist: never,
};

/** An operation as a file writes it. */
function verbOf(operation: Operation): FileStep {
  switch (operation.type) {
    case 'set':
      return { set: { [operation.key]: operation.value } };
    case 'cas':
      return { cas: { [operation.key]: [operation.expected, operation.value] } };
    default:
      return { [operation.type]: operation.key };
  }
}

function crewOf(change: CrewChange, nameOf: Name): FileStep {
  switch (change.kind) {
    case 'set':
      return { reconfigure: change.voters.map(nameOf) };
    case 'addLearner':
      return { addServer: nameOf(change.server), learner: true };
    case 'add':
      return { addServer: nameOf(change.server) };
    case 'remove':
      return { removeServer: nameOf(change.server) };
    case 'promote':
      return { promote: nameOf(change.server) };
  }
}

// One way, both ways of one link, or everything between two groups.
function cutOf(links: Of<'cut'>['links'], nameOf: Name): FileStep {
  const [first] = links;
  if (first === undefined) return never({ type: 'cut', links });
  const [from, to] = first;
  if (links.length === 1) return { cut: [nameOf(from), nameOf(to)], oneWay: true };
  if (links.length === 2) return { cut: [nameOf(from), nameOf(to)] };
  const cutFrom = (id: number): string[] =>
    links.flatMap(([one, other]) => (one === id ? [nameOf(other)] : []));
  return { partition: [cutFrom(to), cutFrom(from)] };
}

// One link both ways, or all there are.
function healOf(links: Of<'heal'>['links'], nameOf: Name): FileStep {
  const [first] = links ?? [];
  if (links === null || first === undefined || links.length > 2) return { heal: true };
  return { heal: [nameOf(first[0]), nameOf(first[1])] };
}

// Messages have no names in files: the first, second, … of those between two servers that say the same kind of thing.
function onMessage(
  { type, message }: Of<'deliver' | 'drop' | 'duplicate' | 'hold' | 'release'>,
  nameOf: Name,
  world: World,
): FileStep {
  const flying = inFlight(world);
  const meant = flying.find(({ id }) => id === message) as Envelope;
  const { from, to, type: kind } = meant.message;
  const alike = flying.filter(
    (one) => one.message.from === from && one.message.to === to && one.message.type === kind,
  );
  const held = alike.filter((one) => one.held);
  // What is not held counts before what is, unless only held messages are meant.
  const inOrder = type === 'release' ? held : [...alike.filter((one) => !one.held), ...held];
  const nth = inOrder.indexOf(meant) + 1;
  return { [type]: { from: nameOf(from), to: nameOf(to), type: kind, nth } };
}
