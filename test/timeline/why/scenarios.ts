/** A scenario for everything an answer can be about: what is done, what is asked then, and what the counterfactual changes. */
import { log as logs, type Switch } from '../../../src/raft/index.ts';
import { clientOf, type Event, isCut, type Options } from '../../../src/sim/index.ts';
import { type Question, recentOf, type Timeline } from '../../../src/timeline/index.ts';
import { alike } from '../../support/clusters.ts';
import { figure8 } from '../../support/figure8.ts';
import { type Cluster, running, world } from '../../support/world.ts';

export interface Scenario {
  readonly act: () => Cluster;
  readonly ask: (cluster: Cluster) => Question;
  /** What is so after the counterfactual was tried, and was not before; null: there is none. */
  readonly changed: ((timeline: Timeline) => boolean) | null;
}

type Fits = (event: Event) => boolean;

const steady: Partial<Options> = { latencyMs: [10, 10] };
const fresh = (count: number, options: Partial<Options> = {}): Cluster =>
  running(alike(count, {}), { options: { ...steady, ...options } });
const led = (count: number, options: Partial<Options> = {}, spares = 0): Cluster =>
  running(
    {
      ...alike(count, { currentTerm: 1 }),
      ...(spares === 0 ? {} : { [`S${count}`]: {} }),
      S1: { role: 'leader', currentTerm: 1 },
    },
    { options: { ...steady, ...options }, spares },
  );
const cutOff = (cluster: Cluster, name: string, ...from: readonly string[]): Cluster =>
  from.reduce((one, other) => one.cut(name, other), cluster);
/** S1 stands alone: the others do not hear it. */
const unheard = (options: Partial<Options> = {}): Cluster =>
  cutOff(
    fresh(3, { servers: { 0: { electionTimeoutMs: [100, 100] } }, ...options }),
    'S1',
    'S2',
    'S3',
  ).runUntil((c) => c.role('S1') !== 'follower');
/** S1 of three leads, took a command that reached nobody, and S2 leads term 2 in its place. */
const deposed = (): Cluster =>
  cutOff(led(3, { servers: { 1: { electionTimeoutMs: [150, 150] } } }).run(20), 'S1', 'S2', 'S3')
    .set('A', '1', { at: 'S1' })
    .runUntil((c) => c.role('S2') === 'leader');

/** S2 leads term 2 with an entry of term 1 that S3 lacks and does not get; S1 is down. */
const tooFew = (): Cluster =>
  led(3)
    .run(20)
    .cut('S1', 'S3')
    .set('A', '1')
    .run(12)
    .crash('S1')
    .timeout('S2')
    .run(21)
    .cut('S2', 'S3');

/** S1 of three leads and took a snapshot of what S3, which it does not reach, lacks; S3's timer is long. */
const compacted = (): Cluster =>
  led(3, { servers: { 2: { electionTimeoutMs: [900, 900] } } })
    .run(20)
    .cut('S1', 'S3')
    .set('A', '1')
    .run(60)
    .set('B', '2')
    .run(60)
    .snapshot('S1');

/** A leader that has committed its own removal. */
const removedItself = (): Cluster =>
  led(3, { membership: 'single', noop: true })
    .run(20)
    .set('A', '1')
    .run(60)
    .change('remove', 'S1')
    .runUntil((c) => c.role('S1') !== 'leader');

/** A leader that has heard no majority for an election timeout. */
const gaveUp = (): Cluster =>
  cutOff(led(3, { checkQuorum: true }).run(20), 'S1', 'S2', 'S3').runUntil(
    (c) => c.role('S1') === 'follower',
  );

/** A leader whose entry has taken the place of another at S3. */
const overwriting = (): Cluster =>
  running(
    {
      S1: { role: 'leader', currentTerm: 2, log: [1, 2] },
      S2: { currentTerm: 2, log: [1] },
      S3: { currentTerm: 2, log: [1, 1] },
    },
    { options: steady },
  ).run(60);

/** A server that asks first, and has one answer of four. */
const agreedOnce = (): Cluster =>
  fresh(5, { preVote: true })
    .run(160)
    .timeout('S1')
    .run(12)
    .drop('S3>S1')
    .drop('S4>S1')
    .drop('S5>S1')
    .run(10);

/** A follower that misses the snapshot it needs. */
const snapshotLost = (): Cluster =>
  compacted()
    .heal()
    .runUntil((c) => c.messages('S1>S3', { type: 'InstallSnapshotRequest' }).length > 0)
    .drop('S1>S3')
    .run(1);

/** What S2 answered S1 in term 1 arrives when S1 leads term 3, and S2, which crashed, has not answered since. */
const late = (rulesOff: readonly Switch[] = []): Cluster =>
  led(3)
    .options({}, rulesOff)
    .run(20)
    .set('A', '1')
    .run(12)
    .delay('S2>S1', 100)
    .timeout('S3')
    .run(40)
    .timeout('S1')
    .run(12)
    .crash('S2')
    .run(20);
const olderTerm: Fits = (one) =>
  at(0, 'AppendEntriesResponse')(one) &&
  one.envelope?.message.term === 1 &&
  one.after?.currentTerm === 3;

const server =
  (kind: 'role' | 'notLeader' | 'doesNotStand', name: string) =>
  (cluster: Cluster): Question => ({
    kind,
    server: cluster.id(name),
  });
const entry =
  (kind: 'committed' | 'notCommitted', name: string, index: number) =>
  (cluster: Cluster): Question => ({
    kind,
    server: cluster.id(name),
    index,
  });
const counted =
  (name: string, by: string) =>
  (cluster: Cluster): Question => ({
    kind: 'notCounted',
    server: cluster.id(name),
    leader: cluster.id(by),
  });
const noElection = (): Question => ({ kind: 'noElection' });
const event =
  (kind: 'voteGranted' | 'voteRefused' | 'overwritten' | 'refused' | 'event', fits: Fits) =>
  ({ events }: Cluster): Question => ({ kind, seq: events.findLast(fits)?.seq ?? 0 });
const waits = (): Question => ({ kind: 'clientWaits', client: 'c1' });
const reads = (): Question => ({ kind: 'readWaits', client: 'c1' });

const at =
  (id: number, type?: string): Fits =>
  ({ kind, server: acting, envelope }) =>
    kind === 'receive' && acting === id && (type === undefined || envelope?.message.type === type);
const ofKind =
  (kind: Event['kind'], id?: number): Fits =>
  (one) =>
    one.kind === kind && (id === undefined || one.server === id);

/** A message to a server is lost before anybody could have read it. */
const lostTo =
  (id: number): Fits =>
  ({ kind, reason, envelope }) =>
    kind === 'drop' && reason !== 'crashed' && envelope?.message.to === id;

/** A server answers a leader with no. */
const refuses =
  (id: number): Fits =>
  (one) =>
    at(id, 'AppendEntriesRequest')(one) &&
    one.sent.some(({ message }) => message.type === 'AppendEntriesResponse' && !message.success);

const runs =
  (id: number) =>
  ({ world: { conditions } }: Timeline) =>
    conditions[id] === 'running';
const hasRole =
  (id: number, ...roles: readonly string[]) =>
  ({ world: { servers } }: Timeline) =>
    roles.includes(servers[id]?.role ?? '');
const leads = (id: number) => hasRole(id, 'leader');
const leadsNot = (id: number) => (timeline: Timeline) => !leads(id)(timeline);
const stands = (id: number) => hasRole(id, 'candidate', 'preCandidate', 'leader');
const somebodyStands = ({ world: { servers } }: Timeline) =>
  servers.some(({ role }) => role === 'candidate');
const commits =
  (id: number, index: number) =>
  ({ world: { servers } }: Timeline) =>
    (servers[id]?.commitIndex ?? 0) >= index;
const commitsNot = (id: number, index: number) => (timeline: Timeline) =>
  !commits(id, index)(timeline);
const votesFor =
  (id: number, candidate: number) =>
  ({ world: { servers } }: Timeline) =>
    servers[id]?.votedFor === candidate;
const votesNotFor = (id: number, candidate: number) => (timeline: Timeline) =>
  !votesFor(id, candidate)(timeline);
const inTerm =
  (id: number, term: number) =>
  ({ world: { servers } }: Timeline) =>
    servers[id]?.currentTerm === term;
const counts =
  (leader: number, id: number) =>
  ({ world: { servers } }: Timeline) => {
    const one = servers[leader];
    return one?.role === 'leader' && (one.progress[id]?.matchIndex ?? 0) >= logs.lastIndex(one.log);
  };
const hasVote =
  (id: number) =>
  ({ world: { servers } }: Timeline) =>
    servers[0]?.configuration.voters.includes(id) ?? false;
const answered = ({ world: one }: Timeline) => clientOf(one, 'c1').completed.length > 0;
const taken = ({ world: one }: Timeline) =>
  clientOf(one, 'c1').replies.length === 0 &&
  one.servers.some(({ log }) => logs.lastIndex(log) > 0);
const follows =
  (id: number, leader: number) =>
  ({ world: { servers } }: Timeline) =>
    servers[id]?.leaderId === leader;
/** Entry `index` of `term` is committed. */
const commitsOf =
  (id: number, index: number, term: number) =>
  ({ world: { servers } }: Timeline) => {
    const one = servers[id];
    return one !== undefined && one.commitIndex >= index && logs.termAt(one.log, index) === term;
  };
const preVotes = (id: number, candidate: number) => (timeline: Timeline) =>
  recentOf(timeline).some(
    ({ server: acting, sent }) =>
      acting === id &&
      sent.some(
        ({ message }) =>
          message.to === candidate && message.type === 'PreVoteResponse' && message.voteGranted,
      ),
  );
const endsAt =
  (id: number, index: number) =>
  ({ world: { servers } }: Timeline) =>
    logs.lastIndex(servers[id]?.log ?? logs.emptyLog()) === index;

/** Whether a candidate has the vote of `id`. */
const granted =
  (candidate: number, id: number) =>
  ({ world: { servers } }: Timeline) => {
    const one = servers[candidate];
    return one !== undefined && 'votesGranted' in one && one.votesGranted.includes(id);
  };
const appliedNot =
  (id: number, index: number) =>
  ({ world: { servers } }: Timeline) =>
    (servers[id]?.lastApplied ?? 0) < index;
const sendsFrom =
  (leader: number, id: number, next: number) =>
  ({ world: { servers } }: Timeline) => {
    const one = servers[leader];
    return one?.role === 'leader' && one.progress[id]?.nextIndex === next;
  };
const holds =
  (id: number, index: number, term: number) =>
  ({ world: { servers } }: Timeline) =>
    logs.termAt(servers[id]?.log ?? logs.emptyLog(), index) === term;
const passes =
  (from: number, to: number) =>
  ({ world: one }: Timeline) =>
    !isCut(one, from, to);

export const scenarios: Readonly<Record<string, Scenario>> = {
  'a server is down': {
    act: () => led(3).run(20).crash('S2'),
    ask: server('role', 'S2'),
    changed: runs(1),
  },
  'a process stands still': {
    act: () => led(3).run(20).pause('S2'),
    ask: server('role', 'S2'),
    changed: runs(1),
  },
  'a server leads': {
    act: () => fresh(3).runUntil((c) => c.leader() !== null),
    ask: (c) => ({ kind: 'role', server: c.id(c.leader() ?? '') }),
    changed: (timeline) => timeline.world.servers.every(({ role }) => role !== 'leader'),
  },
  'a server has led from the start': {
    act: () => led(3).run(20),
    ask: server('role', 'S1'),
    changed: leadsNot(0),
  },
  'a candidate is unheard': { act: () => unheard(), ask: server('role', 'S1'), changed: leads(0) },
  'a pre-candidate is unheard': {
    act: () => unheard({ preVote: true }),
    ask: server('role', 'S1'),
    changed: leads(0),
  },
  'a candidate waits for votes under way': {
    act: () => fresh(3).timeout('S1').run(5),
    ask: server('role', 'S1'),
    changed: leads(0),
  },
  'a follower follows': {
    act: () => led(3).run(65),
    ask: server('role', 'S2'),
    changed: stands(1),
  },
  'a follower waits': {
    act: () => fresh(3).run(50),
    ask: server('role', 'S2'),
    changed: stands(1),
  },
  'a server that is down does not lead': {
    act: () => led(3).run(20).crash('S2'),
    ask: server('notLeader', 'S2'),
    changed: leads(1),
  },
  'a server without a vote does not lead': {
    act: () => led(4, {}, 1).run(20),
    ask: server('notLeader', 'S4'),
    changed: leads(3),
  },
  'nobody has stood': {
    act: () => fresh(3).run(50),
    ask: server('notLeader', 'S2'),
    changed: leads(1),
  },
  'another leads': { act: () => led(3).run(65), ask: server('notLeader', 'S2'), changed: leads(1) },
  'another leads, and this log is behind': {
    act: () => cutOff(led(3).run(20), 'S3', 'S1', 'S2').set('A', '1').run(40).heal(),
    ask: server('notLeader', 'S3'),
    changed: leads(2),
  },
  'a server that is down does not stand': {
    act: () => led(3).run(20).crash('S2'),
    ask: server('doesNotStand', 'S2'),
    changed: stands(1),
  },
  'a server without a vote does not stand': {
    act: () => led(4, {}, 1).run(20),
    ask: server('doesNotStand', 'S4'),
    changed: stands(3),
  },
  'a leader does not stand': {
    act: () => led(3).run(20),
    ask: server('doesNotStand', 'S1'),
    changed: hasRole(0, 'candidate'),
  },
  'a candidate does stand': {
    act: () => unheard(),
    ask: server('doesNotStand', 'S1'),
    changed: hasRole(0, 'follower'),
  },
  'timers run by hand': {
    act: () => world(alike(3, {})),
    ask: server('doesNotStand', 'S2'),
    changed: stands(1),
  },
  'the leader is heard': {
    act: () => led(3).run(65),
    ask: server('doesNotStand', 'S2'),
    changed: stands(1),
  },
  'a server has just restarted': {
    act: () => led(3).run(20).crash('S2').restart('S2'),
    ask: server('doesNotStand', 'S2'),
    changed: stands(1),
  },
  'everybody hears the leader': {
    act: () => led(3).run(60),
    ask: noElection,
    changed: somebodyStands,
  },
  'no timer has run out': { act: () => fresh(3).run(50), ask: noElection, changed: somebodyStands },
  'nobody runs': {
    act: () => fresh(3).run(10).crash('S1').crash('S2').crash('S3'),
    ask: noElection,
    changed: somebodyStands,
  },
  'a vote is free': {
    act: () => fresh(3).timeout('S1').run(15),
    ask: event('voteGranted', at(1, 'RequestVoteRequest')),
    changed: votesNotFor(1, 0),
  },
  'a vote is free, and the log newer': {
    act: () =>
      running(
        { S1: { currentTerm: 1, log: [1] }, S2: { currentTerm: 2 }, S3: {} },
        { options: steady },
      )
        .timeout('S1')
        .run(15),
    ask: event('voteGranted', at(1, 'RequestVoteRequest')),
    changed: votesNotFor(1, 0),
  },
  'a request is passed over': {
    act: () => led(3, { leaderStickiness: true }).run(60).timeout('S2').run(12),
    ask: event('voteRefused', at(2, 'RequestVoteRequest')),
    changed: votesFor(2, 1),
  },
  'a pre-vote is refused': {
    act: () => led(3, { preVote: true }).run(60).timeout('S2').run(12),
    ask: event('voteRefused', at(2, 'PreVoteRequest')),
    changed: preVotes(2, 1),
  },
  'the term is over': {
    act: () => fresh(3).timeout('S1').timeout('S1').timeout('S1').run(1).timeout('S2').run(10),
    ask: event('voteRefused', at(0, 'RequestVoteRequest')),
    changed: votesFor(0, 1),
  },
  'the vote went to another': {
    act: () => fresh(3).timeout('S1').run(2).timeout('S3').run(12),
    ask: event(
      'voteRefused',
      (one) => at(1, 'RequestVoteRequest')(one) && one.envelope?.message.from === 2,
    ),
    changed: votesFor(1, 2),
  },
  'the voter stood itself': {
    act: () => fresh(3).timeout('S1').run(2).timeout('S3').run(9),
    ask: event('voteRefused', at(2, 'RequestVoteRequest')),
    changed: votesFor(2, 0),
  },
  'the voter stood long before': {
    act: () =>
      cutOff(fresh(3), 'S3', 'S2')
        .cutOneWay('S3', 'S1')
        .run(20)
        .timeout('S3')
        .run(30)
        .timeout('S1')
        .run(12),
    ask: event('voteRefused', at(2, 'RequestVoteRequest')),
    changed: votesFor(2, 0),
  },
  'the log is behind': {
    act: () =>
      cutOff(led(3).run(20), 'S3', 'S1', 'S2')
        .set('A', '1')
        .run(40)
        .crash('S1')
        .heal()
        .timeout('S3')
        .run(12),
    ask: event('voteRefused', at(1, 'RequestVoteRequest')),
    changed: votesFor(1, 2),
  },
  'the log is behind from the start': {
    act: () =>
      running(
        { S1: { log: [1], currentTerm: 1 }, S2: { currentTerm: 1 }, S3: {} },
        { options: steady },
      )
        .timeout('S2')
        .run(12),
    ask: event('voteRefused', at(0, 'RequestVoteRequest')),
    changed: votesFor(0, 1),
  },
  'the commit is not known here yet': {
    act: () => led(3).run(20).set('A', '1').run(26),
    ask: entry('notCommitted', 'S2', 1),
    changed: commits(1, 1),
  },
  'an entry of an older term, on a majority (Figure 8)': {
    act: () => figure8('c'),
    ask: entry('notCommitted', 'S1', 2),
    changed: commits(0, 2),
  },
  'an entry of an older term, on all three': {
    act: () =>
      led(3).run(20).set('A', '1').run(12).crash('S1').timeout('S2').run(60).restart('S1').run(80),
    ask: entry('notCommitted', 'S2', 1),
    changed: commits(1, 1),
  },
  'three of five are out of reach': {
    act: () => cutOff(led(5).run(20), 'S1', 'S3', 'S4', 'S5').set('A', '1').run(60),
    ask: entry('notCommitted', 'S1', 1),
    changed: commits(0, 1),
  },
  'three of five are down, or stand still': {
    act: () => led(5).run(20).crash('S3').crash('S4').pause('S5').set('A', '1').run(60),
    ask: entry('notCommitted', 'S1', 1),
    changed: commits(0, 1),
  },
  'both copies are under way': {
    act: () => led(3).run(20).set('A', '1').run(5),
    ask: entry('notCommitted', 'S1', 1),
    changed: commits(0, 1),
  },
  'both copies were lost': {
    act: () => led(3).run(20).set('A', '1').run(1).drop('S1>S2').drop('S1>S3').run(1),
    ask: entry('notCommitted', 'S1', 1),
    changed: commits(0, 1),
  },
  'both links are cut one way': {
    act: () => led(3).run(20).cutOneWay('S2', 'S1').cutOneWay('S3', 'S1').set('A', '1').run(60),
    ask: entry('notCommitted', 'S1', 1),
    changed: commits(0, 1),
  },
  'an entry goes out with the next heartbeat': {
    act: () => led(3).run(20).set('A', '1').run(5).incr('B', { client: 'c2' }).run(1),
    ask: entry('notCommitted', 'S1', 2),
    changed: commits(0, 2),
  },
  'an entry of an older term, on too few': {
    act: () => tooFew().run(10),
    ask: entry('notCommitted', 'S2', 1),
    changed: commits(1, 1),
  },
  'the disk is slow': {
    act: () => led(3, { diskLatencyMs: 40 }).run(20).set('A', '1').run(5),
    ask: entry('notCommitted', 'S1', 1),
    changed: commits(0, 1),
  },
  'another leader goes without it': {
    act: () => deposed().heal().run(60),
    ask: entry('notCommitted', 'S1', 1),
    changed: commits(0, 1),
  },
  'nobody leads who holds it': {
    act: () => cutOff(led(3).run(20), 'S1', 'S2', 'S3').set('A', '1').run(5).crash('S1'),
    ask: entry('notCommitted', 'S1', 1),
    changed: commits(0, 1),
  },
  'the leader counted': {
    act: () => led(3).run(20).set('A', '1').run(30),
    ask: entry('committed', 'S1', 1),
    changed: commitsNot(0, 1),
  },
  'an older entry went with a newer one (Figure 8)': {
    act: () => figure8('e'),
    ask: entry('committed', 'S1', 2),
    changed: commitsNot(0, 2),
  },
  'the leader told': {
    act: () => led(3).run(20).set('A', '1').run(80),
    ask: entry('committed', 'S2', 1),
    changed: commitsNot(1, 1),
  },
  'it was committed from the start': {
    act: () => world({ S1: { currentTerm: 1, log: [1], commitIndex: 1 }, S2: {}, S3: {} }),
    ask: entry('committed', 'S1', 1),
    changed: null,
  },
  'an entry is overwritten (Figure 8)': {
    act: () => figure8('d'),
    ask: event('overwritten', (one) => one.server === 1 && one.rules.ids.includes('AE3')),
    changed: (timeline) => timeline.world.servers.some(({ commitIndex }) => commitIndex >= 2),
  },
  'an entry is overwritten after a partition': {
    act: () => deposed().set('B', '2', { at: 'S2', client: 'c2' }).heal().run(150),
    ask: event('overwritten', (one) => one.server === 0 && one.rules.ids.includes('AE3')),
    changed: commitsOf(0, 1, 1),
  },
  'a server without a vote does not count': {
    act: () => led(4, {}, 1).run(20),
    ask: counted('S4', 'S1'),
    changed: hasVote(3),
  },
  'a server counts': { act: () => led(3).run(80), ask: counted('S2', 'S1'), changed: null },
  'a server out of reach does not count': {
    act: () => led(3).run(20).cut('S1', 'S3').set('A', '1').run(60),
    ask: counted('S3', 'S1'),
    changed: counts(0, 2),
  },
  'a vote counts': {
    act: () => fresh(5).timeout('S1').run(12).drop('S3>S1').drop('S4>S1').drop('S5>S1').run(10),
    ask: counted('S2', 'S1'),
    changed: (timeline) => !granted(0, 1)(timeline),
  },
  'a vote is missing': { act: () => unheard(), ask: counted('S2', 'S1'), changed: votesFor(1, 0) },
  'a vote was refused': {
    act: () => fresh(5).crash('S4').crash('S5').timeout('S1').run(2).timeout('S3').run(22),
    ask: counted('S3', 'S1'),
    changed: votesFor(2, 0),
  },
  'a client asked a server that is down': {
    act: () => led(3).run(20).crash('S1').set('A', '1', { at: 'S1' }),
    ask: waits,
    changed: answered,
  },
  'a client asked a server that knows no leader': {
    act: () => fresh(3).run(20).set('A', '1', { at: 'S2' }),
    ask: waits,
    changed: answered,
  },
  'a client waits for a majority': {
    act: () => cutOff(led(3).run(20), 'S1', 'S2', 'S3').set('A', '1').run(20),
    ask: waits,
    changed: answered,
  },
  'a client waits for a leader that leads no more': {
    act: () => deposed().heal().run(60),
    ask: waits,
    changed: answered,
  },
  'a command is under way': {
    act: () => led(3, { clientLatencyMs: 40 }).run(20).set('A', '1').run(10),
    ask: waits,
    changed: taken,
  },
  'a read before the first commit of a term': {
    act: () =>
      running(
        {
          S1: { role: 'leader', currentTerm: 2, log: [1], commitIndex: 1 },
          S2: { currentTerm: 2, log: [1], commitIndex: 1 },
          S3: { currentTerm: 2, log: [1], commitIndex: 1 },
        },
        { options: { ...steady, reads: 'readIndex' } },
      )
        .run(20)
        .get('A', { at: 'S1' })
        .run(60),
    ask: reads,
    changed: answered,
  },
  'a read that no majority confirms': {
    act: () =>
      cutOff(
        led(3, { reads: 'readIndex' }).run(20).set('A', '1', { client: 'c2' }).run(80),
        'S1',
        'S2',
        'S3',
      )
        .get('A', { at: 'S1' })
        .run(20),
    ask: reads,
    changed: answered,
  },
  'a follower sends a client on': {
    act: () => led(3).run(60).set('A', '1', { at: 'S2' }),
    ask: event('refused', ofKind('client', 1)),
    changed: taken,
  },
  'nobody knows a leader': {
    act: () => fresh(3).run(20).set('A', '1', { at: 'S2' }),
    ask: event('refused', ofKind('client', 1)),
    changed: taken,
  },
  'a leader steps down': {
    act: () => led(3).run(60).timeout('S2').run(12),
    ask: event('event', (one) => one.server === 0 && one.rules.ids.includes('All2')),
    changed: inTerm(0, 1),
  },
  'a server hears of a newer term': {
    act: () => led(3).run(20).cut('S3', 'S2').timeout('S2').run(30).heal().run(55),
    ask: event('event', (one) => one.server === 2 && one.rules.ids.includes('All2')),
    changed: inTerm(2, 1),
  },
  'a server stands for the first time': {
    act: () => fresh(3).runUntil((c) => c.events.some(ofKind('electionTimeout'))),
    ask: event('event', ofKind('electionTimeout')),
    changed: hasRole(0, 'follower'),
  },
  'a server stands that does not hear its leader': {
    act: () =>
      cutOff(led(3).run(60), 'S3', 'S1').runUntil((c) =>
        c.events.some(ofKind('electionTimeout', 2)),
      ),
    ask: event('event', ofKind('electionTimeout', 2)),
    changed: hasRole(2, 'follower'),
  },
  'a server stands again': {
    act: () => unheard().runUntil((c) => c.term('S1') === 2),
    ask: event('event', ofKind('electionTimeout', 0)),
    changed: leads(0),
  },
  'a message is lost': {
    act: () => led(3).run(20).cut('S1', 'S2').run(40),
    ask: event('event', ofKind('drop')),
    changed: follows(1, 0),
  },
  'an entry is applied': {
    act: () => led(3).run(20).set('A', '1').run(30),
    ask: event('event', ofKind('apply', 0)),
    changed: appliedNot(0, 1),
  },
  'a leader beats': {
    act: () => led(3).run(60),
    ask: event('event', ofKind('heartbeat', 0)),
    changed: somebodyStands,
  },
  'a leader gives up': {
    act: gaveUp,
    ask: event('event', ofKind('heartbeat', 0)),
    changed: leads(0),
  },
  'a heartbeat arrives': {
    act: () => led(3).run(65),
    ask: event('event', at(1)),
    changed: ({ world: { timers } }) => (timers.dueAt[1] ?? 0) < 300,
  },
  'a server was crashed': {
    act: () => led(3).run(20).crash('S2'),
    ask: event('event', ofKind('crash')),
    changed: runs(1),
  },
  'one vote decides': {
    act: () =>
      fresh(3)
        .run(20)
        .crash('S3')
        .timeout('S1')
        .runUntil((c) => c.role('S1') === 'leader'),
    ask: server('role', 'S1'),
    changed: leadsNot(0),
  },
  'a vote is free in a much later term': {
    act: () => fresh(3).timeout('S1').timeout('S1').run(15),
    ask: event(
      'voteGranted',
      (one) => at(1, 'RequestVoteRequest')(one) && one.envelope?.message.term === 2,
    ),
    changed: votesNotFor(1, 0),
  },
  'the vote went to another long before': {
    act: () => fresh(3).cutOneWay('S1', 'S3').timeout('S1').run(15).timeout('S3').run(12),
    ask: event(
      'voteRefused',
      (one) => at(1, 'RequestVoteRequest')(one) && one.envelope?.message.from === 2,
    ),
    changed: votesFor(1, 2),
  },
  'an entry of an older term, and its leader stands still': {
    act: () =>
      led(3)
        .run(20)
        .set('A', '1')
        .run(12)
        .crash('S1')
        .timeout('S2')
        .run(60)
        .restart('S1')
        .run(80)
        .pause('S2'),
    ask: entry('notCommitted', 'S2', 1),
    changed: commits(1, 1),
  },
  'four of five are out of reach, one way or another': {
    act: () =>
      led(5).run(20).cut('S1', 'S2').crash('S3').crash('S4').crash('S5').set('A', '1').run(60),
    ask: entry('notCommitted', 'S1', 1),
    changed: commits(0, 1),
  },
  'both copies are held back': {
    act: () => led(3).run(20).set('A', '1').run(1).hold('S1>S2').hold('S1>S3'),
    ask: entry('notCommitted', 'S1', 1),
    changed: commits(0, 1),
  },
  'a client that asks again only by hand': {
    act: () =>
      world({ ...alike(3, { currentTerm: 1 }), S1: { role: 'leader', currentTerm: 1 } })
        .crash('S1')
        .set('A', '1', { at: 'S1' }),
    ask: waits,
    changed: answered,
  },
  'a server takes entries': {
    act: () => led(3).run(20).set('A', '1').run(12),
    ask: event('event', at(1)),
    changed: endsAt(1, 0),
  },
  'a server takes more entries': {
    act: () => led(3).run(20).set('A', '1').run(40).set('B', '2').run(12),
    ask: event('event', at(1)),
    changed: endsAt(1, 1),
  },
  'a server refuses a leader of old': {
    act: () => deposed().heal().run(40),
    ask: event('event', (one) => at(1, 'AppendEntriesRequest')(one)),
    changed: inTerm(1, 1),
  },
  'a server refuses what does not fit': {
    act: overwriting,
    ask: event('event', at(1, 'AppendEntriesRequest')),
    changed: null,
  },
  'a server refuses what differs': {
    act: overwriting,
    ask: event('event', at(2, 'AppendEntriesRequest')),
    changed: null,
  },
  'a server stands because somebody said so': {
    act: () => fresh(3).run(20).timeout('S1'),
    ask: event('event', ofKind('electionTimeout')),
    changed: (timeline) => !stands(0)(timeline),
  },
  'a message is dropped': {
    act: () => led(3).run(52).drop('S1>S2').run(1),
    ask: event('event', ofKind('drop')),
    changed: follows(1, 0),
  },
  'a message finds its server down': {
    act: () => led(3).run(52).crash('S2').run(10),
    ask: event('event', ofKind('drop')),
    changed: follows(1, 0),
  },
  'a read before the first commit of a term that was won': {
    act: () =>
      led(3, { reads: 'readIndex' })
        .run(20)
        .set('A', '1', { client: 'c2' })
        .run(80)
        .crash('S1')
        .timeout('S2')
        .run(40)
        .get('A', { at: 'S2' })
        .run(30),
    ask: reads,
    changed: answered,
  },
  'a candidate hears the leader of its term': {
    act: () => fresh(3).timeout('S1').run(2).timeout('S3').run(35),
    ask: event('event', (one) => one.rules.ids.includes('Can3')),
    changed: hasRole(2, 'candidate'),
  },
  'a leader learns of a copy': {
    act: () => led(5).run(20).set('A', '1').run(25),
    ask: event('event', (one) => one.server === 0 && one.envelope?.message.from === 1),
    changed: (timeline) => !counts(0, 1)(timeline),
  },
  'a leader hears again of a copy': {
    act: () => led(3).run(75),
    ask: event('event', at(0)),
    changed: null,
  },
  'a leader steps back in a log': {
    act: () =>
      running(
        {
          S1: { role: 'leader', currentTerm: 2, log: [1, 2] },
          S2: { currentTerm: 2, log: [1] },
          S3: { currentTerm: 2, log: [1, 1] },
        },
        { options: steady },
      ).run(75),
    ask: event('event', (one) => at(0)(one) && one.envelope?.message.from === 1),
    changed: sendsFrom(0, 1, 3),
  },
  'a candidate counts a vote': {
    act: () => fresh(5).timeout('S1').run(12).drop('S3>S1').drop('S4>S1').drop('S5>S1').run(10),
    ask: event('event', at(0)),
    changed: (timeline) => !granted(0, 1)(timeline),
  },
  'a candidate counts a refusal': {
    act: () => fresh(5).crash('S4').crash('S5').timeout('S1').run(2).timeout('S3').run(22),
    ask: event(
      'event',
      (one) =>
        at(0)(one) &&
        one.envelope?.message.from === 2 &&
        one.envelope.message.type === 'RequestVoteResponse',
    ),
    changed: votesFor(2, 0),
  },
  'a reply of an older term': {
    act: () => fresh(3).timeout('S1').run(12).timeout('S1').run(9),
    ask: event('event', at(0)),
    changed: leads(0),
  },
  'a server that is down, and behind, does not lead': {
    act: () => led(5).run(20).crash('S3').crash('S4').crash('S5').set('A', '1').run(60),
    ask: server('notLeader', 'S3'),
    changed: leads(2),
  },
  'a server counts, with what it holds': {
    act: () => led(3).run(20).set('A', '1').run(40),
    ask: counted('S2', 'S1'),
    changed: (timeline) => !counts(0, 1)(timeline),
  },
  'a server refuses, as it lacks what was lost to it on a cut link': {
    act: () =>
      led(3).run(20).cut('S1', 'S3').set('A', '1').run(80).crash('S1').timeout('S2').run(40),
    ask: event('event', refuses(2)),
    changed: holds(2, 1, 1),
  },
  'a server refuses, as it was down': {
    act: () =>
      led(3)
        .run(20)
        .crash('S3')
        .set('A', '1')
        .run(75)
        .crash('S1')
        .restart('S3')
        .timeout('S2')
        .run(40),
    ask: event('event', refuses(2)),
    changed: holds(2, 1, 1),
  },
  'a server refuses, as what came was dropped': {
    act: () =>
      led(3).run(20).set('A', '1').run(1).drop('S1>S3').run(20).crash('S1').timeout('S2').run(40),
    ask: event('event', refuses(2)),
    changed: holds(2, 1, 1),
  },
  'a server refuses, as it holds what nobody else does': {
    act: () =>
      deposed()
        .set('B', '2', { at: 'S2', client: 'c2' })
        .run(80)
        .crash('S2')
        .heal()
        .timeout('S3')
        .run(40),
    ask: event('event', refuses(0)),
    changed: commitsOf(0, 1, 1),
  },
  'a third server refuses a leader of old': {
    act: () => deposed().heal().run(40),
    ask: event(
      'event',
      (one) => at(2, 'AppendEntriesRequest')(one) && one.envelope?.message.from === 0,
    ),
    changed: inTerm(2, 1),
  },
  'a leader of old was slow': {
    act: () => led(3).run(52).delay('S1>S3', 80).timeout('S2').run(60),
    ask: event('event', refuses(2)),
    changed: inTerm(2, 1),
  },
  'a link loses some': {
    act: () => led(3, { lossRate: 0.9 }).run(55),
    ask: event('event', ofKind('drop')),
    changed: follows(2, 0),
  },
  'a link loses what nobody would have read': {
    act: () => led(3, { lossRate: 0.9 }).run(20).crash('S3').run(60),
    ask: event('event', lostTo(2)),
    changed: follows(2, 0),
  },
  'an answer given at once, when its server goes on, gets lost': {
    act: () => led(3).run(20).pause('S2').run(60).cutOneWay('S2', 'S1').resume('S2').run(1),
    ask: event('event', lostTo(0)),
    changed: (timeline) =>
      recentOf(timeline).some(
        ({ kind, time, envelope }) =>
          kind === 'receive' && time > 80 && envelope?.message.from === 1 && envelope.sentAt <= 81,
      ),
  },
  'a cut link leads to a server that is down': {
    act: () => led(3).run(20).cut('S1', 'S3').crash('S3').run(60),
    ask: event('event', lostTo(2)),
    changed: follows(2, 0),
  },
  'a link is cut': {
    act: () => led(3).run(20).cut('S1', 'S2'),
    ask: event('event', ofKind('cut')),
    changed: passes(0, 1),
  },
  'a write comes to the disk': {
    act: () => led(3, { diskLatencyMs: 40 }).run(20).set('A', '1').run(45),
    ask: event('event', ofKind('persist', 0)),
    changed: (timeline) => !runs(0)(timeline),
  },
  'a client waits, and its server cannot win alone': {
    act: () => led(3).run(20).crash('S1').crash('S2').crash('S3').set('A', '1', { at: 'S1' }),
    ask: waits,
    changed: null,
  },
  'a client waits for a leader of old, and nobody leads': {
    act: () => deposed().heal().run(60).crash('S2'),
    ask: waits,
    changed: answered,
  },
  'an answer is under way': {
    act: () => led(3, { clientLatencyMs: 40 }).run(20).set('A', '1').run(70),
    ask: waits,
    changed: answered,
  },
  'a read is sent away': {
    act: () => led(3, { reads: 'readIndex' }).run(60).get('A', { at: 'S2' }),
    ask: event('refused', ofKind('client', 1)),
    changed: (timeline) => clientOf(timeline.world, 'c1').replies.length === 0,
  },
  'a server was told to stand at once': {
    act: () => led(3).run(60).give({ type: 'transfer', target: 1 }).run(25),
    ask: event('event', (one) => at(1, 'TimeoutNowRequest')(one)),
    changed: hasRole(1, 'follower'),
  },
  'a vote comes that decides nothing any more': {
    act: () => fresh(3).timeout('S1').run(25),
    ask: event('event', at(0)),
    changed: null,
  },
  'a server asks whether it should stand': {
    act: () => fresh(3, { preVote: true }).runUntil((c) => c.role('S1') === 'preCandidate'),
    ask: event('event', ofKind('electionTimeout', 0)),
    changed: hasRole(0, 'follower'),
  },
  'a server asks because somebody said so': {
    act: () => fresh(3, { preVote: true }).timeout('S1'),
    ask: event('event', ofKind('electionTimeout', 0)),
    changed: hasRole(0, 'follower'),
  },
  'a server asks again whether it should stand': {
    act: () =>
      unheard({ preVote: true }).runUntil((c) =>
        c.events.some((e) => e.rules.ids.includes('Can4')),
      ),
    ask: event('event', ofKind('electionTimeout', 0)),
    changed: leads(0),
  },
  'a pre-vote is given': {
    act: () => fresh(3, { preVote: true }).timeout('S1').run(200).timeout('S1').run(12),
    ask: event('event', at(1, 'PreVoteRequest')),
    changed: (timeline) => !preVotes(1, 0)(timeline),
  },
  'a pre-vote counts, and decides nothing yet': {
    act: agreedOnce,
    ask: event('event', at(0, 'PreVoteResponse')),
    changed: (timeline) => !granted(0, 1)(timeline),
  },
  'a pre-vote is counted': {
    act: agreedOnce,
    ask: counted('S2', 'S1'),
    changed: (timeline) => !granted(0, 1)(timeline),
  },
  'a pre-vote is missing': {
    act: () => unheard({ preVote: true }),
    ask: counted('S2', 'S1'),
    changed: (timeline) =>
      granted(0, 1)(timeline) || leads(0)(timeline) || hasRole(0, 'candidate')(timeline),
  },
  'pre-votes were lost': {
    act: () =>
      fresh(3, { preVote: true }).run(160).timeout('S1').run(1).drop('S1>S2').drop('S1>S3').run(4),
    ask: server('role', 'S1'),
    changed: leads(0),
  },
  'enough pre-votes make a server stand': {
    act: () => fresh(3, { preVote: true }).runUntil((c) => c.role('S1') === 'candidate'),
    ask: event('event', at(0, 'PreVoteResponse')),
    changed: hasRole(0, 'preCandidate'),
  },
  'a pre-vote comes to a server that stands': {
    act: () =>
      fresh(3, { preVote: true })
        .runUntil((c) => c.role('S1') === 'candidate')
        .run(1),
    ask: event('event', at(0, 'PreVoteResponse')),
    changed: null,
  },
  'a server leads after pre-votes': {
    act: () => fresh(3, { preVote: true }).runUntil((c) => c.role('S1') === 'leader'),
    ask: server('role', 'S1'),
    changed: leadsNot(0),
  },
  'with PreVote a timer alone makes nobody stand while a leader is heard': {
    act: () => led(3, { preVote: true }).run(60),
    ask: server('role', 'S2'),
    changed: (timeline) => stands(1)(timeline) && inTerm(1, 2)(timeline),
  },
  'a leader passes over a request': {
    act: () => led(3, { leaderStickiness: true }).run(60).timeout('S2').run(12),
    ask: event('voteRefused', at(0, 'RequestVoteRequest')),
    changed: null,
  },
  'a vote is given twice': {
    act: () => fresh(3).timeout('S1').run(1).duplicate('S1>S2').run(10),
    ask: event('voteGranted', at(1, 'RequestVoteRequest')),
    changed: votesNotFor(1, 0),
  },
  'a vote waits for the disk': {
    act: () => fresh(3, { diskLatencyMs: 40 }).timeout('S1').run(62),
    ask: server('role', 'S1'),
    changed: null,
  },
  'a server leads, for its leader handed over': {
    act: () =>
      led(3)
        .run(60)
        .transfer('S2')
        .runUntil((c) => c.role('S2') === 'leader'),
    ask: server('role', 'S2'),
    changed: leadsNot(1),
  },
  'nobody stands yet who lost its leader': {
    act: () => cutOff(led(3).run(60), 'S1', 'S2', 'S3').run(120),
    ask: noElection,
    changed: somebodyStands,
  },
  'nobody stands yet whose leader stands still': {
    act: () => led(3).run(60).pause('S1').run(10),
    ask: noElection,
    changed: somebodyStands,
  },
  'a server that lost its leader does not stand yet': {
    act: () => cutOff(led(3).run(60), 'S1', 'S2', 'S3').run(120),
    ask: server('doesNotStand', 'S3'),
    changed: stands(2),
  },
  'a leader whose crew has grown since': {
    act: () =>
      led(5, {}, 2)
        .run(20)
        .timeout('S2')
        .run(40)
        .reconfigure('S1', 'S2', 'S3', 'S4', 'S5')
        .run(100),
    ask: server('role', 'S2'),
    changed: leadsNot(1),
  },
  'a candidate is passed over': {
    act: () => led(3, { leaderStickiness: true }).run(60).timeout('S2').run(32),
    ask: counted('S3', 'S2'),
    changed: null,
  },
  'a candidate from the start has asked nobody': {
    act: () =>
      running(
        { ...alike(3, { currentTerm: 1 }), S1: { role: 'candidate', currentTerm: 1 } },
        { options: steady },
      ).run(20),
    ask: counted('S2', 'S1'),
    changed: (timeline) => granted(0, 1)(timeline) || leads(0)(timeline),
  },
  'an answer to a snapshot arrives': {
    act: () => compacted().heal().run(75),
    ask: event('event', at(0, 'InstallSnapshotResponse')),
    changed: (timeline) => !counts(0, 2)(timeline),
  },
  'a client asked a leader that hands its office over': {
    act: () =>
      led(3)
        .run(20)
        .set('B', '1', { client: 'c2' })
        .run(60)
        .transfer('S2')
        .run(5)
        .set('A', '1', { at: 'S1' }),
    ask: waits,
    changed: answered,
  },
  'a leader that hands its office over sends a client away': {
    act: () => led(3).run(60).transfer('S2').run(5).set('A', '1', { at: 'S1' }),
    ask: event('refused', ofKind('client', 0)),
    changed: taken,
  },
  'an answer was lost': {
    act: () => led(3).run(20).set('A', '1', { loseReply: true }).run(60),
    ask: waits,
    changed: answered,
  },
  'a client asked a server that was down and is back': {
    act: () => led(3).run(20).crash('S2').set('A', '1', { at: 'S2' }).run(20).restart('S2').run(5),
    ask: waits,
    changed: answered,
  },
  'a client waits for a leader that crashed and is back': {
    act: () => led(3).run(20).set('A', '1').run(5).crash('S1').run(5).restart('S1').run(5),
    ask: waits,
    changed: answered,
  },
  'a client waits for a leader of long ago': {
    act: () => deposed().heal().run(60).timeout('S3').run(25),
    ask: waits,
    changed: answered,
  },
  'a removed leader commits its own removal': {
    act: removedItself,
    ask: entry('committed', 'S1', 2),
    changed: commitsNot(0, 2),
  },
  'a removed leader gives up its office': {
    act: removedItself,
    ask: event('event', (one) => one.rules.ids.includes('MC6')),
    changed: leads(0),
  },
  'a server that was removed': {
    act: removedItself,
    ask: server('role', 'S1'),
    changed: null,
  },
  'a learner': {
    act: () => led(4, {}, 1).run(20).change('addLearner', 'S4').run(80),
    ask: server('role', 'S4'),
    changed: (timeline) => stands(3)(timeline) && inTerm(3, 2)(timeline),
  },
  'a server has a vote and has not been told': {
    act: () =>
      led(5, {}, 2).run(20).cut('S1', 'S4').cut('S1', 'S5').reconfigure('S1', 'S4', 'S5').run(60),
    ask: server('doesNotStand', 'S4'),
    changed: stands(3),
  },
  'the new half of a joint configuration is out of reach': {
    act: () =>
      led(5, {}, 2).run(20).cut('S1', 'S4').cut('S1', 'S5').reconfigure('S1', 'S4', 'S5').run(60),
    ask: entry('notCommitted', 'S1', 1),
    changed: commits(0, 1),
  },
  'a change while another is under way': {
    act: () => led(5, {}, 2).run(20).change('add', 'S4').run(1).change('add', 'S5').run(1),
    ask: event('event', ofKind('reconfigure')),
    changed: ({ world: { servers } }) => servers[0]?.configuration.voters.includes(4) ?? false,
  },
  'a change before an entry of the term is committed': {
    act: () => led(4, { membership: 'single' }, 1).run(20).change('add', 'S4').run(1),
    ask: event('event', ofKind('reconfigure')),
    changed: hasVote(3),
  },
  'a change of two servers at once': {
    act: () =>
      led(5, { membership: 'single' }, 2)
        .run(20)
        .set('A', '1')
        .run(60)
        .reconfigure('S1', 'S2', 'S3', 'S4', 'S5')
        .run(1),
    ask: event('event', ofKind('reconfigure')),
    changed: null,
  },
  'a leader that gave up times again': {
    act: gaveUp,
    ask: server('doesNotStand', 'S1'),
    changed: stands(0),
  },
  'a leader gives up as the others do not run': {
    act: () =>
      led(3, { checkQuorum: true })
        .run(20)
        .pause('S2')
        .crash('S3')
        .runUntil((c) => c.role('S1') === 'follower'),
    ask: event('event', ofKind('heartbeat', 0)),
    changed: leads(0),
  },
  'a refusal that came twice': {
    act: () =>
      running(
        {
          S1: { role: 'leader', currentTerm: 2, log: [1, 2] },
          S2: { currentTerm: 2, log: [1] },
          S3: { currentTerm: 2, log: [1, 1] },
        },
        { options: steady },
      )
        .run(60)
        .duplicate('S2>S1')
        .run(15),
    ask: event('event', (one) => at(0)(one) && one.envelope?.copyOf !== null),
    changed: null,
  },
  'a success of an older term': {
    act: () => late(),
    ask: event('event', olderTerm),
    changed: null,
  },
  'a success of an older term that is believed, against the rule': {
    act: () => late(['reply.sameTerm']),
    ask: event('event', olderTerm),
    changed: (timeline) => !counts(0, 1)(timeline),
  },
  'a heartbeat is answered that a read waits for': {
    act: () =>
      led(3, { reads: 'readIndex', noop: true })
        .run(20)
        .set('A', '1', { client: 'c2' })
        .run(90)
        .get('A')
        .run(10)
        .deliver('S2>S1'),
    ask: event('event', at(0)),
    changed: ({ world: { servers } }) =>
      servers[0]?.role === 'leader' && (servers[0].reads?.pending.length ?? 0) > 0,
  },
  'a read waits for heartbeats under way': {
    act: () =>
      led(3, { reads: 'readIndex', noop: true })
        .run(20)
        .set('A', '1', { client: 'c2' })
        .run(90)
        .get('A')
        .run(2),
    ask: reads,
    changed: answered,
  },
  'a server takes a snapshot': {
    act: () => compacted().heal().run(65),
    ask: event('event', at(2, 'InstallSnapshotRequest')),
    changed: ({ world: { servers } }) => servers[2]?.log.snapshotIndex === 0,
  },
  'a server takes a snapshot in place of another log': {
    act: () =>
      running(
        {
          S1: { role: 'leader', currentTerm: 4, log: [1, 3, 3], commitIndex: 3 },
          S2: { currentTerm: 4, log: [1, 3, 3], commitIndex: 3 },
          S3: { currentTerm: 4, log: [1, 2, 2, 2, 2] },
        },
        { options: steady },
      )
        .run(1)
        .snapshot('S1')
        .run(80),
    ask: event('event', at(2, 'InstallSnapshotRequest')),
    changed: ({ world: { servers } }) => servers[2]?.log.snapshotIndex === 0,
  },
  'a snapshot comes twice': {
    act: () =>
      compacted()
        .heal()
        .runUntil((c) => c.messages('S1>S3', { type: 'InstallSnapshotRequest' }).length > 0)
        .duplicate('S1>S3')
        .run(15),
    ask: event(
      'event',
      (one) => at(2, 'InstallSnapshotRequest')(one) && one.envelope?.copyOf !== null,
    ),
    changed: null,
  },
  'a snapshot told what is committed': {
    act: () => compacted().heal().run(65),
    ask: entry('committed', 'S3', 2),
    changed: commitsNot(2, 2),
  },
  'a snapshot was lost': {
    act: snapshotLost,
    ask: counted('S3', 'S1'),
    changed: counts(0, 2),
  },
  'a message is dropped at the time it was sent': {
    act: snapshotLost,
    ask: event('event', ofKind('drop')),
    changed: ({ world: { servers } }) => (servers[2]?.log.snapshotIndex ?? 0) > 0,
  },
  'with PreVote a server that others would outrun': {
    act: () => led(3, { preVote: true, servers: { 2: { electionTimeoutMs: [160, 160] } } }).run(60),
    ask: server('doesNotStand', 'S2'),
    changed: (timeline) => stands(1)(timeline) && inTerm(1, 2)(timeline),
  },
  'nobody runs, and one stands still': {
    act: () => fresh(3).run(10).pause('S1').crash('S2').crash('S3'),
    ask: noElection,
    changed: somebodyStands,
  },
  'nobody stands yet, and one of the others lost its leader': {
    act: () => led(3).run(60).cut('S1', 'S2').run(120),
    ask: noElection,
    changed: somebodyStands,
  },
};
