/** Planted bugs of logs, their repair and what is committed (§5.3, §5.4.2). */
import { type Mutant, of } from './mutant.ts';

export const replication: readonly Mutant[] = [
  ...of('src/raft/handlers/appendEntries.ts', {
    'entries-of-an-old-leader': [
      'if (request.term < t.server.currentTerm || t.server.role',
      'if (t.server.role',
      'Figure 2, AppendEntries 1: false if term < currentTerm',
    ],
    'heartbeat-without-check': [
      'if (!isConsistent(t.server, request)) {',
      'if (request.entries.length > 0 && !isConsistent(t.server, request)) {',
      'Figure 2, AppendEntries 2: also for an empty one (M7)',
    ],
    'gap-is-no-conflict': [
      'if (prevLogIndex > lastIndex(log)) return false;',
      '',
      'Figure 2, AppendEntries 2: no entry at prevLogIndex',
    ],
    'consistency-not-checked': [
      "return termAt(log, prevLogIndex) === prevLogTerm || !settings.obeys['append.consistencyCheck'];",
      'return termAt(log, prevLogIndex) <= prevLogTerm;',
      'Figure 2, AppendEntries 2: the term at prevLogIndex is compared',
    ],
    'truncates-always': [
      "if (!t.server.settings.obeys['append.truncateOnlyOnConflict'])\n    log",
      'if (entries.length > 0)\n    log',
      'Figure 2, AppendEntries 3: only where an entry conflicts (M8)',
    ],
    'never-truncates': [
      'if (termAt(log, index) === entry.term) continue;',
      'continue;',
      'Figure 2, AppendEntries 3: the conflicting entry goes, and all that follow',
    ],
    'truncates-one-too-few': [
      'log = truncateAfter(log, index - 1);',
      'log = { ...truncateAfter(log, index - 1), length: index - log.snapshotIndex - 1 + Number(index % 5 === 4) };',
      'Figure 2, AppendEntries 3: the conflicting entry itself goes too',
    ],
    'commit-is-leader-commit': [
      '? prevLogIndex + entries.length\n    : lastIndex(log);',
      '? Infinity\n    : lastIndex(log);',
      'Figure 2, AppendEntries 5: min(leaderCommit, last new entry)',
    ],
    'commit-up-to-own-last': [
      '? prevLogIndex + entries.length\n    : lastIndex(log);',
      '? lastIndex(log)\n    : lastIndex(log);',
      'Figure 2, AppendEntries 5: the last new entry, not the last of the log',
    ],
    'commit-falls': [
      'if (learned <= commitIndex) return;',
      'if (learned === commitIndex) return;',
      'Figure 2, state: commitIndex increases monotonically',
    ],
    'success-says-own-last': [
      'matchIndex: prevLogIndex + entries.length',
      'matchIndex: lastIndex(t.server.log)',
      '§5.3: a success proves equal what was sent, no more',
    ],
    'candidate-stays-candidate': [
      "if (t.server.role !== 'follower' || t.server.leaderId !== leaderId) {",
      "if (t.server.role === 'follower' && t.server.leaderId !== leaderId) {",
      'Figure 2, candidates: AppendEntries from a new leader makes a follower',
    ],
    'timer-not-reset-by-leader': [
      '  hearLeader(t);\n',
      '',
      'Figure 2, followers: AppendEntries from the current leader restarts the timer',
    ],
    'configuration-waits-for-commit': [
      'latestConfiguration(log, t.server.initialConfiguration)',
      'latestConfiguration(log, t.server.initialConfiguration, t.server.commitIndex)',
      '§6: in force as soon as it stands in the log',
    ],
    'configuration-not-rolled-back': [
      'entries.some(isConfig) || holdsConfig(before, prevLogIndex + 1);',
      'entries.some(isConfig);',
      '§6: a configuration that is cut off is in force no more',
    ],
    'hint-one-too-far': [
      'isTooShort ? lastIndex(log) + 1 :',
      'isTooShort ? lastIndex(log) + 2 :',
      '§5.3, end: the first index that is missing',
    ],
  }),
  ...of('src/raft/log.ts', {
    'hint-term-begins-late': [
      'first > log.snapshotIndex + 1 && termAt(log, first - 1) === term',
      'first > log.snapshotIndex + 2 && termAt(log, first - 1) === term',
      '§5.3, end: the first index of the conflicting term',
    ],
  }),
  ...of('src/raft/replication.ts', {
    'match-is-what-was-probed': [
      'const matchIndex = Math.max(known.matchIndex, matched);',
      'const matchIndex = Math.max(known.matchIndex, known.nextIndex - 1);',
      'Figure 2, leaders: matchIndex is what the success proved',
    ],
    'match-falls': [
      'const matchIndex = Math.max(known.matchIndex, matched);',
      'const matchIndex = matched;',
      'Figure 2, state: matchIndex increases monotonically',
    ],
    'next-not-moved': [
      'Math.max(known.nextIndex, matchIndex + 1);',
      'known.nextIndex;',
      'Figure 2, leaders: if successful, update nextIndex',
    ],
    'next-skips-one': [
      'Math.max(known.nextIndex, matchIndex + 1);',
      'Math.max(known.nextIndex, matchIndex + 2);',
      'Figure 2, state: the next entry to send',
    ],
    'prev-term-of-the-last-entry': [
      'prevLogTerm: termAt(log, prevLogIndex),',
      'prevLogTerm: termAt(log, lastIndex(log)),',
      'Figure 2, AppendEntries: the term of the entry at prevLogIndex',
    ],
    'leader-commit-is-own-last': [
      'leaderCommit: commitIndex,',
      'leaderCommit: lastIndex(log),',
      "Figure 2, AppendEntries: the leader's commitIndex",
    ],
    'more-entries-than-allowed': [
      'prevLogIndex + room);',
      'prevLogIndex + room + Number(room > 0));',
      'the option maxEntriesPerAppend',
    ],
    'snapshot-though-entries-are-there': [
      'if (prevLogIndex < log.snapshotIndex) return',
      'if (log.snapshotIndex > 0 && prevLogIndex <= log.snapshotIndex) return',
      '§7: a snapshot is for what the leader has discarded',
    ],
    'rest-waits-for-heartbeat': [
      'return inFlight === 0 && hasMore;',
      'return inFlight === 0 && hasMore && searchHigh !== null;',
      'what a success leaves behind goes out at once',
    ],
  }),
  ...of('src/raft/progress.ts', {
    'new-leader-believes-in-matches': [
      '  matchIndex: 0,\n',
      '  matchIndex: last,\n',
      'Figure 2, leaders: matchIndex begins at 0 (M15)',
    ],
    'next-begins-at-last': [
      'nextIndex: last + 1,',
      'nextIndex: Math.max(1, last),',
      "Figure 2, leaders: nextIndex begins behind the leader's last entry",
    ],
  }),
  ...of('src/raft/backtracking.ts', {
    'stale-refusal-moves-next': [
      'if (refused !== known.nextIndex - 1 || refused <= known.matchIndex) return;',
      '',
      '§5.3: a late refusal speaks of an index that is behind us',
    ],
    'refusal-jumps-to-match': [
      'backTo(known, known.nextIndex - 1);',
      'backTo(known, known.matchIndex + 1);',
      '§5.3: decrement nextIndex',
    ],
    'doubled-refusal-heard': [
      'if (refused !== known.nextIndex - 1 || refused <= known.matchIndex) return;',
      'if (refused !== known.nextIndex - 1) return;',
      'what a server is known to hold is not looked for again',
    ],
    'conflict-term-one-too-far': [
      'shared > 0 ? shared + 1 : conflictIndex',
      'shared > 0 ? shared + 2 : conflictIndex',
      '§5.3, end: just behind the last entry of the conflicting term',
    ],
    'no-retry-after-a-refusal': [
      'if (leader.settings.retryRejectedAtOnce) sendTo',
      'if (!leader.settings.retryRejectedAtOnce) sendTo',
      'the option retryRejectedAtOnce',
    ],
  }),
  ...of('src/raft/commit.ts', {
    'older-terms-by-counting': [
      'termAt(leader.log, index) !== leader.currentTerm &&',
      'termAt(leader.log, index) > leader.currentTerm &&',
      '§5.4.2: only entries of the current term are committed by counting (M1)',
    ],
    'commits-one-short': [
      'own(t).commitIndex = index;',
      'own(t).commitIndex = Math.max(leader.commitIndex, index - 1);',
      'Figure 2, leaders: commitIndex = N',
    ],
    'own-copy-before-it-is-written': [
      'const matchOf = (id: ServerId): LogIndex => matchIndexOf(leader, id);',
      'const matchOf = (id: ServerId): LogIndex =>\n    id === leader.id ? lastIndex(leader.log) : matchIndexOf(leader, id);',
      'dissertation 10.2.1: an own copy counts once it is on disk',
    ],
    'alone-in-a-new-crew': [
      'if (completeChange(t)) advanceCommitIndex(t);',
      'completeChange(t);',
      'Figure 2, leaders: if such an N exists, commitIndex = N',
    ],
  }),
  ...of('src/raft/server.ts', {
    'leader-counts-twice': [
      'return leader.progress[id]?.matchIndex ?? 0;',
      'return leader.progress[id]?.matchIndex || lastIndex(leader.log);',
      'Figure 2, leaders: what nobody has confirmed does not count',
    ],
    'commit-survives-a-crash': [
      '    commitIndex: log.snapshotIndex,\n    lastApplied: log.snapshotIndex,\n',
      '    commitIndex: lastIndex(log),\n    lastApplied: log.snapshotIndex,\n',
      'Figure 2, state: commitIndex is volatile and begins at 0',
    ],
  }),
  ...of('src/raft/handlers/applyCommitted.ts', {
    'applies-before-commit': [
      'const last = Math.min(commitIndex, lastIndex(log));',
      'const last = lastIndex(log);',
      'Figure 2, all servers: only what is committed is applied',
    ],
    'skips-the-first-to-apply': [
      'first: lastApplied + 1, last });',
      'first: Math.max(2, lastApplied + 1), last });',
      'Figure 2, all servers: every entry, in order',
    ],
    'applies-the-last-twice': [
      'first: lastApplied + 1, last });',
      'first: Math.max(1, lastApplied), last });',
      'Figure 2, all servers: increment lastApplied',
    ],
  }),
  ...of('src/raft/handlers/clientRequest.ts', {
    'followers-take-commands': [
      "if (server.role !== 'leader' || server.transfer !== null) {",
      "if (server.role === 'candidate' || server.role === 'preCandidate') {",
      '§8: a server that does not lead refuses',
    ],
    'commands-during-a-transfer': [
      "if (server.role !== 'leader' || server.transfer !== null) {",
      "if (server.role !== 'leader') {",
      'dissertation 3.10: no requests while leadership is handed over',
    ],
    'redirect-to-itself': [
      "leader: server.role === 'leader' ? null : server.leaderId });",
      "leader: server.role === 'leader' ? null : server.id });",
      '§8: the leader it last heard from',
    ],
    'entry-of-the-wrong-term': [
      'term: currentTerm, payload',
      'term: Math.max(1, currentTerm - 1), payload',
      '§5.3: the term when the leader received it',
    ],
    'command-waits-for-heartbeat': [
      "  broadcast(t, 'news');\n",
      '',
      'a command makes its leader send at once',
    ],
  }),
];
