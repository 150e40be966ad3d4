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
  const all = world.setup.names.slice(0, servers);
  const names = withoutStrangers(world, initialOf(world, all), all);
  const initial = initialOf(world, names);
  const { initial: _before, options: _options, ...rest } = file;
  const isChanged = world.options !== world.setup.options;
  const { sessionLimit: _whole, ...shown } = showOptions(world.options, names);
  const options = isChanged ? (shown as NonNullable<ScenarioFile['options']>) : file.options;
  return {
    ...rest,
    servers: names.every((name, id) => name === `S${id + 1}`) ? names.length : names,
    ...(options === undefined ? {} : { options }),
    initial,
    steps: steps.slice(at) as readonly FileStep[],
  };
}

/** Without those at the end who know nobody and whom nobody knows: they are there once a step adds them. */
function withoutStrangers({ servers }: World, initial: Initial, names: readonly string[]) {
  const isBlank = ({ configuration, log, currentTerm }: World['servers'][number]): boolean =>
    configuration.voters.length === 0 && log.snapshotIndex + log.length === 0 && currentTerm === 0;
  const isKnown = (name: string): boolean =>
    Object.entries(initial).some(
      ([other, state]) => other !== name && JSON.stringify(state).includes(`"${name}"`),
    );
  const last = names.findLastIndex(
    (name, id) => !isBlank(servers[id] as World['servers'][number]) || isKnown(name),
  );
  return names.slice(0, last + 1);
}

type Initial = Readonly<Record<string, FileInitial>>;

/** The servers of a world as a file begins with them; those of which there is nothing to say are left out. */
export const initialOf = (world: World, names: readonly string[]): Initial =>
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
  const voters = votersBefore(world, id);
  if (voters.length !== names.length) state.config = voters.map((voter) => names[voter]);
  return Object.fromEntries(
    Object.entries(state).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(usual[field]),
    ),
  ) as FileInitial;
}

// A file has no servers that were told of no configuration: who has joined since is given that of the first who was.
function votersBefore({ servers }: World, id: number): readonly number[] {
  const own = servers[id]?.initialConfiguration.voters ?? [];
  const told = servers.find(({ initialConfiguration }) => initialConfiguration.voters.length > 0);
  return own.length > 0 ? own : (told?.initialConfiguration.voters ?? own);
}

const volatile = ['role', 'leader', 'commitIndex', 'lastApplied', 'votesGranted'];
