/** What can be done to a member, what stands in the way, and what the inspector says of it. */
import { expect, test } from 'vitest';
import { leaderOf, type Options, paperOptions, plainSetup } from '../../src/sim/index.ts';
import { createSession, type Session } from '../../src/store/index.ts';
import { openTimeline, recentOf, runOf, tellingOf } from '../../src/timeline/index.ts';
import { firstSides } from '../../src/ui/dialogs/Partition.tsx';
import {
  durableFacts,
  officeFacts,
  sessionFacts,
  volatileFacts,
} from '../../src/ui/inspector/serverFacts.ts';
import { crewVerbs, lossVerbs } from '../../src/ui/stage/crewVerbs.ts';
import { tellings } from '../../src/words/index.ts';

/** Three servers and two spares, with a leader. */
function cluster(options: Partial<Options> = {}): { session: Session; leader: number } {
  const setup = { ...plainSetup(5, 7, { ...paperOptions, noop: true, ...options }), spares: 2 };
  const session = createSession({ timeline: openTimeline(runOf(setup)) });
  session.seek(600);
  return { session, leader: leaderOf(worldOf(session)) as number };
}

const timelineOf = (session: Session) => session.store.getState().timeline;
const worldOf = (session: Session) => timelineOf(session).world;
const verbsOf = (session: Session, id: number) => crewVerbs(session, worldOf(session), id);
const verb = (session: Session, id: number, name: string) =>
  verbsOf(session, id).find((one) => one.id === name);
const factsOf = (facts: readonly (readonly [string, string | number])[]) =>
  Object.fromEntries(facts);

/** The sentence about the last event. */
function told(session: Session): string {
  const timeline = timelineOf(session);
  const { run } = timeline;
  const telling = tellingOf(recentOf(timeline).at(-1)!, run.setup.names);
  if (telling === null) return '';
  return (tellings[telling.id] as (params: unknown) => string)(telling.params);
}

test('a server has the verbs of its part: leave, be promoted, or join in either way', () => {
  const { session, leader } = cluster();
  expect(verbsOf(session, leader).map(({ id }) => id)).toEqual(['transfer', 'remove', 'snapshot']);
  expect(verbsOf(session, 3).map(({ id }) => id)).toEqual([
    'transfer',
    'add',
    'addLearner',
    'snapshot',
  ]);
  verb(session, 3, 'addLearner')?.run();
  expect(verbsOf(session, 3).map(({ id }) => id)).toContain('promote');
});

test('leadership can be handed to a voter that runs, and to nobody else', () => {
  const { session, leader } = cluster();
  const other = (leader + 1) % 3;
  const isPossible = (id: number) => verb(session, id, 'transfer')?.isPossible;
  expect([leader, other, 3].map(isPossible)).toEqual([false, true, false]);
  verb(session, other, 'transfer')?.run();
  session.seek(worldOf(session).time + 100);
  expect(leaderOf(worldOf(session))).toBe(other);
});

test('while a change is under way the menu says so, and so does the leader that refuses another', () => {
  const { session } = cluster();
  expect(verb(session, 3, 'add')?.note).toBeUndefined();
  verb(session, 3, 'add')?.run();
  expect(verb(session, 4, 'add')?.note).toBe('a change is under way: entry 2');
  verb(session, 4, 'add')?.run();
  expect(told(session)).toMatch(
    /does not change the configuration: the change before it is not complete/,
  );
});

test('a leader says why it refuses: no entry of its own, more than one at a time, nobody left', () => {
  const { session, leader } = cluster({ noop: false, membership: 'single' });
  verb(session, 3, 'add')?.run();
  expect(told(session)).toMatch(/it has committed nothing of its own term yet\.$/);
  session.do({ type: 'request', client: 'c1', operation: { type: 'set', key: 'A', value: '1' } });
  session.seek(worldOf(session).time + 200);
  session.do({ type: 'reconfigure', change: { kind: 'set', voters: [0, 1, 2, 3, 4] } });
  expect(told(session)).toMatch(/it changes one voter at a time\.$/);
  session.do({ type: 'reconfigure', change: { kind: 'addLearner', server: leader } });
  expect(told(session)).toMatch(/no voter becomes a learner\.$/);
});

test('with nobody to lead no change is possible, and a snapshot needs something new', () => {
  const { session, leader } = cluster();
  expect(verb(session, leader, 'snapshot')).toMatchObject({
    isPossible: true,
    note: 'through entry 1',
  });
  verb(session, leader, 'snapshot')?.run();
  expect(verb(session, leader, 'snapshot')?.isPossible).toBe(false);
  session.do({ type: 'crash', server: leader });
  expect(verb(session, 3, 'add')).toMatchObject({ isPossible: false });
});

test('a server that is down can come back without part of its disk', () => {
  const { session, leader } = cluster();
  expect(lossVerbs(session, worldOf(session), leader)).toEqual([]);
  session.do({ type: 'crash', server: leader });
  const verbs = lossVerbs(session, worldOf(session), leader);
  expect(verbs.map(({ id }) => id)).toEqual(['votedFor', 'currentTerm', 'log', 'all']);
  verbs[3]?.run();
  expect(worldOf(session).servers[leader]).toMatchObject({ currentTerm: 0, votedFor: null });
});

test('the inspector says who takes part and since which entry, and what is outside', () => {
  const { session, leader } = cluster();
  verb(session, 3, 'addLearner')?.run();
  expect(told(session)).toMatch(/: S1, S2, S3; without a vote S4\.$/);
  const facts = () => factsOf(durableFacts(worldOf(session), worldOf(session).servers[leader]!));
  expect(facts()).toMatchObject({
    configuration: 'S1, S2 and S3; learning: S4',
    'in force since': 'entry 2, not committed yet',
  });
  session.seek(worldOf(session).time + 100);
  expect(facts()['in force since']).toBe('entry 2, committed');
  const role = (id: number) =>
    factsOf(volatileFacts(worldOf(session), worldOf(session).servers[id]!)).role;
  expect([role(3), role(4)]).toEqual(['learner', 'follower, not in the configuration']);
});

test('the inspector counts what is durable, and names what a crash would take', () => {
  const { session, leader } = cluster({ diskLatencyMs: 40 });
  session.seek(900);
  for (const value of ['1', '2', '3'])
    session.do({
      type: 'request',
      client: `c${value}`,
      operation: { type: 'set', key: 'A', value },
    });
  const { servers } = worldOf(session);
  expect(factsOf(durableFacts(worldOf(session), servers[leader]!))['durable so far']).toBe(
    '1 of 4 entries durable',
  );
});

test('the inspector lists sessions, the reads that wait, the lease, and a transfer', () => {
  const { session, leader } = cluster({ reads: 'lease' });
  session.do({ type: 'request', client: 'c1', operation: { type: 'incr', key: 'n' } });
  session.seek(worldOf(session).time + 100);
  const own = () => worldOf(session).servers[leader]!;
  expect(factsOf(sessionFacts(worldOf(session), own()))).toEqual({
    c1: 'command 1, answered: 1',
  });
  expect(factsOf(officeFacts(worldOf(session), own()))['lease left']).toMatch(/^\d+ ms$/);
  session.do({ type: 'transfer', target: (leader + 1) % 3 });
  session.do({ type: 'request', client: 'c2', operation: { type: 'get', key: 'n' } });
  const facts = factsOf(officeFacts(worldOf(session), own()));
  expect(facts.transfer).toMatch(/was asked to stand$/);
  expect(facts['lease left']).toBe('none');
});

test('a partition starts with a quorum on the first side, counted of the voters', () => {
  const five = { voters: [0, 1, 2, 3, 4], outgoing: null, learners: [] };
  expect(firstSides(five, 5)).toEqual([0, 0, 0, 1, 1]);
  expect(firstSides({ ...five, voters: [0, 2, 4] }, 5)).toEqual([0, 0, 0, 1, 1]);
  expect(firstSides({ ...five, outgoing: [0, 1, 2], voters: [2, 3, 4] }, 5)).toEqual([
    0, 0, 0, 0, 1,
  ]);
});
