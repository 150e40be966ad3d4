/** Planted bugs of snapshots, membership and reads (§6, §7; dissertation 4, 6.4). */
import { type Mutant, of } from './mutant.ts';

export const extensions: readonly Mutant[] = [
  ...of('src/raft/handlers/takeSnapshot.ts', {
    'snapshot-beyond-what-is-applied': [
      'const { log, lastApplied, initialConfiguration } = t.server;',
      'const { log, initialConfiguration } = t.server;\n  const lastApplied = log.snapshotIndex + log.length;',
      '§7: only what is applied is discarded',
    ],
    'snapshot-keeps-the-first-configuration': [
      'latestConfiguration(log, initialConfiguration, lastApplied);',
      'latestConfiguration(log, initialConfiguration, 0);',
      '§7: the latest configuration as of the last included index',
    ],
    'snapshot-takes-a-later-configuration': [
      'latestConfiguration(log, initialConfiguration, lastApplied);',
      'latestConfiguration(log, initialConfiguration);',
      '§7: the configuration as of the last included index, not a later one',
    ],
  }),
  ...of('src/raft/log.ts', {
    'snapshot-eats-the-next-entry': [
      'slice(log, Math.max(index, log.snapshotIndex) + 1, lastIndex(log))',
      'slice(log, Math.min(lastIndex(log), Math.max(index, log.snapshotIndex) + 1) + 1, lastIndex(log))',
      '§7: the log begins right behind the snapshot',
    ],
    'snapshot-keeps-a-foreign-tail': [
      'termAt(log, index) === term\n',
      'termAt(log, index) > 0\n',
      'Figure 13, 6: only where index and term agree',
    ],
  }),
  ...of('src/raft/handlers/installSnapshot.ts', {
    'late-snapshot-taken': [
      'lastIncludedIndex > t.server.commitIndex ||',
      'lastIncludedIndex > 0 ||',
      '§7: a snapshot that is not newer is ignored (M23)',
    ],
    'snapshot-of-an-old-leader': [
      "const isRefused = request.term < t.server.currentTerm || t.server.role === 'leader';",
      "const isRefused = t.server.role === 'leader';",
      'Figure 13, 1: reply immediately if term < currentTerm',
    ],
    'state-machine-not-replaced': [
      "ask(t, { type: 'restore', data });",
      '',
      'Figure 13, 8: reset the state machine',
    ],
    'snapshot-without-its-configuration': [
      '  server.initialConfiguration = configuration;\n  server.configuration = latest.configuration;\n  server.configurationIndex = latest.configurationIndex;\n',
      '',
      "Figure 13, 8: load the snapshot's configuration",
    ],
  }),
  ...of('src/raft/membership.ts', {
    'joint-skipped': [
      'outgoing: isJoint ? configuration.voters : null,',
      'outgoing: null,',
      '§6: through a joint configuration (M19)',
    ],
    'two-changes-at-once': [
      'if (configuration.outgoing !== null || configurationIndex > commitIndex) return false;',
      'if (configuration.outgoing !== null) return false;',
      '§6: one change at a time',
    ],
    'change-before-own-term': [
      "return termAt(log, commitIndex) === currentTerm || !settings.obeys['config.ownTermFirst'];",
      'return termAt(log, commitIndex) <= currentTerm;',
      'dissertation 4.1, corrected 2015: an entry of its own term first (M20)',
    ],
    'two-servers-at-once': [
      'return difference(configuration.voters, voters) <= 1;',
      'return difference(configuration.voters, voters) <= 2;',
      'dissertation 4.1: one server at a time',
    ],
    'joint-never-ends': [
      'if (configuration.outgoing !== null) {\n    // §6: once',
      'if (configuration.outgoing !== null && commitIndex < 0) {\n    // §6: once',
      '§6: C_new follows C_old,new',
    ],
    'removed-leader-leaves-early': [
      '\n    return true;',
      '\n    if (!isVoter(t.server.configuration, id)) {\n      ownFollower(t).leaderId = null;\n      startElectionTimer(t);\n    }\n    return true;',
      '§6: a removed leader steps down once C_new is committed (M25)',
    ],
    'removed-leader-stays': [
      'if (isVoter(configuration, id)) return false;',
      'if (id >= 0) return false;',
      '§6: a leader that is not in C_new steps down',
    ],
    'change-forgets-what-is-known': [
      '(leader.progress[id] ?? fresh)',
      'fresh',
      'Figure 2, state: matchIndex increases monotonically',
    ],
  }),
  ...of('src/raft/handlers/changeConfiguration.ts', {
    'lonely-leader-does-not-commit': [
      'if (t.server !== server) advanceCommitIndex(t);',
      '',
      '§6: in force at once, also for what is committed',
    ],
  }),
  ...of('src/raft/handlers/appendEntries.ts', {
    'read-confirmed-by-an-older-term': [
      'send(t, refusalOf(t, request));',
      'reply(t, request, refusalOf(t, request));',
      'dissertation 6.4: only who follows the leader answers its round',
    ],
  }),
  ...of('src/raft/reads.ts', {
    'read-of-a-new-leader': [
      'if (termAt(log, commitIndex) !== currentTerm || lastApplied < commitIndex) return false;',
      'if (lastApplied < commitIndex) return false;',
      'dissertation 6.4: an entry of its own term first (M14)',
    ],
    'read-without-a-round': [
      'if (!isRoundAnswered(leader, round)) return false;',
      '',
      'dissertation 6.4: a majority has answered since (M5)',
    ],
    'read-confirmed-by-an-old-round': [
      'const round = isConfirmed ? 0 : (leader.reads?.round ?? 0) + 1;',
      'const round = isConfirmed ? 0 : (leader.reads?.round ?? 0);',
      'dissertation 6.4: a round sent after the read came',
    ],
    'lease-after-a-transfer': [
      ' || leader.transfer !== null || leader.hasAskedToStand)',
      ')',
      'dissertation 6.4.1: a lease ends with a transfer',
    ],
    'lease-of-twice-the-time': [
      '+ settings.electionTimeoutMinMs;',
      '+ 2 * settings.electionTimeoutMinMs;',
      'dissertation 6.4.1: for an election timeout',
    ],
    'lease-from-the-last-round-sent': [
      'isRoundAnswered(leader, round))?.at;',
      'round > 0)?.at;',
      'dissertation 6.4.1: from the sending of a round that a majority answered',
    ],
  }),
];
