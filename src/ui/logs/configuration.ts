/** Configurations in words: what one entry changes, as short as a cell wants it, and who takes part in the end. */
import {
  type Configuration,
  isVoter,
  type Log,
  latestConfiguration,
  log as logs,
  members,
} from '../../raft/index.ts';
import { words } from '../../words/index.ts';

/** Who takes part, in names. */
export function configurationText(
  names: readonly string[],
  { voters, outgoing, learners }: Configuration,
): string {
  const said = (ids: readonly number[]): string => words.list(ids.map((id) => names[id] ?? ''));
  const { crew } = words.logs;
  if (voters.length === 0) return crew.nobody;
  const now = outgoing === null ? said(voters) : crew.joint(said(outgoing), said(voters));
  return learners.length === 0 ? now : crew.withLearners(now, said(learners));
}

/** What the entry of a configuration says: `+S4`, `−S1`, `old+new`. */
export function changeText(
  names: readonly string[],
  before: Configuration,
  after: Configuration,
): string {
  const { crew } = words.logs;
  if (after.outgoing !== null) return crew.both;
  // The second half of a joint change completes what the first began.
  const was = { ...before, voters: before.outgoing ?? before.voters, outgoing: null };
  const change = (id: number): string => {
    const name = names[id] ?? '';
    if (!members(after).includes(id)) return crew.left(name);
    if (members(was).includes(id)) return crew.promoted(name);
    return isVoter(after, id) ? crew.joined(name) : crew.learns(name);
  };
  const changed = [...new Set([...members(was), ...members(after)])]
    .filter((id) => isVoter(was, id) !== isVoter(after, id) || isNew(was, after, id))
    .map(change);
  return changed.join(' ') || crew.same;
}

const isNew = (was: Configuration, after: Configuration, id: number): boolean =>
  members(was).includes(id) !== members(after).includes(id);

/** The configuration that an entry changes: the one before it. */
const configurationBefore = (log: Log, initial: Configuration, index: number) =>
  latestConfiguration(log, initial, index - 1).configuration;

export interface EntryText {
  readonly short: string;
  readonly long: string;
}

/** What the entry at `index` holds; null where there is none, or a snapshot stands in its place. */
export function entryText(
  names: readonly string[],
  log: Log,
  initial: Configuration,
  index: number,
): EntryText | null {
  const payload = logs.entryAt(log, index)?.payload;
  if (payload === undefined) return null;
  if (payload.type === 'config') {
    const before = configurationBefore(log, initial, index);
    const short = changeText(names, before, payload.configuration);
    return { short, long: words.logs.crew.entry(configurationText(names, payload.configuration)) };
  }
  if (payload.type === 'noop') return { short: words.logs.noop, long: words.logs.noopLong };
  const short = words.commandShort(payload.command.operation);
  return { short, long: words.commandLong(payload.command.operation) };
}
