/** What holds after every event, whatever it was. */
import type { Server } from '../../src/raft/index.ts';
import type { Given } from './given.ts';
import { areSame, configurationIn, lastOf } from './reading.ts';

/** What is wrong with a server as it stands, in sentences without its name. */
export function standingDifferences({ after, before }: Given): string[] {
  const found: string[] = [];
  const demand = (isSo: boolean, sentence: string) => {
    if (!isSo) found.push(sentence);
  };
  demand(after.lastApplied <= after.commitIndex, 'has applied more than is committed');
  demand(after.lastApplied >= after.log.snapshotIndex, 'has not applied its own snapshot');
  demand(after.id === before.id, 'has become another server');
  const { snapshot, log } = after;
  demand(
    (snapshot?.lastIncludedIndex ?? 0) === log.snapshotIndex &&
      (snapshot?.lastIncludedTerm ?? 0) === log.snapshotTerm,
    'holds a log that does not begin where its snapshot ends',
  );
  return [...found, ...forceDifferences(after), ...progressDifferences(after)];
}

/** §6: the latest configuration in the log is in force, committed or not. */
function forceDifferences(after: Server): string[] {
  const { configuration, index } = configurationIn(after.log, after.initialConfiguration);
  const isInForce = areSame(after.configuration, configuration);
  return isInForce && after.configurationIndex === index
    ? []
    : [`is under another configuration than the latest in its log, at ${index}`];
}

function progressDifferences(after: Server): string[] {
  if (after.role !== 'leader') return [];
  return after.progress.flatMap((known, id) =>
    known !== null &&
    known !== undefined &&
    (known.matchIndex >= known.nextIndex || known.nextIndex > lastOf(after.log) + 1)
      ? [`nextIndex ${known.nextIndex} of server ${id} does not fit matchIndex ${known.matchIndex}`]
      : [],
  );
}
