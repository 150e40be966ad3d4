/** The way to a world as a scenario: the same steps in the simulator, with the names that servers had at the start. */
import { assert } from '../../base/index.ts';
import { look, openChecks } from '../../check/index.ts';
import type { Message } from '../../raft/index.ts';
import type { FileStep, ScenarioFile } from '../../scenario/index.ts';
import {
  advance,
  type Command,
  type Event,
  execute,
  inFlight,
  isUnsettled,
  plainSetup,
  type Setup,
  worldOf,
} from '../../sim/index.ts';
import { stepOf } from '../storm/diary.ts';
import { type Places, placedMessage } from './alike.ts';
import { atom } from './atoms.ts';
import { type Fault, optionsOf } from './bounds.ts';
import type { Counterexample, Search } from './exhaust.ts';
import type { Given } from './moves.ts';
import { type Way, wayOf } from './ways.ts';

/** Something a server is given, with real names. */
interface Told {
  readonly given: Given;
  readonly server: number;
  readonly fault: Fault | null;
}

/** The shortest way to what was found, as a scenario that ends in it. */
export function storyOf(search: Search, found: NonNullable<Search['found']>): Counterexample {
  const told = toldOf(search, found.way);
  const { bounds } = search;
  const { rulesOff, servers, noop } = bounds;
  const setup: Setup = {
    ...plainSetup(servers, 1, optionsOf(bounds)),
    rulesOff,
    timers: 'manual',
    delivery: 'manual',
  };
  const { steps, violations } = acted(setup, told);
  assert(
    violations[0] === found.property,
    `the simulator breaks ${violations}, not ${found.property}`,
  );
  const file: ScenarioFile = {
    title: `${found.property} in ${told.length} steps`,
    servers,
    timers: 'manual',
    delivery: 'manual',
    ...(noop ? { options: { noop } } : {}),
    rulesOff,
    steps: [...steps, { expect: { violations } }],
  };
  return { property: found.property, length: told.length, file };
}

/** The way from the start to the world that `search` stands at, and `last` from there. */
function toldOf({ store, tables, turning, at }: Search, last: Way): readonly Told[] {
  const path: number[] = [];
  for (let world = at; world >= 0; world = store.parents[world] as number) path.unshift(world);
  const ways = [...path.slice(1).map((world) => wayOf(store.ways[world] as number)), last];
  // Which real server stands at a place of the world that the way starts from.
  let real: Places = turning.orders[0] as Places;
  return ways.map(({ server, input, fault }, place) => {
    const order = turning.orders[store.orders[path[place] as number] as number] as Places;
    real = order.map((_, id) => real[order.indexOf(id)] as number);
    const given = atom(tables.inputs, input);
    const isMessage = 'from' in given;
    return {
      given: isMessage ? placedMessage(given, real) : given,
      server: real[server] as number,
      fault,
    };
  });
}

function acted(setup: Setup, told: readonly Told[]) {
  const world = worldOf(setup);
  const checks = openChecks(world);
  const steps: FileStep[] = [];
  const see = (event: Event | null): void => {
    if (event !== null) look(checks, world, event);
  };
  const give = (command: Command): void => {
    steps.push(stepOf(command, world));
    const done = execute(world, command);
    assert(done.ok, `the simulator refuses ${command.type}`);
    see(done.value);
    while (isUnsettled(world)) see(advance(world, world.time));
  };
  const envelopeOf = (message: Message): number => {
    const text = JSON.stringify(message);
    const found = inFlight(world).find((one) => JSON.stringify(one.message) === text);
    assert(found !== undefined, `the simulator has no ${text} in flight`);
    return found.id;
  };
  for (const one of told) for (const command of commandsOf(one, envelopeOf)) give(command);
  return { steps, violations: checks.violations.map(({ property }) => property) };
}

function* commandsOf(
  { given, server, fault }: Told,
  envelopeOf: (message: Message) => number,
): Generator<Command> {
  if ('from' in given) {
    if (fault === 'copies') yield { type: 'duplicate', message: envelopeOf(given) };
    yield { type: fault === 'losses' ? 'drop' : 'deliver', message: envelopeOf(given) };
  } else if (given.type === 'reboot') {
    yield { type: 'crash', server };
    yield { type: 'restart', server };
  } else if (given.type === 'ask') {
    const operation = { type: 'set', key: 'x', value: String(given.number) } as const;
    yield { type: 'request', client: `c${given.number}`, operation, at: server };
  } else yield { type: given.type, server };
}
