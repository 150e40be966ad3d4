/** Each property holds until the very event that breaks it, and names both facts that collide. */
import { describe, expect, test } from 'vitest';
import { look, openChecks, propertyNames, type Violation } from '../../src/check/index.ts';
import { type Entry, freshProgress, votersOnly } from '../../src/raft/index.ts';
import type { Event } from '../../src/sim/index.ts';
import { forge } from '../support/forge.ts';
import { snapshotOf } from '../support/logs.ts';
import { type Cluster, world } from '../support/world.ts';

const collisions = (violations: readonly Violation[]) =>
  violations.map(({ collision }) => collision);
const office = (cluster: Cluster, name: string, currentTerm: number) =>
  forge(cluster, name, {
    role: 'leader',
    currentTerm,
    progress: freshProgress(cluster.server(name), 0),
  });

test('the properties, those of Figure 3 in its order first', () => {
  expect(propertyNames).toEqual([
    'ElectionSafety',
    'LeaderAppendOnly',
    'LogMatching',
    'LeaderCompleteness',
    'StateMachineSafety',
    'MonotonicIndexes',
    'OneConfigChange',
    'ExactlyOnce',
    'Linearizability',
  ]);
});

describe('Election Safety: at most one leader a term', () => {
  test('a second one is a violation, and both are named', () => {
    const cluster = world({ S1: {}, S2: {}, S3: {} });
    expect(office(cluster, 'S1', 2)).toEqual([]);
    expect(office(cluster, 'S2', 3)).toEqual([]);
    expect(collisions(office(cluster, 'S3', 2))).toEqual([
      { property: 'ElectionSafety', term: 2, first: 0, second: 2 },
    ]);
  });
  test('a leader given at the start counts', () => {
    const cluster = world({ S1: { role: 'leader', currentTerm: 2 }, S2: {} });
    expect(collisions(office(cluster, 'S2', 2))).toMatchObject([{ first: 0, second: 1 }]);
  });
  test('the same leader again is none', () => {
    const cluster = world({ S1: { role: 'leader', currentTerm: 2 }, S2: {} });
    forge(cluster, 'S1', { role: 'follower' });
    expect(office(cluster, 'S1', 2)).toEqual([]);
  });
});

describe('Leader Append-Only: a leader only appends', () => {
  const leader = { role: 'leader', currentTerm: 2, log: [1, 2, 2] } as const;
  test.each([
    ['an entry gone', [1, 2], 3],
    ['an entry changed', [1, 1, 2], 2],
    ['all gone', [], 1],
  ] as const)('%s is a violation at that index', (_name, log, index) => {
    const cluster = world({ S1: leader });
    expect(collisions(forge(cluster, 'S1', { log }))).toEqual([
      { property: 'LeaderAppendOnly', server: 0, term: 2, index },
    ]);
  });
  test('appending is none, and a follower may lose entries', () => {
    const cluster = world({ S1: leader, S2: { log: [1, 2] } });
    expect(forge(cluster, 'S1', { log: [1, 2, 2, 2] })).toEqual([]);
    expect(forge(cluster, 'S2', { log: [1] })).toEqual([]);
  });
});

describe('Log Matching: the same index and term, the same log up to there', () => {
  test('another entry of that index and term is a violation', () => {
    const cluster = world({ S1: { log: [1] }, S2: {} });
    const other = {
      term: 1,
      payload: { type: 'config', configuration: { voters: [0], outgoing: null, learners: [] } },
    } as const;
    expect(collisions(forge(cluster, 'S2', { log: [other] }))).toEqual([
      { property: 'LogMatching', index: 1, term: 1, first: 0, second: 1 },
    ]);
  });
  test('so is another term just before it', () => {
    const cluster = world({ S1: { log: [1, 3] }, S2: { log: [2] } });
    expect(collisions(forge(cluster, 'S2', { log: [2, 3] }))).toEqual([
      { property: 'LogMatching', index: 2, term: 3, first: 0, second: 1 },
    ]);
  });
  test('logs that differ in terms are none', () => {
    const cluster = world({ S1: { log: [1, 3] }, S2: { log: [1] } });
    expect(forge(cluster, 'S2', { log: [1, 2, 2] })).toEqual([]);
    expect(forge(cluster, 'S2', { log: [1, 3] })).toEqual([]);
  });
});

describe('Leader Completeness: a leader has what was committed in earlier terms', () => {
  const held = { log: [1, 1], currentTerm: 1, commitIndex: 2 };
  test('at an election: the entry, when and by whom it was committed, and the leader without it', () => {
    const cluster = world({ S1: held, S2: { log: [1, 1] }, S3: { log: [1] } });
    expect(office(cluster, 'S2', 2)).toEqual([]);
    expect(collisions(office(cluster, 'S3', 3))).toEqual([
      {
        property: 'LeaderCompleteness',
        index: 2,
        committedIn: 1,
        committedBy: 0,
        leader: 2,
        leaderTerm: 3,
      },
    ]);
  });
  test('at a commit: of an earlier term, when a leader of a later one has been elected without the entry', () => {
    const cluster = world({ S1: { role: 'leader', currentTerm: 1, log: [1, 1] }, S2: {}, S3: {} });
    expect(office(cluster, 'S3', 2)).toEqual([]);
    expect(collisions(forge(cluster, 'S1', { commitIndex: 1 }))).toMatchObject([
      { index: 1, committedIn: 1, committedBy: 0, leader: 2, leaderTerm: 2 },
    ]);
  });
  test('at a commit: leaders of later terms that have the entry are none', () => {
    const leader = { role: 'leader', currentTerm: 1, log: [1, 1] } as const;
    const cluster = world({ S1: leader, S2: { log: [1, 1] }, S3: { log: [1, 1] } });
    expect(office(cluster, 'S2', 2)).toEqual([]);
    expect(office(cluster, 'S3', 3)).toEqual([]);
    expect(forge(cluster, 'S1', { commitIndex: 2 })).toEqual([]);
  });
  test('a leader of the same term, or of an earlier one, may lack it', () => {
    const cluster = world({ S1: { ...held, currentTerm: 5 }, S2: {}, S3: {} });
    expect(office(cluster, 'S2', 5)).toEqual([]);
    expect(office(cluster, 'S3', 4)).toEqual([]);
  });
  test('where several cover an entry from the start, the lowest of their terms dates it', () => {
    const cluster = world({
      S1: { ...held, currentTerm: 7 },
      S2: { ...held, currentTerm: 4 },
      S3: {},
    });
    expect(collisions(office(cluster, 'S3', 5))).toMatchObject([
      { committedIn: 4, committedBy: 1 },
    ]);
  });
});

describe('Leader Completeness, where a snapshot hides what was committed', () => {
  const compacted = { snapshot: { lastIndex: 3, lastTerm: 2 }, currentTerm: 2 };
  test.each([
    ['whose log ends before', [1, 1], [{ index: 3, committedIn: 2, committedBy: 0, leader: 1 }]],
    ['with another last entry', [1, 1, 1], [{ index: 3, committedIn: 2 }]],
    ['with an entry of that term there', [1, 1, 2], []],
  ] as const)('a leader %s', (_name, log, found) => {
    const cluster = world({ S1: compacted, S2: { log, currentTerm: 2 } });
    expect(collisions(office(cluster, 'S2', 3))).toMatchObject(found);
  });
  test('a leader with another snapshot', () => {
    const other = { snapshot: { lastIndex: 3, lastTerm: 1 }, running: false, currentTerm: 3 };
    const cluster = world({ S1: compacted, S2: other });
    expect(collisions(office(cluster, 'S2', 4))).toMatchObject([{ index: 3, committedIn: 2 }]);
  });
  test('what another server shows to be committed there counts', () => {
    const cluster = world({
      S1: compacted,
      S2: { log: [1, 1, 2] },
      S3: { log: [1, 2, 2] },
    });
    expect(forge(cluster, 'S2', { commitIndex: 2 })).toEqual([]);
    expect(collisions(office(cluster, 'S3', 3))).toMatchObject([
      { index: 2, committedIn: 2, committedBy: 1, leader: 2, leaderTerm: 3 },
    ]);
  });
});

test('Leader Completeness asks for everything committed at an index, where there are two', () => {
  const cluster = world({
    S1: { log: [1], commitIndex: 1 },
    S2: { log: [2], commitIndex: 1 },
    S3: { log: [1], currentTerm: 2 },
  });
  expect(collisions(office(cluster, 'S3', 3))).toMatchObject([
    { index: 1, committedIn: 2, committedBy: 1, leader: 2, leaderTerm: 3 },
  ]);
});

describe('State Machine Safety: no two servers apply different entries at an index', () => {
  test('both servers are named', () => {
    const cluster = world({ S1: { log: [1], commitIndex: 1 }, S2: { log: [2], currentTerm: 2 } });
    forge(cluster, 'S2', { commitIndex: 1 });
    expect(collisions(forge(cluster, 'S2', { lastApplied: 1 }))).toEqual([
      { property: 'StateMachineSafety', index: 1, first: 0, second: 1 },
    ]);
  });
  test('the same entry is none, also where the first to apply it is down', () => {
    const cluster = world({
      S1: { log: [1], commitIndex: 1 },
      S2: { log: [1] },
      S3: { log: [2] },
    }).crash('S1');
    expect(forge(cluster, 'S2', { commitIndex: 1, lastApplied: 1 })).toEqual([]);
    expect(collisions(forge(cluster, 'S3', { commitIndex: 1, lastApplied: 1 }))).toMatchObject([
      { first: 0 },
    ]);
  });
});

test.each([
  ['the same end', 1, []],
  ['another end', 2, [{ property: 'StateMachineSafety', index: 2, first: 0, second: 2 }]],
] as const)('State Machine Safety, where a snapshot with %s arrives', (_name, term, found) => {
  const cluster = world({ S1: { log: [1, 1], commitIndex: 2 }, S2: { currentTerm: 2 }, S3: {} });
  cluster.receive('S2>S3', { ...snapshotOf(2, 2), lastIncludedTerm: term });
  expect(cluster.server('S3').lastApplied).toBe(2);
  expect(collisions(cluster.checks.violations)).toEqual(found);
});

test('State Machine Safety, where a snapshot hides what was applied first', () => {
  const cluster = world({
    S1: { snapshot: { lastIndex: 2, lastTerm: 2 } },
    S2: { log: [1, 2] },
    S3: { log: [1, 2] },
    S4: { log: [2, 2] },
  });
  expect(forge(cluster, 'S2', { commitIndex: 2, lastApplied: 2 })).toEqual([]);
  expect(forge(cluster, 'S3', { commitIndex: 2, lastApplied: 2 })).toEqual([]);
  expect(collisions(forge(cluster, 'S4', { commitIndex: 2, lastApplied: 2 }))).toEqual([
    { property: 'StateMachineSafety', index: 1, first: 1, second: 3 },
  ]);
});

describe('Monotonic Indexes: none falls while a server is up', () => {
  const start = { log: [1, 1, 1], commitIndex: 3 };
  test.each([
    ['commitIndex', { commitIndex: 2 }, 3, 2],
    ['lastApplied', { lastApplied: 1 }, 3, 1],
  ] as const)('%s', (field, changed, from, to) => {
    const cluster = world({ S1: start });
    expect(collisions(forge(cluster, 'S1', changed))).toEqual([
      { property: 'MonotonicIndexes', server: 0, field, from, to },
    ]);
  });
  test('matchIndex of a leader in its term', () => {
    const matched = (matchIndex: number) => [
      null,
      { nextIndex: 4, matchIndex, inFlight: 0, searchHigh: null },
    ];
    const cluster = world({
      S1: { ...start, role: 'leader', currentTerm: 1, matchIndex: { S2: 3 } },
      S2: {},
    });
    expect(collisions(forge(cluster, 'S1', { progress: matched(2) }))).toEqual([
      { property: 'MonotonicIndexes', server: 0, field: 'matchIndex', from: 3, to: 2 },
    ]);
    expect(forge(cluster, 'S1', { currentTerm: 2, progress: matched(0) })).toEqual([]);
  });
  test('a crash and a restart count afresh', () => {
    const cluster = world({ S1: start }).crash('S1').restart('S1');
    expect(cluster.server('S1').commitIndex).toBe(0);
    expect(cluster.broken).toEqual([]);
  });
});

describe('One configuration change at a time', () => {
  const crew = (...voters: number[]): Entry => ({
    term: 1,
    payload: { type: 'config', configuration: votersOnly(voters) },
  });
  const start = { currentTerm: 1, log: [1, crew(0, 1)] };
  const twice = { log: [1, crew(0, 1), crew(0, 1, 2)] };
  test.each([
    ['the one before is the next to be committed', 1],
    ['nothing is committed', 0],
  ])('a leader appends a second one while %s', (_name, commitIndex) => {
    const cluster = world({ S1: { ...start, role: 'leader', commitIndex }, S2: {}, S3: {} });
    expect(collisions(forge(cluster, 'S1', twice))).toEqual([
      { property: 'OneConfigChange', server: 0, pendingIndex: 2, index: 3 },
    ]);
  });
  test('none where the one before is committed, and none at a follower that is sent two', () => {
    const cluster = world({ S1: { ...start, role: 'leader', commitIndex: 2 }, S2: start, S3: {} });
    expect(forge(cluster, 'S1', twice)).toEqual([]);
    expect(forge(cluster, 'S2', twice)).toEqual([]);
  });
});

test('a property is reported the first time it breaks, with its event', () => {
  const cluster = world({ S1: {}, S2: {}, S3: {} });
  office(cluster, 'S1', 2);
  const [first] = office(cluster, 'S2', 2);
  expect(first).toMatchObject({ seq: cluster.world.seq, time: 0 });
  expect(office(cluster, 'S3', 2)).toEqual([]);
  expect(cluster.broken).toEqual(['ElectionSafety']);
});

test('an event without a server breaks nothing', () => {
  const cluster = world({ S1: {} });
  const event = {
    seq: 9,
    time: 0,
    kind: 'drop',
    before: null,
    after: null,
    clients: [],
  } as unknown as Event;
  expect(look(openChecks(cluster.world), cluster.world, event)).toEqual([]);
});
