/** Whether a leader knows what it should, and says what it may (Figure 2, rules for leaders; §7). */
import type { ServerId } from '../../src/base/index.ts';
import type { Leader, Message } from '../../src/raft/index.ts';
import { type Given, type MessageOf, sentIn } from './given.ts';
import type { Duty } from './leading.ts';
import { areSame, entriesFrom, lastOf, otherMembers, termOf } from './reading.ts';

type Append = MessageOf<'AppendEntriesRequest'>;
type Install = MessageOf<'InstallSnapshotRequest'>;

/** What carries entries or a snapshot to a follower. */
export const isRequest = (message: Message): message is Append | Install =>
  message.type === 'AppendEntriesRequest' || message.type === 'InstallSnapshotRequest';

/** What a leader knows or says that it should not. */
export function dutyDifferences(given: Given, duty: Duty): string[] {
  const { after } = given;
  const sent = sentIn(given.event).filter(isRequest);
  const members = otherMembers(after.configuration, after.id);
  const found = members.flatMap((id) => countDifferences(sent, id, duty));
  if (after.role !== 'leader') return found;
  // Whoever takes office, or begins a change, speaks to all before it completes a change that leaves somebody out.
  const parting = takenSince(given);
  const strangers = sent.filter(({ to }) => !members.includes(to) && !parting.includes(to));
  return [
    ...found,
    ...strangers.map(({ to }) => `sent a request to server ${to}, which takes no part`),
    ...knowledge(after, members, duty),
    ...sent
      .filter(({ to }) => members.includes(to))
      .flatMap((message) =>
        message.type === 'AppendEntriesRequest'
          ? appendDifferences(given, after, message)
          : installDifferences(after, message),
      ),
  ];
}

/** Everybody whom a configuration names that was in force when something was sent in this event. */
function takenSince({ event, before, after }: Given): ServerId[] {
  const { id, log, initialConfiguration } = after;
  const first = before.role === 'leader' ? lastOf(before.log) + 1 : log.snapshotIndex + 1;
  const appended = entriesFrom(log, first).flatMap(({ payload }) =>
    payload.type === 'config' ? [payload.configuration] : [],
  );
  const known = before.role === 'leader' ? appended : [initialConfiguration, ...appended];
  // A command goes out before anything is committed with it.
  if (event.kind === 'client') known.push(before.configuration);
  return known.flatMap((configuration) => otherMembers(configuration, id));
}

function countDifferences(sent: readonly Message[], id: ServerId, { requests }: Duty): string[] {
  const count = sent.filter(({ to }) => to === id).length;
  const [least, most] = requests(id);
  if (count >= least && count <= most) return [];
  return [
    `sent ${count} requests to server ${id}, and should have ${least === most ? least : `${least} to ${most}`}`,
  ];
}

function knowledge(
  { id: self, progress }: Leader,
  members: readonly ServerId[],
  { matchOf, nextOf }: Duty,
): string[] {
  const strangers = progress.flatMap((known, id) =>
    known !== null && known !== undefined && !members.includes(id)
      ? [`keeps a nextIndex for server ${id}, which takes no part`]
      : [],
  );
  if (progress[self]) strangers.push('keeps a matchIndex for itself');
  return strangers.concat(
    members.flatMap((id) => {
      const known = progress[id];
      if (known === null || known === undefined) return [`has no nextIndex for server ${id}`];
      const { matchIndex, nextIndex } = known;
      const found: string[] = [];
      if (matchIndex !== matchOf(id))
        found.push(`matchIndex of server ${id} is ${matchIndex}, and should be ${matchOf(id)}`);
      const [least, most] = nextOf(id);
      if (nextIndex < least || nextIndex > most)
        found.push(`nextIndex of server ${id} is ${nextIndex}, and should be ${least} to ${most}`);
      return found;
    }),
  );
}

/** An AppendEntries request says what stands in the log from nextIndex on, and no more than is committed. */
function appendDifferences({ before }: Given, leader: Leader, message: Append): string[] {
  const { to, prevLogIndex, prevLogTerm, entries, leaderCommit, leaderId, term } = message;
  const { log, settings } = leader;
  const { nextIndex, searchHigh } = leader.progress[to] ?? { nextIndex: -1, searchHigh: null };
  const found: string[] = [];
  const demand = (isSo: boolean, sentence: string) => {
    if (!isSo) found.push(`sent server ${to} ${sentence}`);
  };
  demand(leaderId === leader.id && term === leader.currentTerm, 'entries in another name or term');
  demand(prevLogIndex === nextIndex - 1, `prevLogIndex ${prevLogIndex} at nextIndex ${nextIndex}`);
  demand(
    termOf(log, prevLogIndex) === prevLogTerm,
    `prevLogTerm ${prevLogTerm}, not that of its log`,
  );
  const held = entriesFrom(log, prevLogIndex + 1).slice(0, entries.length);
  demand(areSame(held, entries), 'entries that do not stand in its log there');
  demand(
    leaderCommit >= before.commitIndex && leaderCommit <= leader.commitIndex,
    `leaderCommit ${leaderCommit}, and has committed ${leader.commitIndex}`,
  );
  const { maxEntriesPerAppend: most } = settings;
  demand(entries.length <= most, `${entries.length} entries, and ${most} are allowed`);
  // What a leader held before this event goes out, as far as there is room; a probe of halves is empty.
  const isCut = before.role !== 'leader' && !before.settings.obeys['leader.appendOnly'];
  const due = isCut ? 0 : Math.min(most, lastOf(before.log) - prevLogIndex);
  demand(
    searchHigh !== null || entries.length >= due,
    `${entries.length} entries, and ${due} are due`,
  );
  return found;
}

function installDifferences(leader: Leader, message: Install): string[] {
  const { to } = message;
  const { snapshot, log } = leader;
  const nextIndex = leader.progress[to]?.nextIndex ?? -1;
  const isDue = nextIndex <= log.snapshotIndex;
  const isIts =
    snapshot !== null &&
    message.leaderId === leader.id &&
    message.term === leader.currentTerm &&
    areSame(
      [message.lastIncludedIndex, message.lastIncludedTerm, message.configuration, message.data],
      [
        snapshot.lastIncludedIndex,
        snapshot.lastIncludedTerm,
        snapshot.configuration,
        snapshot.data,
      ],
    );
  return [
    ...(isDue ? [] : [`sent server ${to} a snapshot, and still has what it lacks`]),
    ...(isIts ? [] : [`sent server ${to} another snapshot than its own`]),
  ];
}
