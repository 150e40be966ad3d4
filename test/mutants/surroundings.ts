/** Planted bugs around the core: the state machine, crashes, disks, clients, and the properties themselves. */
import { type Mutant, of } from './mutant.ts';

export const surroundings: readonly Mutant[] = [
  ...of('src/kv/machine.ts', {
    'no-deduplication': [
      'const known = exactlyOnce ? answered(machine, command) : null;',
      'const known = null as Outcome | null;',
      '§8: a serial that was executed is not executed again',
    ],
    'later-serial-taken-for-known': [
      'session.serial >= serial ? session.outcome : null;',
      'session.serial >= serial - 1 ? session.outcome : null;',
      '§8: only what was executed is answered from the session',
    ],
    'cas-writes-always': [
      'if (current !== expected) return',
      'if (current === null) return',
      'a compare-and-set writes where the value is as expected',
    ],
    'session-not-kept': [
      'command.clientId === null\n',
      'command.clientId !== null\n',
      '§8: the latest serial of each client, with its answer',
    ],
  }),
  ...of('src/sim/act.ts', {
    'answers-before-it-applies': [
      "  if (input.type === 'clientRequest' && clients === null)\n",
      "  if (input.type === 'clientRequest' && clients === null && server.role === 'leader')\n    clients = answer(world, id, input.command.clientId, input.command.serial, { ok: true }, null);\n  if (input.type === 'clientRequest' && clients === null)\n",
      'Figure 2, leaders: respond after the entry is applied',
    ],
    'everybody-answers': [
      "if (server.role !== 'leader' || entry.term !== server.currentTerm) continue;",
      '',
      'Figure 2, leaders: the leader that took the command answers',
    ],
    'machine-not-restored': [
      'world.machines[server.id] = effect.data as Machine;',
      '',
      'Figure 13, 8: reset the state machine with the snapshot',
    ],
    'disk-not-waited-for': [
      'if (write !== null && waitsForDisk(effect)) {',
      'if (write !== null && waitsForDisk(effect) && world.time < 0) {',
      'Figure 2: on stable storage before responding',
    ],
  }),
  ...of('src/sim/disk.ts', {
    'votes-do-not-wait': [
      '  RequestVoteResponse: true,\n',
      '  RequestVoteResponse: false,\n',
      'Figure 2: votedFor is on stable storage before responding',
    ],
    'crash-keeps-what-is-not-written': [
      '  world.durable[after.id] ??= durablePart(before);\n',
      '  world.durable[after.id] ??= durablePart(after);\n',
      'a crash loses what was not durable yet',
    ],
    'disk-reorders': [
      'Math.max(roundMs(world.time + latency), lastWrite(world, after.id)?.at ?? 0);',
      'world.time + latency * (world.lastWriteId % 3);',
      'writes of one server are done in their order',
    ],
  }),
  ...of('src/sim/faults/crash.ts', {
    'vote-lost-in-a-crash': [
      "votedFor: isLost('votedFor') ? null : kept.votedFor,",
      'votedFor: null,',
      'Figure 2, persistent state: votedFor (M16)',
    ],
    'term-lost-in-a-crash': [
      "currentTerm: isLost('currentTerm') ? 0 : kept.currentTerm,",
      'currentTerm: Math.max(0, kept.currentTerm - 1),',
      'Figure 2, persistent state: currentTerm',
    ],
    'tail-lost-in-a-crash': [
      "log: isLost('log') ? logs.emptyLog() : kept.log,",
      "log: isLost('log') ? logs.emptyLog() : logs.truncateAfter(kept.log, logs.lastIndex(kept.log) - 1),",
      'Figure 2, persistent state: log',
    ],
    'machine-survives-a-crash': [
      'durable.snapshot === null ? emptyMachine : (durable.snapshot.data as Machine);',
      'durable.snapshot === null ? (world.machines[id] as Machine) : (durable.snapshot.data as Machine);',
      'Figure 2: a state machine is volatile, and made again from the log',
    ],
  }),
  ...of('src/sim/bus.ts', {
    'copies-are-not-copies': [
      'copy.copyOf = envelope.id;',
      'copy.copyOf = envelope.id; copy.message = { ...envelope.message, term: envelope.message.term + 1 };',
      'a copy says what the message said',
    ],
  }),
  ...of('src/sim/clocks.ts', {
    'every-clock-is-true': [
      '(time - clock.since) * clock.rate',
      '(time - clock.since)',
      'dissertation 6.4.1: clocks may run at different rates',
    ],
    'election-forgets-who-was-heard': [
      'mayHavePromised = world',
      'mayHavePromised = world.time < 0 && world',
      'dissertation 6.4.1: nobody is elected within a lease',
    ],
  }),
  ...of('src/sim/timers.ts', {
    'timeout-below-its-least': [
      'return at(min + share * (max - min));',
      'return at(share * max);',
      '§5.2: drawn from a fixed interval',
    ],
  }),
  ...of('src/check/electionSafety.ts', {
    'two-leaders-unseen': [
      'if (first === undefined || first === after.id) return null;',
      'if (first === undefined || first !== after.id) return null;',
      'Figure 3, Election Safety',
    ],
  }),
  ...of('src/check/leaderAppendOnly.ts', {
    'overwriting-leader-unseen': [
      "if (after.role !== 'leader' || before.log",
      "if (before.role !== 'leader' || before.log",
      'Figure 3, Leader Append-Only: also in the event of the election',
    ],
  }),
  ...of('src/check/logMatching.ts', {
    'log-matching-unseen': [
      'if (!logs.sameEntry(mine, theirs)) return false;\n',
      'if (!logs.sameEntry(mine, theirs)) return true;\n  if (index > 0) return true;\n',
      'Figure 3, Log Matching',
    ],
  }),
  ...of('src/check/leaderCompleteness.ts', {
    'committed-in-the-leaders-term-missing-unseen': [
      'committed.term < elected.term;',
      'committed.term < elected.term - 1;',
      'Figure 3, Leader Completeness: of all higher terms',
    ],
  }),
  ...of('src/check/stateMachineSafety.ts', {
    'different-entries-unseen': [
      'index = before.lastApplied + 1; index <= after.lastApplied;',
      'index = before.lastApplied + 2; index <= after.lastApplied;',
      'Figure 3, State Machine Safety',
    ],
  }),
  ...of('src/check/monotonicIndexes.ts', {
    'falling-commit-unseen': [
      "fallen(after, 'commitIndex', before.commitIndex, after.commitIndex) ??",
      '',
      'Figure 2, state: commitIndex increases monotonically',
    ],
  }),
  ...of('src/check/exactlyOnce.ts', {
    'double-execution-unseen': [
      'if (found === due) continue;',
      'if (found !== null) continue;',
      '§8: a command takes effect once',
    ],
  }),
  ...of('src/check/linearizability.ts', {
    'stale-read-unseen': [
      'if (left.size === 0) return false;',
      'if (left.size === 0) return true;',
      'dissertation 6.3: reads are linearizable',
    ],
  }),
  ...of('src/check/oneConfigChange.ts', {
    'second-change-unseen': [
      'if (earlier > after.commitIndex) {',
      'if (earlier > after.commitIndex + 1) {',
      '§6: one change at a time',
    ],
  }),
];
