/** A moment of a scenario as a beginning: the state of every server, nothing in flight, nobody asking. */
import {
  type FileInitial,
  type FileStep,
  runScenario,
  type ScenarioFile,
  scenarioFrom,
  showField,
  showOptions,
  showServer,
} from '../../scenario/index.ts';
import type { World } from '../../sim/index.ts';

/** The scenario that begins where `file` is before its step `at`. */
export function beginningAt(file: ScenarioFile, at: number): ScenarioFile {
  const steps = file.steps ?? [];
  const prefix = scenarioFrom({ ...file, steps: steps.slice(0, at) }, 'prefix');
  const { world, servers } = runScenario(prefix).play;
  const names = world.setup.names.slice(0, servers);
  const initial = initialOf(world, names);
  const { initial: _before, options: _options, ...rest } = file;
  const isChanged = world.options !== world.setup.options;
  const { sessionLimit: _whole, ...shown } = showOptions(world.options, names);
  const options = isChanged ? (shown as NonNullable<ScenarioFile['options']>) : file.options;
  return {
    ...rest,
    servers: names.every((name, id) => name === `S${id + 1}`) ? servers : names,
    ...(options === undefined ? {} : { options }),
    initial,
    steps: steps.slice(at) as readonly FileStep[],
  };
}

/** The servers of a world as a file begins with them; those of which there is nothing to say are left out. */
export const initialOf = (
  world: World,
  names: readonly string[],
): Readonly<Record<string, FileInitial>> =>
  Object.fromEntries(
    names.map((name, id) => [name, stateOf(world, id, names)] as const).filter(isTold),
  );

const isTold = ([, state]: readonly [string, FileInitial]): boolean =>
  Object.keys(state).length > 0;

/** Fields that say nothing where they hold this. */
const usual: Readonly<Record<string, unknown>> = {
  role: 'follower',
  running: true,
  currentTerm: 0,
  votedFor: null,
  leader: null,
  commitIndex: 0,
  log: [],
  learners: [],
};

function stateOf(world: World, id: number, names: readonly string[]): FileInitial {
  const server = world.servers[id] as World['servers'][number];
  const shown = showServer(world, id) as Record<string, unknown>;
  const { lastApplied, kv: _kv, durable: _durable, config: _config, ...state } = shown;
  if (lastApplied !== state.commitIndex) state.lastApplied = lastApplied;
  if (Array.isArray(state.log)) state.log = state.log.map(({ index: _index, ...entry }) => entry);
  // Whom a leader names is itself, and a stopped server has no volatile state.
  if (server.role === 'leader') delete state.leader;
  if (shown.running === false) for (const field of volatile) delete state[field];
  if (server.snapshot !== null) state.snapshot = showField(world, id, 'snapshot');
  const { voters } = server.initialConfiguration;
  if (voters.length !== names.length) state.config = voters.map((voter) => names[voter]);
  return Object.fromEntries(
    Object.entries(state).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(usual[field]),
    ),
  ) as FileInitial;
}

const volatile = ['role', 'leader', 'commitIndex', 'lastApplied', 'votesGranted'];
