import { describe, expect, test } from 'vitest';
import { alike, led } from '../../support/clusters.ts';
import { accepted, appendEntries, refused, setEntry } from '../../support/logs.ts';
import { type Cluster, world } from '../../support/world.ts';

const payloads = (cluster: Cluster, name: string) =>
  cluster.server(name).log.buffer.map(({ payload }) => payload);

test('§5.3 the leader appends the command to its log, then sends it to every other server at once (Ldr2)', () => {
  const cluster = led(3).set('A', '1');
  expect(cluster.rules).toEqual(['Ldr2', 'Ldr3']);
  const operation = { type: 'set', key: 'A', value: '1' };
  const entry = {
    term: 1,
    payload: { type: 'command', command: { operation, clientId: 'c1', serial: 1 } },
  };
  expect(cluster.server('S1').log.buffer).toEqual([entry]);
  const body = { type: 'AppendEntriesRequest', from: 0, term: 1, leaderId: 0, leaderCommit: 0 };
  expect(cluster.sent).toEqual([
    { ...body, to: 1, prevLogIndex: 0, prevLogTerm: 0, entries: [entry] },
    { ...body, to: 2, prevLogIndex: 0, prevLogTerm: 0, entries: [entry] },
  ]);
});

test('§5.3 the leader applies the entry and answers only when it is safely replicated (Ldr4, All1)', () => {
  const cluster = led(3).set('A', '1');
  expect(cluster.outcomes()).toEqual([]);
  cluster.deliver('S1>S2');
  expect(cluster.outcomes()).toEqual([]);
  cluster.deliver('S2>S1');
  expect(cluster.rules).toContain('Ldr4');
  expect(cluster.outcomes()).toEqual([{ ok: true }]);
  expect(cluster.server('S1')).toMatchObject({ commitIndex: 1, lastApplied: 1 });
  expect(cluster.events.at(-1)).toMatchObject({ kind: 'apply', rules: { ids: ['All1'] } });
});

test('§5.3 the leader retries indefinitely, even after it has answered the client', () => {
  const cluster = led(3).set('A', '1').drop('S1>S3').settle();
  expect(cluster.outcomes()).toHaveLength(1);
  for (let round = 0; round < 5; round += 1) {
    cluster.heartbeat('S1').drop('S1>S2');
    expect(cluster.messages('S1>S3')).toMatchObject([{ entries: [{ term: 1 }] }]);
    cluster.drop('S1>S3');
  }
  expect(cluster.heartbeat('S1').settle().log('S3')).toEqual([1]);
});

test('§5.3 a heartbeat repeats the entries that were lost', () => {
  const cluster = led(3).set('A', '1').dropAll('S1>').heartbeat('S1').settle();
  expect(cluster.server('S1').commitIndex).toBe(1);
});

describe('§5.3 an entry is committed once the leader that created it has it on a majority (Ldr4)', () => {
  for (const [servers, needed] of [
    [1, 0],
    [2, 1],
    [3, 1],
    [4, 2],
    [5, 2],
    [9, 4],
  ] as const) {
    test(`${servers} servers: ${needed} acknowledgements`, () => {
      const cluster = led(servers).set('A', '1');
      for (let count = 0; count < needed; count += 1) {
        expect(cluster.server('S1').commitIndex).toBe(0);
        cluster.receive(`S${count + 2}>S1`, accepted(1, 1));
      }
      expect(cluster.server('S1').commitIndex).toBe(1);
    });
  }
});

test('§5.3 an acknowledgement that arrives twice counts once', () => {
  const cluster = led(5)
    .set('A', '1')
    .receive('S2>S1', accepted(1, 1))
    .receive('S2>S1', accepted(1, 1));
  expect(cluster.server('S1').commitIndex).toBe(0);
});

test('§5.3 committing an entry commits all before it, also those of earlier leaders', () => {
  const leader = { role: 'leader', currentTerm: 3, log: [1, 2] } as const;
  const cluster = world({ S1: leader, S2: { log: [1] }, S3: {} })
    .set('A', '1')
    .settle();
  expect(cluster.server('S1')).toMatchObject({ commitIndex: 3, lastApplied: 3 });
});

test('§5.3 the leader includes its commitIndex in later AppendEntries, heartbeats too', () => {
  const cluster = led(3).set('A', '1').settle().heartbeat('S1');
  expect(cluster.sent).toMatchObject([{ leaderCommit: 1 }, { leaderCommit: 1 }]);
});

test('§5.3 a follower that learns of a commit applies the entry to its state machine (AE5, All1)', () => {
  const cluster = led(3).set('A', '1').settle();
  expect(cluster.server('S2')).toMatchObject({ commitIndex: 0, lastApplied: 0 });
  cluster.heartbeat('S1').deliver('S1>S2');
  expect(cluster.rules).toContain('AE5');
  expect(cluster.server('S2')).toMatchObject({ commitIndex: 1, lastApplied: 1 });
  expect(cluster.world.machines[1]?.data).toMatchObject({ key: 'A', value: '1' });
});

test('§5.3 entries are applied in log order', () => {
  const log = [setEntry(1, 'A', '1'), setEntry(1, 'A', '2'), setEntry(1, 'A', '3')];
  const cluster = world({ S1: { log }, S2: {} }).receive(
    'S2>S1',
    appendEntries(1, 1, [3, 1], [], 3),
  );
  expect(cluster.world.machines[0]?.data).toMatchObject({ key: 'A', value: '3' });
});

describe('Fig. 2 AE5: commitIndex = min(leaderCommit, index of last new entry)', () => {
  for (const [entries, leaderCommit, expected] of [
    [[], 0, 0],
    [[], 5, 1],
    [[2], 1, 1],
    [[2], 2, 2],
    [[2, 2], 9, 3],
  ] as const) {
    test(`${entries.length} new entries after 1, leaderCommit ${leaderCommit}: ${expected}`, () => {
      const cluster = world({ S1: { log: [1, 1, 1, 1] }, S2: {} });
      cluster.receive('S2>S1', appendEntries(2, 1, [1, 1], [...entries], leaderCommit));
      expect(cluster.server('S1').commitIndex).toBe(expected);
    });
  }
  test('it never falls', () => {
    const cluster = world({ S1: { log: [1, 1], commitIndex: 2 }, S2: {} });
    cluster.receive('S2>S1', appendEntries(1, 1, [1, 1], [], 1));
    expect(cluster.server('S1').commitIndex).toBe(2);
  });
});

test('§5.3 a leader creates at most one entry with a given index in a given term', () => {
  const cluster = led(3)
    .set('A', '1')
    .set('B', '2', { client: 'c2' })
    .set('C', '3', { client: 'c3' });
  expect(cluster.log('S1')).toEqual([1, 1, 1]);
  expect(new Set(payloads(cluster, 'S1')).size).toBe(3);
});

describe('§5.3 without an entry of that index and term the follower refuses the new entries (AE2)', () => {
  for (const [index, term, fits] of [
    [0, 0, true],
    [1, 1, true],
    [2, 2, true],
    [1, 2, false],
    [2, 1, false],
    [3, 2, false],
    [9, 9, false],
  ] as const) {
    test(`prevLogIndex ${index}, prevLogTerm ${term}: ${fits ? 'accepted' : 'refused'}`, () => {
      const cluster = world({ S1: { log: [1, 2], currentTerm: 3 }, S2: {} });
      cluster.receive('S2>S1', appendEntries(3, 1, [index, term], [3]));
      expect(cluster.rules).toContain('AE2');
      expect(cluster.sent).toMatchObject([{ success: fits, matchIndex: fits ? index + 1 : 0 }]);
      if (!fits) expect(cluster.log('S1')).toEqual([1, 2]);
    });
  }
});

describe('§5.3 conflicting entries are overwritten with those of the leader (AE3, AE4)', () => {
  for (const [name, own, index, term, entries, result, rules] of [
    ['what is there already is left alone', [1, 1, 2], 1, 1, [1], [1, 1, 2], []],
    ['what is new is appended', [1], 1, 1, [2, 2], [1, 2, 2], ['AE4']],
    ['only what is missing is appended', [1, 1], 0, 0, [1, 1, 1], [1, 1, 1], ['AE4']],
    ['a conflict takes all that follow', [1, 1, 1, 1], 1, 1, [2], [1, 2], ['AE3', 'AE4']],
    ['the whole log may go', [1, 1], 0, 0, [2], [2], ['AE3', 'AE4']],
    ['a heartbeat takes nothing away', [1, 1], 1, 1, [], [1, 1], []],
  ] as const) {
    test(name, () => {
      const cluster = world({ S1: { log: own, currentTerm: 2 }, S2: {} });
      cluster.receive('S2>S1', appendEntries(2, 1, [index, term], [...entries]));
      expect(cluster.log('S1')).toEqual(result);
      expect(cluster.rules.filter((id) => id === 'AE3' || id === 'AE4')).toEqual(rules);
    });
  }
});

test('§5.3 when a leader comes to power it starts every nextIndex just after its last entry', () => {
  const cluster = world({ ...alike(3, { log: [1, 1, 2] }) })
    .timeout('S1')
    .settle('S1', 'S2');
  const fresh = { nextIndex: 4, matchIndex: 0 };
  expect(cluster.progress('S1', 'S3')).toMatchObject(fresh);
  expect(cluster.messages('S1>S3', { type: 'AppendEntriesRequest' })).toMatchObject([
    { prevLogIndex: 3, prevLogTerm: 2 },
  ]);
});

test('§5.3 after a rejection the leader decrements nextIndex and retries (Ldr3)', () => {
  const cluster = world({
    S1: { role: 'leader', currentTerm: 3, log: [1, 1, 2] },
    S2: {},
    S3: {},
  }).receive('S2>S1', refused(3, 3));
  expect(cluster.rules).toContain('Ldr3');
  expect(cluster.progress('S1', 'S2').nextIndex).toBe(3);
  expect(cluster.sent).toMatchObject([{ to: 1, prevLogIndex: 2, entries: [{ term: 2 }] }]);
});

test('§5.3 a late or doubled rejection moves nextIndex once', () => {
  const cluster = world({ S1: { role: 'leader', currentTerm: 3, log: [1, 1, 2] }, S2: {}, S3: {} });
  cluster.receive('S2>S1', refused(3, 3)).receive('S2>S1', refused(3, 3));
  expect(cluster.progress('S1', 'S2').nextIndex).toBe(3);
});

test('§5.3 the rejection may wait for the next heartbeat, where the options say so', () => {
  const options = { retryRejectedAtOnce: false };
  const cluster = world(
    { S1: { role: 'leader', currentTerm: 3, log: [1, 1, 2] }, S2: {}, S3: {} },
    { options },
  ).receive('S2>S1', refused(3, 3));
  expect(cluster.sent).toEqual([]);
  expect(cluster.heartbeat('S1').messages('S1>S2')).toMatchObject([{ prevLogIndex: 2 }]);
});

test('§5.3 success updates nextIndex and matchIndex, and sends at once what is still missing (Ldr3)', () => {
  const options = { maxEntriesPerAppend: 1 };
  const cluster = led(3, { options }).set('A', '1').set('B', '2', { client: 'c2' });
  expect(cluster.messages('S1>S2')).toHaveLength(1);
  cluster.deliver('S1>S2').deliver('S2>S1');
  expect(cluster.progress('S1', 'S2')).toMatchObject({ nextIndex: 2, matchIndex: 1 });
  expect(cluster.sent).toMatchObject([{ to: 1, prevLogIndex: 1, entries: [{ term: 1 }] }]);
});

test('§5.3 one request with entries is under way to each follower at a time', () => {
  const cluster = led(3).set('A', '1').set('B', '2', { client: 'c2' });
  expect(cluster.messages('S1>S2')).toHaveLength(1);
  cluster.settle();
  expect(cluster.logs()).toEqual({ S1: [1, 1], S2: [1, 1], S3: [1, 1] });
});

test('§5.3 a leader never overwrites or deletes entries in its own log', () => {
  const cluster = led(3)
    .set('A', '1')
    .receive('S2>S1', appendEntries(1, 1, [0, 0], [0]));
  expect(cluster.log('S1')).toEqual([1]);
  expect(cluster.sent).toMatchObject([{ success: false }]);
});

test('Fig. 2 the log is persistent, commitIndex and lastApplied are not', () => {
  const cluster = led(3).set('A', '1').settle().crash('S1').restart('S1');
  expect(cluster.log('S1')).toEqual([1]);
  expect(cluster.server('S1')).toMatchObject({ commitIndex: 0, lastApplied: 0, role: 'follower' });
  expect(cluster.world.machines[0]?.data).toBeNull();
});
