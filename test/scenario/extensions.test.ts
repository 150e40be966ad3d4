/** What files say beyond Figure 2: servers that join, snapshots, disks, transfers and reads, and how traces show them. */
import { describe, expect, test } from 'vitest';
import { headlessRuns, reportOf, runScenario, traceTo } from '../../src/scenario/index.ts';
import { load } from './files.ts';

type Line = Readonly<Record<string, unknown>> & {
  readonly state: Readonly<Record<string, unknown>>;
};

const manual = 'quorate: 1\nservers: 2\ntimers: manual\ndelivery: manual\n';
const led = `${manual}initial: {S1: {role: leader, currentTerm: 1, log: [1], commitIndex: 1}}\n`;

const stepsOf = (steps: readonly string[]): string =>
  `steps:\n${steps.map((step) => `  - ${step}\n`).join('')}`;

function traceOf(head: string, ...steps: readonly string[]): readonly Line[] {
  const lines: Line[] = [];
  const scenario = load(`${head}${stepsOf(steps)}`);
  const { failures } = runScenario(
    scenario,
    traceTo((line) => lines.push(JSON.parse(line) as Line)),
  );
  expect(failures).toEqual([]);
  return lines;
}

const told = (lines: readonly Line[]): readonly unknown[] =>
  lines.map(({ seq, event, server, name }) => [seq, event, server ?? name]);

describe('a server that joins', () => {
  const lines = traceOf(
    led,
    'mark: before',
    'addServer: S3',
    'settle: true',
    'back: before',
    'reconfigure: [S1, S2, S3, S4]',
  );

  test('begins when it is first named, in every branch', () => {
    expect(told(lines).slice(0, 7)).toEqual([
      [1, 'options', undefined],
      [2, 'start', 'S1'],
      [3, 'start', 'S2'],
      [4, 'mark', 'before'],
      [5, 'options', undefined],
      [6, 'start', 'S3'],
      [7, 'reconfigure', 'S1'],
    ]);
    const back = lines.findIndex(({ event }) => event === 'back');
    expect(told(lines.slice(back))).toEqual([
      [expect.any(Number), 'back', 'before'],
      [expect.any(Number), 'options', undefined],
      [expect.any(Number), 'start', 'S3'],
      [expect.any(Number), 'start', 'S4'],
      [expect.any(Number), 'reconfigure', 'S1'],
    ]);
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, place) => place + 1));
    expect(lines[0]?.servers).toEqual(['S1', 'S2']);
    expect(lines[4]?.servers).toEqual(['S1', 'S2', 'S3']);
    expect(lines.find(({ server }) => server === 'S3')?.state).toMatchObject({
      role: 'follower',
      currentTerm: 0,
      log: [],
      config: [],
    });
  });

  test('its messages have their causes', () => {
    const first = lines.find(({ event, server }) => event === 'receive' && server === 'S3');
    expect(first?.causes).toEqual([7]);
  });

  test('is in no report of a run that has not met it', () => {
    const scenario = load(`${led}runs: {a: {steps: [{addServer: S3}]}, b: {steps: [{run: 1}]}}`);
    const states = headlessRuns(scenario).map((one) =>
      Object.keys(reportOf(one, runScenario(one)).state as object),
    );
    expect(states).toEqual([
      ['S1', 'S2', 'S3'],
      ['S1', 'S2'],
    ]);
  });
});

test('changes of crew and transfers say what was asked, learners are told apart', () => {
  const lines = traceOf(
    led,
    '{addServer: S3, learner: true}',
    'settle: true',
    'promote: S3',
    'settle: true',
    'removeServer: S3',
    '{transferLeadership: S2, at: S1}',
  );
  const of = (event: string): readonly unknown[] =>
    lines.filter((line) => line.event === event).map(({ change, target }) => change ?? target);
  expect(of('reconfigure')).toEqual([
    { addServer: 'S3', learner: true },
    { promote: 'S3' },
    { removeServer: 'S3' },
  ]);
  expect(of('transfer')).toEqual(['S2']);
  const learner = lines.find(({ state }) => state?.role === 'learner');
  expect(learner).toMatchObject({
    server: 'S3',
    state: { config: ['S1', 'S2'], learners: ['S3'] },
  });
  expect(lines[1]?.state).not.toHaveProperty('learners');
  expect(lines.find(({ event }) => event === 'reconfigure')?.state.log).toContainEqual({
    index: 2,
    term: 1,
    config: ['S1', 'S2'],
    learners: ['S3'],
  });
});

test('a snapshot is shown by where it ends, and the log goes on after it', () => {
  const lines = traceOf(
    `${manual}initial: {S1: {role: leader, currentTerm: 1, log: [1, 1], commitIndex: 2}}\n`,
    'set: {x: 1}',
    'snapshot: S1',
  );
  expect(lines.at(-1)).toMatchObject({ event: 'snapshot', server: 'S1' });
  expect(lines.at(-1)?.state.snapshot).toEqual({ lastIndex: 2, lastTerm: 1, config: ['S1', 'S2'] });
  expect(lines.at(-1)?.state.log).toEqual([{ index: 3, term: 1, set: { x: '1' } }]);
  expect(lines[1]?.state).not.toHaveProperty('snapshot');
});

test('a slow disk shows what is durable, and its writes end as events', () => {
  const slow = traceOf(
    `${manual}options: {servers: {S1: {diskLatencyMs: 5}}}\n`,
    'timeout: S1',
    'run: 5',
  );
  expect(slow.at(-1)).toMatchObject({ event: 'persist', server: 'S1', time: 5, causes: [4] });
  expect(slow.at(-2)?.state.durable).toEqual({ currentTerm: 0, votedFor: null, lastIndex: 0 });
  expect(slow.at(-1)?.state.durable).toEqual({ currentTerm: 1, votedFor: 'S1', lastIndex: 0 });
  expect(slow.at(-1)?.sent).toMatchObject([{ type: 'RequestVoteRequest', to: 'S2' }]);
  expect(slow[2]?.state).not.toHaveProperty('durable');
});

test('settling some ends the writes of those', () => {
  const lines = traceOf(
    `${manual}options: {diskLatencyMs: 5}\n`,
    'timeout: S1',
    'timeout: S2',
    'settle: [S1]',
  );
  expect(told(lines.slice(5))).toEqual([[6, 'persist', 'S1']]);
});

test('a read that leaves no entry is an event of its own name', () => {
  const lines = traceOf(`${led}options: {reads: local}\n`, 'get: x', 'set: {x: 1}');
  expect(told(lines.slice(3))).toEqual([
    [4, 'read', 'S1'],
    [5, 'client', 'S1'],
  ]);
});

test('every message can be forged, and is shown with all of its fields', () => {
  const forged = [
    {
      type: 'PreVoteRequest',
      from: 'S1',
      to: 'S2',
      term: 1,
      candidateId: 'S1',
      lastLogIndex: 0,
      lastLogTerm: 0,
    },
    { type: 'PreVoteResponse', from: 'S1', to: 'S2', term: 1, voteGranted: false },
    {
      type: 'RequestVoteRequest',
      from: 'S1',
      to: 'S2',
      term: 2,
      candidateId: 'S1',
      lastLogIndex: 0,
      lastLogTerm: 0,
      leadershipTransfer: true,
    },
    {
      type: 'InstallSnapshotRequest',
      from: 'S1',
      to: 'S2',
      term: 2,
      leaderId: 'S1',
      lastIncludedIndex: 2,
      lastIncludedTerm: 1,
      config: { old: ['S1'], new: ['S1', 'S2'] },
      data: { kv: { x: '1' }, sessions: { c1: { serial: 3, ok: true, value: '1' } } },
    },
    { type: 'InstallSnapshotResponse', from: 'S1', to: 'S2', term: 2, lastIncludedIndex: 2 },
    { type: 'TimeoutNowRequest', from: 'S1', to: 'S2', term: 2, leaderId: 'S1' },
  ];
  const lines = traceOf(
    manual,
    ...forged.map((message) => JSON.stringify({ inject: message })),
    'settle: true',
  );
  const shown = lines.filter(({ event }) => event === 'inject').map(({ message }) => message);
  expect(shown).toEqual(forged.map((message, place) => ({ id: place + 1, ...message })));
  expect(lines.findLast(({ server }) => server === 'S2')?.state).toMatchObject({
    role: 'leader',
    snapshot: { lastIndex: 2, lastTerm: 1, config: { old: ['S1'], new: ['S1', 'S2'] } },
    kv: { x: '1' },
  });
});

test('what the leader refuses is no error, a leader that is not there is one', () => {
  const failuresOf = (head: string, ...steps: readonly string[]): readonly string[] =>
    runScenario(load(`${head}${stepsOf(steps)}`)).failures.map(
      ({ path, reason }) => `${path} ${reason}`,
    );
  expect(failuresOf(led, 'addServer: S3', 'addServer: S4', 'removeServer: S2')).toEqual([]);
  expect(failuresOf(led, '{addServer: S3, at: S2}', 'transferLeadership: S1')).toEqual([]);
  expect(failuresOf(manual, 'addServer: S3')).toEqual(['steps[0] nobodyLeads']);
  expect(failuresOf(led, 'crash: S1', '{addServer: S3, at: S1}')).toEqual(['steps[1] isStopped']);
  expect(failuresOf(led, 'crash: S2', 'snapshot: S2')).toEqual(['steps[1] isStopped']);
});

test('a server that starts as a learner has no vote anywhere', () => {
  const lines = traceOf(`${manual}initial: {S2: {role: learner}}\n`, 'timeout: S1');
  expect(lines[2]?.state).toMatchObject({ role: 'learner', config: ['S1'], learners: ['S2'] });
  expect(lines.at(-1)?.state).toMatchObject({ role: 'leader', config: ['S1'], learners: ['S2'] });
});

test('one server alone may play in its own way', () => {
  const own = 'servers: {S1: {preVote: true, clockRate: 2}}, clockRate: {S2: 3}';
  const lines = traceOf(`${manual}options: {${own}}\n`, 'timeout: S1', 'timeout: S2');
  expect(lines[0]?.options).toMatchObject({
    servers: { S1: { preVote: true } },
    clockRate: { S1: 2, S2: 3 },
  });
  expect(lines.slice(-2).map(({ state }) => state.role)).toEqual(['preCandidate', 'candidate']);
});

test('one server alone may be far from its clients, or forget them', () => {
  const { play } = runScenario(
    load(`${led}options: {servers: {S1: {sessions: false}}}
steps: [{incr: n, loseReply: true}, {settle: true}, {retry: c1, at: S1}, {settle: true}]`),
  );
  expect(play.world.clients[0]?.completed.buffer[0]?.outcome.value).toBe('2');
  const far = runScenario(
    load(`quorate: 1\nservers: 1\noptions: {servers: {S1: {clientLatencyMs: 7}}}
initial: {S1: {role: leader, currentTerm: 1}}
steps: [{set: {x: 1}}, {run: 50}]`),
  );
  expect(far.play.world.clients[0]?.completed.buffer[0]?.return).toBe(14);
});
