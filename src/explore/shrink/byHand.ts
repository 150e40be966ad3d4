/** A run in which time goes on by itself, as one in which every timeout and every delivery is a step. */
import {
  type FileStep,
  runScenario,
  type ScenarioFile,
  scenarioFrom,
} from '../../scenario/index.ts';
import { type Envelope, type Event, inFlight, roundMs, type World } from '../../sim/index.ts';
import { stepOf } from '../storm/diary.ts';

/** The same story by hand, its time kept by `run` steps; whether it still shows what it did is to be tried. */
export function byHand(file: ScenarioFile): ScenarioFile {
  if (file.timers === 'manual' && file.delivery === 'manual') return file;
  const steps: FileStep[] = [];
  let told = 0;
  const tell = (world: World, found: FileStep[]): void => {
    const ms = roundMs(world.time - told);
    if (found.length === 0) return;
    if (ms > 0) steps.push({ run: ms });
    told = world.time;
    steps.push(...found);
  };
  const nothing = (): void => {};
  runScenario(scenarioFrom(file, 'by itself'), {
    start: nothing,
    mark: nothing,
    joined: nothing,
    event: (world, event) => tell(world, stepsOf(world, event)),
  });
  return {
    ...file,
    timers: 'manual',
    delivery: 'manual',
    options: calm(file.options ?? {}),
    steps,
  };
}

// What chance did is done by steps now.
function calm(options: NonNullable<ScenarioFile['options']>): typeof options {
  const { latencyMs: _a, lossRate: _b, duplicateRate: _c, links: _d, ...rest } = options;
  const { clientTimeoutMs: _e, clientLatencyMs: _f, ...kept } = rest;
  return kept;
}

const nameOf = (world: World, id: number): string => world.setup.names[id] as string;

function stepsOf(world: World, event: Event): FileStep[] {
  const { kind, command, server, envelope, reason, clients, cause } = event;
  if (command !== null) return given(world, event);
  if (kind === 'electionTimeout' && server !== null) return [{ timeout: nameOf(world, server) }];
  if (kind === 'heartbeat' && server !== null) return [{ heartbeat: nameOf(world, server) }];
  if (kind === 'receive' && envelope !== null) return [{ deliver: filterOf(world, envelope) }];
  if (kind === 'drop' && envelope !== null && reason !== 'cut')
    return [{ drop: filterOf(world, envelope) }];
  if (kind === 'duplicate' && envelope !== null) return [{ duplicate: filterOf(world, envelope) }];
  // What has a cause is a redirect that is followed.
  if (kind === 'client' && cause === null)
    return clients.flatMap(({ client, at, attempt, what }) =>
      attempt > 1 && what !== 'answered' ? [{ retry: client, at: nameOf(world, at) }] : [],
    );
  return [];
}

// A message that a command was about is gone from the bus: what is said of it is said by what it was.
function given(world: World, event: Event): FileStep[] {
  const { command, envelope } = event;
  if (command === null) return [];
  if (envelope === null) {
    const step = stepOf(command, world);
    return [step.options === undefined ? step : { options: calm(step.options) }];
  }
  // Nothing arrives by itself, so nothing need be held back.
  if (command.type === 'hold') return [];
  const verb = command.type === 'release' ? 'deliver' : command.type;
  return [{ [verb]: filterOf(world, envelope) } as FileStep];
}

function filterOf(world: World, { id, message: { from, to, type } }: Envelope) {
  const older = inFlight(world).filter(
    ({ id: other, message }) =>
      other < id && message.from === from && message.to === to && message.type === type,
  );
  const nth = older.length + 1;
  return { from: nameOf(world, from), to: nameOf(world, to), type, ...(nth > 1 ? { nth } : {}) };
}
