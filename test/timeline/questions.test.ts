/** Which questions make sense of what a person points at, and where the annals find what an answer rests on. */
import { expect, test } from 'vitest';
import { plainSetup } from '../../src/sim/index.ts';
import { annalOf, lastWhere, type Sought } from '../../src/timeline/annalsRead.ts';
import {
  annalsOf,
  give,
  openTimeline,
  playTo,
  runOf,
  type Subject,
} from '../../src/timeline/index.ts';
import { answer, isWhyNot, questionsAt } from '../../src/timeline/why/index.ts';
import { alike } from '../support/clusters.ts';
import { figure8 } from '../support/figure8.ts';
import { timelineOf } from '../support/timelineOf.ts';
import { type Cluster, running } from '../support/world.ts';

const led = (): Cluster =>
  running(
    { ...alike(3, { currentTerm: 1 }), S1: { role: 'leader', currentTerm: 1 } },
    { options: { latencyMs: [10, 10] } },
  ).run(60);
const kinds = (cluster: Cluster, subject: Subject): string[] =>
  questionsAt(timelineOf(cluster), subject).map(({ kind }) => kind);

test('of a leader: why it leads, and why its next entry is not committed', () => {
  const server = { kind: 'server', server: 0 } as const;
  expect(kinds(led(), server)).toEqual(['role']);
  expect(kinds(led().set('A', '1'), server)).toEqual(['role', 'notCommitted']);
});

test('of a follower: what it is, and three things it is not', () => {
  expect(kinds(led(), { kind: 'server', server: 1 })).toEqual([
    'role',
    'notLeader',
    'doesNotStand',
    'notCounted',
  ]);
});

test('of an entry: why it is committed, or not, or what stood there before', () => {
  const entry = { kind: 'entry', server: 0, index: 1 } as const;
  expect(kinds(led(), entry)).toEqual([]);
  expect(kinds(led().set('A', '1'), entry)).toEqual(['notCommitted']);
  expect(kinds(led().set('A', '1').run(30), entry)).toEqual(['committed']);
  expect(kinds(figure8('d'), { kind: 'entry', server: 1, index: 2 })).toEqual([
    'notCommitted',
    'overwritten',
  ]);
});

test('of a client: why it waits, while it does', () => {
  const client = { kind: 'client', client: 'c1' } as const;
  expect(kinds(led().set('A', '1'), client)).toEqual(['clientWaits']);
  expect(kinds(led().set('A', '1').run(30), client)).toEqual([]);
  const reading = led().options({ reads: 'readIndex' }).cut('S1', 'S2').cut('S1', 'S3');
  expect(kinds(reading.get('A'), client)).toEqual(['readWaits']);
});

test('of a message: why it was sent; of a vote, why it was given', () => {
  const asking = led().timeout('S2').run(11);
  const vote = asking.world.queue.find(({ message }) => message.type === 'RequestVoteResponse');
  expect(kinds(asking, { kind: 'message', message: vote?.id ?? 0 })).toEqual(['voteGranted']);
  expect(kinds(asking, { kind: 'message', message: 99_999 })).toEqual([]);
});

test('of an event: what it was; of a vote that arrived, also how it was given', () => {
  const cluster = led().timeout('S2').run(25);
  const seqOf = (fits: (event: Cluster['events'][number]) => boolean): number =>
    cluster.events.find(fits)?.seq ?? 0;
  const arrived = seqOf(({ envelope }) => envelope?.message.type === 'RequestVoteResponse');
  const stood = seqOf(({ kind }) => kind === 'electionTimeout');
  expect(kinds(cluster, { kind: 'event', seq: arrived })).toEqual(['event', 'voteGranted']);
  expect(kinds(cluster, { kind: 'event', seq: stood })).toEqual(['event']);
  expect(kinds(cluster, { kind: 'event', seq: 99_999 })).toEqual([]);
});

test('an event that is not to be found, on this branch or yet, has no reason', () => {
  const timeline = timelineOf(led().timeout('S2').run(25));
  const { seq } = timeline.world;
  expect(answer(timeline, { kind: 'event', seq })).not.toBeNull();
  for (const gone of [seq + 1, 0]) {
    expect(answer(timeline, { kind: 'event', seq: gone })).toBeNull();
    expect(answer(timeline, { kind: 'voteGranted', seq: gone })).toBeNull();
  }
});

test('of the cluster: what waits, and why nobody stands', () => {
  expect(kinds(led(), { kind: 'cluster' })).toEqual(['noElection']);
  expect(kinds(led().set('A', '1'), { kind: 'cluster' })).toEqual([
    'notCommitted',
    'clientWaits',
    'noElection',
  ]);
  expect(isWhyNot.noElection).toBe(true);
});

test('the annals find the last event of a kind, as going through them one by one does', () => {
  const timeline = openTimeline(runOf(plainSetup(5, 7)));
  playTo(timeline, 1500);
  give(timeline, { type: 'crash', server: 2 });
  playTo(timeline, 4000);
  const annals = annalsOf(timeline);
  const wanted: readonly Sought[] = [
    { kind: 'crash' },
    { kind: 'crash', server: 3 },
    { kind: 'receive', server: 1, type: 'AppendEntriesRequest' },
    { from: 2, type: 'RequestVoteResponse' },
    { mark: 'elected' },
    { mark: 'granted', server: 4 },
    { rule: 'Can1' },
    { rule: 'AE3' },
  ];
  for (const until of [annals.last, annals.last - 300, annals.first]) {
    for (const sought of wanted) {
      let seq = until;
      while (seq >= annals.first && !fits(seq, sought)) seq -= 1;
      const expected = seq < annals.first ? null : seq;
      expect(lastWhere(annals, until, sought), JSON.stringify(sought)).toBe(expected);
    }
  }
  function fits(seq: number, { kind, server, from, type, mark, rule }: Sought): boolean {
    const annal = annalOf(annals, seq);
    return (
      (kind === undefined || annal.kind === kind) &&
      (server === undefined || annal.server === server) &&
      (from === undefined || annal.from === from) &&
      (type === undefined || annal.type === type) &&
      (mark === undefined || annal.has[mark]) &&
      (rule === undefined || (annal.rules.ids as readonly string[]).includes(rule))
    );
  }
});
