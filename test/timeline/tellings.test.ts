/** What is said of an event, for every sentence there is: a new one without an act here does not compile. */
import { expect, test } from 'vitest';
import { type TellingId, tellingOf } from '../../src/timeline/index.ts';
import { alike, fresh, led } from '../support/clusters.ts';
import {
  accepted,
  appendEntries,
  requestVote,
  setEntry,
  snapshotOf,
  vote,
} from '../support/logs.ts';
import { sentenceOf } from '../support/transcript.ts';
import { type Cluster, running, world } from '../support/world.ts';

const three = ['S1', 'S2', 'S3'];
const inTerm = (currentTerm: number, log: readonly number[] = []): Cluster =>
  world({ S1: { currentTerm, log }, S2: {}, S3: {} });
const message = { type: 'AppendEntriesRequest' };
const slow = { options: { clientLatencyMs: 5 } } as const;
const steady = (): Cluster =>
  running({ ...alike(3, { currentTerm: 1 }), S1: { role: 'leader', currentTerm: 1 } }, slow);

/** The act, and the sentence it leads to. */
const acts: Record<TellingId, [() => Cluster, string]> = {
  stands: [
    () => fresh(3).timeout('S1'),
    'S1 has heard from no leader for too long: it stands for election in term 1 and needs two of three votes, its own included.',
  ],
  mayNotStand: [
    () => world({ S1: {}, S2: {}, S3: {} }, { spares: 1 }).timeout('S3'),
    'S3 has heard from no leader for too long. It does not stand: it has no vote.',
  ],
  standsAgain: [
    () => fresh(3).timeout('S1').timeout('S1'),
    'S1 found no majority in time. It tries again in term 2 and needs two of three votes.',
  ],
  grantsVote: [
    () => fresh(3).receive('S2>S1', requestVote(1, 1)),
    'S1 gives S2 its one vote of term 1.',
  ],
  refusesVoteOldTerm: [
    () => inTerm(3).receive('S2>S1', requestVote(2, 1)),
    'S1 refuses S2 its vote: term 2 is over, S1 is in term 3.',
  ],
  refusesVoteGiven: [
    () => fresh(3).receive('S3>S1', requestVote(1, 2)).receive('S2>S1', requestVote(1, 1)),
    'S1 refuses S2 its vote: it gave it to S3 in term 1.',
  ],
  refusesVoteLog: [
    () => inTerm(1, [1]).receive('S2>S1', requestVote(2, 1)),
    'S1 refuses S2 its vote: its own log is more up to date.',
  ],
  countsVote: [
    () => fresh(5).timeout('S1').receive('S2>S1', vote(1)),
    'S1 counts the vote of S2: two of five, and it needs three.',
  ],
  countsRefusal: [
    () => fresh(3).timeout('S1').receive('S2>S1', vote(1, false)),
    'S2 has refused S1, which has one of three votes and needs two.',
  ],
  wins: [
    () => fresh(3).timeout('S1').receive('S2>S1', vote(1)),
    'S1 has two of three votes, a majority: it leads term 1.',
  ],
  ignoresReply: [
    () => fresh(3).receive('S2>S1', accepted(0, 0)),
    'S1 passes over the reply of S2: it answers a question nobody asks any more.',
  ],
  stepsDown: [
    () => led(3).receive('S2>S1', accepted(4, 0)),
    'S1 hears from S2 that there is a term 4: it no longer leads term 1 and becomes a follower.',
  ],
  adoptsTerm: [
    () => fresh(3).timeout('S1').receive('S2>S1', vote(4, false)),
    'S1 hears of term 4 from S2 and becomes a follower.',
  ],
  follows: [
    () => fresh(3).receive('S2>S1', appendEntries(1, 1)),
    'S1 follows S2, the leader of term 1.',
  ],
  hearsLeader: [
    () => fresh(3).receive('S2>S1', appendEntries(1, 1)).receive('S2>S1', appendEntries(1, 1)),
    'S1 hears from its leader S2 and starts its timer afresh.',
  ],
  appends: [
    () => fresh(3).receive('S2>S1', appendEntries(1, 1, [0, 0], [setEntry(1, 'A', '1')])),
    'S1 appends entry 1, SET A 1, as S2 sent it.',
  ],
  overwrites: [
    () => inTerm(2, [1, 1]).receive('S2>S1', appendEntries(2, 1, [1, 1], [2, 2])),
    "S1 drops the entries that differ from S2's log and takes entries 2 to 3 instead.",
  ],
  learnsCommit: [
    () => inTerm(1, [1, 1]).receive('S2>S1', appendEntries(1, 1, [2, 1], [], 2)),
    'S1 learns from S2 that everything up to entry 2 is committed.',
  ],
  refusesLeader: [
    () => inTerm(3).receive('S2>S1', appendEntries(2, 1)),
    'S1 refuses S2, which leads term 2: S1 is in term 3.',
  ],
  refusesGap: [
    () => inTerm(1).receive('S2>S1', appendEntries(1, 1, [3, 1])),
    'S1 refuses: S2 builds on entry 3, and the log of S1 is empty.',
  ],
  refusesConflict: [
    () => inTerm(2, [1]).receive('S2>S1', appendEntries(2, 1, [1, 2])),
    'S1 refuses: its entry 1 is of term 1, and S2 has one of term 2 there.',
  ],
  acknowledged: [
    () => led(5).set('A', '1').receive('S2>S1', accepted(1, 1)),
    'S2 has acknowledged entry 1. With S1’s own copy that makes two of five: one more, and S1 may commit it.',
  ],
  acknowledgedOldTerm: [
    () =>
      world({ S1: { role: 'leader', currentTerm: 2, log: [1] }, S2: {}, S3: {} }).receive(
        'S2>S1',
        accepted(2, 1),
      ),
    'S2 has acknowledged entry 1: two of three hold it. It is of term 1, so S1 may not commit it by counting.',
  ],
  acknowledgedKnown: [
    () => led(3).heartbeat('S1').receive('S2>S1', accepted(1, 0)),
    'S2 answers the heartbeat of S1.',
  ],
  commits: [
    () => led(3).set('A', '1').receive('S2>S1', accepted(1, 1)),
    'S2 has acknowledged: two of three hold entry 1. S1 commits it, SET A 1.',
  ],
  stepsBack: [
    () =>
      world({ S1: { role: 'leader', currentTerm: 1, log: [1, 1] }, S2: {}, S3: {} })
        .heartbeat('S1')
        .deliver('S1>S2')
        .deliver('S2>S1'),
    'S2 does not match S1 at entry 2: S1 tries again from entry 2.',
  ],
  asksFirst: [
    () => fresh(3, { options: { preVote: true } }).timeout('S1'),
    'S1 has heard from no leader for too long. Before it stands it asks who would vote for it in term 1: two of three must.',
  ],
  wouldVote: [
    () => fresh(3).receive('S2>S1', { ...requestVote(1, 1), type: 'PreVoteRequest' }),
    'S1 would vote for S2 in term 1.',
  ],
  wouldNotVote: [
    () => inTerm(1, [1]).receive('S2>S1', { ...requestVote(2, 1), type: 'PreVoteRequest' }),
    'S1 would not vote for S2 in term 2: it hears a leader, or its log is more up to date.',
  ],
  countsPreVote: [
    () =>
      fresh(5, { options: { preVote: true } })
        .timeout('S1')
        .deliver('S1>S2')
        .deliver('S2>S1'),
    'S2 has answered S1: two of five would vote for it, and it needs three.',
  ],
  standsOnPreVotes: [
    () =>
      fresh(3, { options: { preVote: true } })
        .timeout('S1')
        .deliver('S1>S2')
        .deliver('S2>S1'),
    'Two of three would vote for S1: it stands for election in term 1.',
  ],
  passesOver: [
    () =>
      fresh(3, { options: { leaderStickiness: true } })
        .receive('S2>S1', appendEntries(1, 1))
        .receive('S3>S1', requestVote(2, 2)),
    "S1 passes over S3's request: it has just heard its leader.",
  ],
  installsSnapshot: [
    () => fresh(3).receive('S2>S1', snapshotOf(5)),
    "S1 takes S2's snapshot of everything up to entry 5.",
  ],
  ignoresSnapshot: [
    () =>
      world({ S1: { log: [1, 1], commitIndex: 2 }, S2: {}, S3: {} }).receive(
        'S2>S1',
        snapshotOf(1),
      ),
    "S1 leaves S2's snapshot aside: everything up to entry 1 is committed there already.",
  ],
  snapshotTaken: [
    () =>
      world({ S1: { role: 'leader', log: [1, 1], commitIndex: 2 }, S2: {}, S3: {} }).receive(
        'S2>S1',
        { type: 'InstallSnapshotResponse', term: 1, lastIncludedIndex: 2 },
      ),
    'S2 has taken the snapshot of S1 and goes on from entry 3.',
  ],
  takesSnapshot: [
    () => world({ S1: { log: [1, 1], commitIndex: 2 }, S2: {} }).snapshot('S1'),
    'S1 keeps a snapshot instead of its log up to entry 2.',
  ],
  standsForTransfer: [
    () => fresh(3).receive('S2>S1', { type: 'TimeoutNowRequest', term: 1, leaderId: 1 }),
    'S2 hands over: S1 stands for election in term 2 at once.',
  ],
  transfers: [
    () => led(3).set('A', '1').transfer('S2'),
    "S1 will hand leadership to S2: it takes no more commands and brings S2's log up to date.",
  ],
  asksToStand: [
    () => led(3).transfer('S2'),
    'S1 hands leadership to S2 and asks it to stand at once.',
  ],
  changesCrew: [
    () =>
      led(3, { options: { membership: 'single' } })
        .set('A', '1')
        .settle()
        .change('remove', 'S3'),
    'S1 appends a new configuration, in force at once: S1, S2.',
  ],
  changesCrewJointly: [
    () => led(3).change('remove', 'S3'),
    'S1 appends a joint configuration, in force at once: a majority of S1, S2, S3 and a majority of S1, S2 must agree.',
  ],
  completesCrew: [
    () => led(3).change('remove', 'S3').deliver('S1>S2').deliver('S2>S1'),
    'S2 has acknowledged: a majority of S1, S2, S3 and one of S1, S2 hold entry 1. S1 commits it and appends entry 2, from which S1, S2 decide alone.',
  ],
  leavesOffice: [
    () => led(3).change('remove', 'S1').settle(),
    'S3 has acknowledged: a majority of S2, S3 holds entry 2. S1 commits it, takes no part any more, and no longer leads term 1.',
  ],
  acknowledgedJointly: [
    () => led(5).reconfigure('S1', 'S2', 'S3').deliver('S1>S2').deliver('S2>S1'),
    'S2 has acknowledged entry 1: two of the old five and two of the new three hold it. S1 needs a majority of both.',
  ],
  commitsJointly: [
    () => led(3).set('A', '1').change('remove', 'S3').deliver('S1>S2').deliver('S2>S1'),
    'S2 has acknowledged: two of the old three and two of the new two hold entry 1. S1 commits it, SET A 1.',
  ],
  asksOnceCaughtUp: [
    () => led(3).set('A', '1').transfer('S2').deliver('S1>S2').deliver('S2>S1'),
    'S2 has all of S1’s log: S1 asks it to stand at once.',
  ],
  refusesCrew: [
    () => led(3).change('remove', 'S3').change('add', 'S3'),
    'S1 does not change the configuration: the change before it is not complete.',
  ],
  losesQuorum: [
    () =>
      led(3, { options: { checkQuorum: true } })
        .run(151)
        .heartbeat('S1'),
    'S1 has heard no majority for an election timeout: it no longer leads term 1.',
  ],
  writes: [
    () =>
      led(3, { options: { diskLatencyMs: 5 } })
        .set('A', '1')
        .run(5),
    'What S1 wrote is durable.',
  ],
  heartbeats: [() => led(3).heartbeat('S1'), 'S1 sends heartbeats: it leads term 1.'],
  clientAppended: [
    () => led(3).set('A', '1'),
    'c1 asks S1 for SET A 1. S1 appends it as entry 1, and c1 waits.',
  ],
  clientRetried: [
    () => led(3).set('A', '1').retry('c1', 'S1'),
    'c1 asks again, now S1, for SET A 1 (attempt 2). S1 appends it as entry 2.',
  ],
  clientRedirected: [
    () => led(3).heartbeat('S1').settle().ask({ type: 'get', key: 'A' }, { at: 'S2' }),
    'S2 does not lead: it sends c1 with GET A on to S1.',
  ],
  clientRefused: [
    () => fresh(3).ask({ type: 'delete', key: 'A' }),
    'S1 does not lead and knows nobody who does: c1 keeps DELETE A and waits.',
  ],
  clientWaitsForTransfer: [
    () => led(3).set('A', '1').transfer('S2').set('B', '2', { client: 'c2' }),
    'S1 is handing leadership to S2 and takes no commands: c2 keeps SET B 2 and waits.',
  ],
  clientUnheard: [
    () => led(3).crash('S1').set('A', '1', { at: 'S1' }),
    'c1 sends SET A 1 to S1, which does not run: no answer.',
  ],
  clientQueued: [
    () => led(3).set('A', '1').ask({ type: 'cas', key: 'A', expected: '1', value: '2' }),
    'c1 keeps CAS A 1 2 until the command before it is answered.',
  ],
  clientSent: [() => steady().set('A', '1'), 'c1 sends SET A 1 to S1.'],
  clientAnswered: [() => steady().incr('n').run(45), 'S1 answers c1: INCR n gives 1.'],
  applies: [
    () => inTerm(1, [1, 1]).receive('S2>S1', appendEntries(1, 1, [2, 1], [], 2)),
    'S1 applies entries 1 to 2 to its state machine.',
  ],
  appliesAndAnswers: [
    () => led(3).ask({ type: 'get', key: 'A' }).settle(),
    'S1 applies entry 1, GET A, and answers c1: (nil).',
  ],
  crashes: [
    () => led(3).crash('S1'),
    'S1 crashes, and it was the leader. Term, vote and log are on its disk; all else is gone.',
  ],
  restarts: [
    () => inTerm(2, [1]).crash('S1').restart('S1'),
    'S1 restarts as a follower with what its disk kept: term 2, 1 entry.',
  ],
  pauses: [() => fresh(3).pause('S1'), 'The process of S1 stands still: what is sent to it waits.'],
  resumes: [
    () => fresh(3).pause('S1').resume('S1'),
    'S1 runs again and reads what has waited for it.',
  ],
  cuts: [() => fresh(3).cutOneWay('S1', 'S2'), 'The link S1→S2 is cut: what was on it is lost.'],
  heals: [
    () =>
      fresh(3).give({
        type: 'heal',
        links: [
          [0, 1],
          [1, 0],
        ],
      }),
    'The link S1–S2 works again.',
  ],
  healsAll: [() => fresh(3).heal(), 'All links work again.'],
  loses: [
    () => fresh(3, { options: { lossRate: 1 } }).timeout('S1'),
    'The RequestVoteRequest from S1 to S2 is lost.',
  ],
  losesOnCut: [
    () => led(3).cut('S1', 'S2').heartbeat('S1'),
    'The AppendEntriesRequest from S1 to S2 is lost: the link is cut.',
  ],
  losesAtCrashed: [
    () => led(3).crash('S2').heartbeat('S1').deliver('S1>S2'),
    'The AppendEntriesRequest from S1 to S2 is lost: S2 is down.',
  ],
  dropsOnCommand: [
    () => led(3).heartbeat('S1').drop('S1>S3', message),
    'The AppendEntriesRequest from S1 to S3 is dropped.',
  ],
  duplicates: [
    () => led(3).heartbeat('S1').duplicate('S1>S3'),
    'The AppendEntriesRequest from S1 to S3 will arrive twice.',
  ],
  injects: [
    () => led(3).give({ type: 'inject', message: { ...appendEntries(1, 0), from: 0, to: 1 } }),
    'The AppendEntriesRequest from S1 to S2 is forged and on its way.',
  ],
  holds: [
    () => led(3).heartbeat('S1').hold('S1>S2'),
    'The AppendEntriesRequest from S1 to S2 is held back.',
  ],
  delays: [
    () => led(3).heartbeat('S1').delay('S1>S2', 250),
    'The AppendEntriesRequest from S1 to S2 is delayed: it arrives at 0.250 s.',
  ],
  options: [() => fresh(3).options({ noop: true }), 'The conditions have changed.'],
};

test.each(Object.entries(acts))('%s', (id, [act, sentence]) => {
  const { events } = act();
  const told = events.filter((event) => tellingOf(event, three)?.id === id);
  expect(told.map((event) => sentenceOf(event, [...three, 'S4', 'S5']))).toContain(sentence);
});

test('a telling carries the rules that the event obeyed', () => {
  const { last } = fresh(3).timeout('S1');
  expect(tellingOf(last, three)?.rules).toEqual(['Fol2', 'Can1']);
});

test('of answers the notation is that of the whole house', () => {
  const cluster = led(1).set('A', '1');
  cluster.ask({ type: 'cas', key: 'A', expected: '0', value: '2' }).ask({ type: 'get', key: 'A' });
  const told = cluster.events.map((event) => sentenceOf(event, three));
  expect(told).toContain('S1 applies entry 2, CAS A 0 2, and answers c1: FAILED 1.');
  expect(told).toContain('S1 applies entry 3, GET A, and answers c1: 1.');
});

test('what is said of nothing that matters is nothing', () => {
  expect(tellingOf(led(3).timeout('S1').last, three)).toBeNull();
});

test('rules that are switched off are named, each time conditions change', () => {
  const { last } = fresh(3).options({}, ['commit.currentTerm']);
  expect(sentenceOf(last, three)).toBe(
    'The conditions have changed: commit.currentTerm is off, so this is a modified Raft.',
  );
});

/** Five servers, of which S2 holds the joint configuration that leaves out S4 and S5; S1 led, and is down. */
const halfway = (preVote = false): Cluster =>
  led(5, { options: { preVote } }).reconfigure('S1', 'S2', 'S3').deliver('S1>S2').crash('S1');
const jointly: Record<string, [() => Cluster, string]> = {
  stands: [
    () => halfway().timeout('S2'),
    'S2 has heard from no leader for too long: it stands for election in term 2 and needs three of the old five and two of the new three votes, its own included.',
  ],
  standsAgain: [
    () => halfway().timeout('S2').timeout('S2'),
    'S2 found no majority in time. It tries again in term 3 and needs three of the old five and two of the new three votes.',
  ],
  countsVote: [
    () => halfway().timeout('S2').receive('S4>S2', vote(2)),
    'S2 counts the vote of S4: two of the old five and one of the new three, and it needs a majority of each.',
  ],
  countsRefusal: [
    () => halfway().timeout('S2').receive('S4>S2', vote(2, false)),
    'S4 has refused S2, which has one of the old five and one of the new three votes and needs a majority of each.',
  ],
  wins: [
    () => halfway().timeout('S2').receive('S4>S2', vote(2)).receive('S3>S2', vote(2)),
    'S2 has three of the old five and two of the new three votes, a majority of each: it leads term 2.',
  ],
  asksFirst: [
    () => halfway(true).timeout('S2'),
    'S2 has heard from no leader for too long. Before it stands it asks who would vote for it in term 2: three of the old five and two of the new three must.',
  ],
  countsPreVote: [
    () => halfway(true).timeout('S2').deliver('S2>S4').deliver('S4>S2'),
    'S4 has answered S2: two of the old five and one of the new three would vote for it, and it needs a majority of each.',
  ],
  standsOnPreVotes: [
    () =>
      halfway(true)
        .timeout('S2')
        .deliver('S2>S4')
        .deliver('S4>S2')
        .deliver('S2>S3')
        .deliver('S3>S2'),
    'Three of the old five and two of the new three would vote for S2: it stands for election in term 2.',
  ],
};

test.each(Object.entries(jointly))('of both halves of a joint configuration: %s', (id, told) => {
  const [act, sentence] = told;
  const five = [...three, 'S4', 'S5'];
  const said = act().events.filter((event) => tellingOf(event, five)?.id === id);
  expect(said.map((event) => sentenceOf(event, five))).toContain(sentence);
});
