/** What a file says of servers at time 0, as the simulator takes it. */
import type { ServerId } from '../base/index.ts';
import type { InitialServer, Setup } from '../sim/index.ts';
import { defined } from './defined.ts';
import { configurationFrom, entryFrom, sessionsFrom } from './engineValues.ts';
import type { Config, FileInitial, FileSnapshot } from './file.ts';

type InitialSnapshot = NonNullable<InitialServer['snapshot']>;

/** @param names the servers there are at the start */
export function initialFrom(
  initial: Readonly<Record<string, FileInitial>>,
  names: readonly string[],
): Setup['initial'] {
  const learners = names.filter((name) => initial[name]?.role === 'learner');
  const given = names.map((name): [ServerId, FileInitial] => [
    names.indexOf(name),
    withCrew(name, initial[name] ?? {}, learners, names),
  ]);
  return Object.fromEntries(
    given
      .filter(([, server]) => Object.keys(server).length > 0)
      .map(([id, server]) => [id, serverFrom(server, names)]),
  );
}

// Who starts as a learner has no vote, in its own configuration and in those that nobody has written out.
function withCrew(
  name: string,
  given: FileInitial,
  learners: readonly string[],
  names: readonly string[],
): FileInitial {
  const own = given.role === 'learner' ? [name] : [];
  const isSaid = given.config !== undefined || given.learners !== undefined;
  const without = [...new Set([...(given.learners ?? []), ...(isSaid ? own : learners)])];
  if (without.length === 0) return given;
  const voters = names.filter((voter) => !without.includes(voter));
  return { ...given, config: given.config ?? voters, learners: without };
}

function serverFrom(given: FileInitial, names: readonly string[]): InitialServer {
  const idOf = (name: string): ServerId => names.indexOf(name);
  const byId = (map: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(map).map(([name, index]) => [idOf(name), index]));
  const idOrNull = (name: string | null): ServerId | null => (name === null ? null : idOf(name));
  const { role, running, currentTerm, votedFor, leader, log, commitIndex, lastApplied } = given;
  const { kv, config, learners, snapshot, nextIndex, matchIndex, votesGranted } = given;
  return defined<InitialServer>({
    role: role === 'learner' ? 'follower' : role,
    running,
    currentTerm,
    votedFor: votedFor === undefined ? undefined : idOrNull(votedFor),
    leaderId: leader === undefined ? undefined : idOrNull(leader),
    log: log?.map((entry) => entryFrom(entry, names)),
    commitIndex,
    lastApplied,
    kv,
    config: config === undefined ? undefined : configurationFrom(config, learners, names),
    snapshot: snapshot ? snapshotFrom(snapshot, { config, learners }, names) : undefined,
    nextIndex: nextIndex === undefined ? undefined : byId(nextIndex),
    matchIndex: matchIndex === undefined ? undefined : byId(matchIndex),
    votesGranted: votesGranted?.map(idOf),
  });
}

interface Crew {
  readonly config: Config | undefined;
  readonly learners: readonly string[] | undefined;
}

// What a snapshot does not say of the crew is as before the log.
function snapshotFrom(
  { lastIndex, lastTerm, kv, sessions, config, learners }: FileSnapshot,
  before: Crew,
  names: readonly string[],
): InitialSnapshot {
  const voters = config ?? before.config ?? names;
  const without = config === undefined ? (learners ?? before.learners) : learners;
  return defined<InitialSnapshot>({
    lastIndex,
    lastTerm,
    kv,
    sessions: sessions === undefined ? undefined : sessionsFrom(sessions),
    config: configurationFrom(voters, without, names),
  });
}
