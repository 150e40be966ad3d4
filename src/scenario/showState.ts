/** A server's state in the words of Figure 2: what EXPECT asks about, and what traces print. */
import { type ServerId, sortedMap } from '../base/index.ts';
import { isLearner, log as logs, type Server, type Snapshot } from '../raft/index.ts';
import { conditionOf, durableOf, serverAt, type World } from '../sim/index.ts';
import {
  type Json,
  type JsonMap,
  type Names,
  nameAt,
  namesAt,
  showConfiguration,
  showEntries,
  showLearners,
  showSnapshotData,
} from './show.ts';

const showBoundary = (
  { lastIncludedIndex, lastIncludedTerm, configuration }: Snapshot,
  names: Names,
): JsonMap => ({
  lastIndex: lastIncludedIndex,
  lastTerm: lastIncludedTerm,
  config: showConfiguration(configuration, names),
  ...showLearners(configuration, names),
});

type Show = (world: World, server: Server, names: Names) => Json | undefined;

const progressOf =
  (field: 'nextIndex' | 'matchIndex'): Show =>
  (_world, server, names) =>
    server.role === 'leader'
      ? Object.fromEntries(
          server.progress.flatMap((known, id) =>
            known === null ? [] : [[names[id] as string, known[field]]],
          ),
        )
      : undefined;

/** One server's state by the names of EXPECT; undefined where its role has no such field. */
const fields = {
  // A stopped server shows follower: whether it has a vote is not what it does.
  role: (world, { role, id, configuration }) =>
    role === 'follower' && conditionOf(world, id) !== 'crashed' && isLearner(configuration, id)
      ? 'learner'
      : role,
  running: (world, { id }) => conditionOf(world, id) !== 'crashed',
  currentTerm: (_world, { currentTerm }) => currentTerm,
  votedFor: (_world, { votedFor }, names) => nameAt(names, votedFor),
  leader: (_world, { leaderId }, names) => nameAt(names, leaderId),
  commitIndex: (_world, { commitIndex }) => commitIndex,
  lastApplied: (_world, { lastApplied }) => lastApplied,
  log: (_world, { log }, names) => showEntries(logs.entriesOf(log), log.snapshotIndex + 1, names),
  config: (_world, { configuration }, names) => showConfiguration(configuration, names),
  learners: (_world, { configuration }, names) => namesAt(names, configuration.learners),
  kv: (world, { id }) => Object.fromEntries(sortedMap.entries(world.machines[id]?.data ?? null)),
  nextIndex: progressOf('nextIndex'),
  matchIndex: progressOf('matchIndex'),
  votesGranted: (_world, server, names) =>
    server.role === 'candidate' || server.role === 'preCandidate'
      ? namesAt(names, server.votesGranted)
      : undefined,
  snapshot: (_world, { snapshot }, names) =>
    snapshot === null
      ? undefined
      : { ...showBoundary(snapshot, names), ...showSnapshotData(snapshot.data) },
  durable: (world, { id }, names) => {
    const { currentTerm, votedFor, log } = durableOf(world, id);
    return { currentTerm, votedFor: nameAt(names, votedFor), lastIndex: logs.lastIndex(log) };
  },
} as const satisfies Readonly<Record<string, Show>>;

export type StateField = keyof typeof fields;
const fieldNames = Object.keys(fields) as StateField[];

/** One field of a server's state. */
export const showField = (world: World, id: ServerId, field: StateField): Json | undefined =>
  (fields[field] as Show)(world, serverAt(world, id), world.setup.names);

/** A server's whole state as a trace prints it: `learners`, `snapshot`, `durable` only where there is something to say. */
export function showServer(world: World, id: ServerId): JsonMap {
  const { names } = world.setup;
  const { snapshot, settings, configuration } = serverAt(world, id);
  const state: Record<string, Json> = {};
  for (const field of fieldNames) {
    if (field === 'learners' && configuration.learners.length === 0) continue;
    if (field === 'durable' && !settings.isDiskSlow) continue;
    const value =
      field === 'snapshot' && snapshot !== null
        ? showBoundary(snapshot, names)
        : showField(world, id, field);
    if (value !== undefined) state[field] = value;
  }
  return state;
}
