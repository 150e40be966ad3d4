/** What is wrong with a file is told by line and path, all of it, and nothing runs. */
import { describe, expect, test } from 'vitest';
import { loadScenario, problems } from '../../src/scenario/index.ts';
import { fileWords } from '../../src/words/index.ts';

const told = (text: string): readonly string[] => {
  const loaded = loadScenario(text, 'x.yaml');
  return loaded.ok
    ? []
    : loaded.error.map(({ line, path, problem }) => `${line} ${path} ${problem}`);
};

const head = 'quorate: 1\nservers: 3\n';
const steps = (text: string): readonly string[] => told(`${head}steps:\n  - ${text}`);
const options = (text: string): readonly string[] => told(`${head}options: {${text}}`);
const initial = (text: string): readonly string[] => told(`${head}initial: {${text}}`);
const expected = (text: string): readonly string[] => steps(`expect: {${text}}`);

describe('the whole file', () => {
  test.each([
    ['quorate: 2\nservers: 3', '1 quorate version'],
    ['servers: 3', '1 quorate missingKey'],
    ['quorate: 1', '1  noServers'],
    ['quorate: 1\nservers: 0', '2 servers serverCount'],
    ['quorate: 1\nservers: 102', '2 servers serverCount'],
    ['quorate: 1\nservers: 2.5', '2 servers wholeNumber'],
    ['quorate: 1\nservers: four', '2 servers number'],
    ['quorate: 1\nservers: 2\nnames: [a, b, c]', '3 names namesTwice'],
    ['quorate: 1\nnames: [a, b, a]', '2 names[2] duplicateName'],
    ['quorate: 1\nnames:\n  - a\n  - leader', '4 names[1] reservedName'],
    ['quorate: 1\nnames: [""]', '2 names[0] empty'],
    [`${head}color: red`, '3 color unknownKey'],
    [`${head}seed: 1e400`, '3 seed wholeNumber'],
    [`${head}seed: 9007199254740993`, '3 seed wholeNumber'],
    [`${head}timers: on`, '3 timers oneOf'],
    [`${head}profile: fast`, '3 profile oneOf'],
    [`${head}rulesOff: [gravity]`, '3 rulesOff[0] oneOf'],
    [`${head}steps: {run: 1}`, '3 steps list'],
    [`${head}lesson: [1]`, '3 lesson map'],
    [`${head}runs: {a: {steps: [{run: -1}]}}`, '3 runs.a.steps[0].run atLeast'],
    ['[]', '1  map'],
    ['', '1  map'],
    [`${head}servers: 4`, '3  syntax'],
    [`${head}steps: [`, '3  syntax'],
    [`${head}? [a, b]\n: 1`, '3  badKey'],
    [`${head}---\na: 1`, '3  syntax'],
    [`${head}seed: *nothing`, '3 seed syntax'],
  ])('%j', (text, error) => {
    expect(told(text)).toContain(error);
  });

  test('several errors are told in the order of their lines', () => {
    expect(told('quorate: 1\nservers: 3\nsteps:\n  - timeout: S4\n  - run: no\nseed: x')).toEqual([
      '4 steps[0].timeout unknownServer',
      '5 steps[1].run number',
      '6 seed number',
    ]);
  });

  test('a file that unfolds without end is refused in no time', () => {
    const names = 'abcdefghi';
    const lines = [...names].map((name, place) => {
      const item = place === 0 ? 'x' : `*${names[place - 1]}`;
      return `${name}: &${name} [${Array.from({ length: 9 }, () => item).join()}]`;
    });
    expect(told(lines.join('\n'))).toEqual([expect.stringContaining('tooLarge')]);
    expect(told(`${head}lesson: &l\n  x: *l`)).toEqual(['4  tooLarge']);
  });
});

describe('options', () => {
  test.each([
    ['electionTimeoutMs: [300, 150]', 'electionTimeoutMs minAboveMax'],
    ['electionTimeoutMs: [0, 150]', 'electionTimeoutMs[0] moreThan'],
    ['electionTimeoutMs: 150', 'electionTimeoutMs range'],
    ['heartbeatIntervalMs: 0', 'heartbeatIntervalMs moreThan'],
    ['clientTimeoutMs: -1', 'clientTimeoutMs moreThan'],
    ['lossRate: 1.01', 'lossRate atMost'],
    ['duplicateRate: -0.1', 'duplicateRate atLeast'],
    ['latencyMs: [-1, 5]', 'latencyMs[0] atLeast'],
    ['noop: yes', 'noop yesNo'],
    ['backtracking: fast', 'backtracking oneOf'],
    ['links: {S1-S4: {lossRate: 0}}', 'links.S1-S4 unknownLink'],
    ['links: {S1-S2: {lossRate: 2}}', 'links.S1-S2.lossRate atMost'],
    ['servers: {S9: {noop: true}}', 'servers.S9 unknownServer'],
    ['servers: {S1: {clientTimeoutMs: 0}}', 'servers.S1.clientTimeoutMs moreThan'],
    ['servers: {S1: {links: {}}}', 'servers.S1.links unknownKey'],
    ['servers: {S1: {clockRate: 0}}', 'servers.S1.clockRate moreThan'],
    ['preVote: 1', 'preVote yesNo'],
    ['checkQuorum: 150', 'checkQuorum yesNo'],
    ['leaderStickiness: often', 'leaderStickiness yesNo'],
    ['reads: never', 'reads oneOf'],
    ['membership: none', 'membership oneOf'],
    ['snapshotEvery: 0', 'snapshotEvery atLeast'],
    ['snapshotEvery: 1.5', 'snapshotEvery wholeNumber'],
    ['clockRate: 2', 'clockRate map'],
    ['clockRate: {S1: 0}', 'clockRate.S1 moreThan'],
    ['clockRate: {S4: 1}', 'clockRate.S4 unknownServer'],
    ['diskLatencyMs: -1', 'diskLatencyMs atLeast'],
    ['sessionLimit: 0', 'sessionLimit atLeast'],
    ['servers: {S1: {sessionLimit: 1}}', 'servers.S1.sessionLimit unknownKey'],
  ])('%s', (text, error) => {
    expect(options(text)).toEqual([`3 options.${error}`]);
  });

  test('how many sessions are kept holds for a whole run', () => {
    expect(options('sessionLimit: 1')).toEqual([]);
    expect(options('sessionLimit: null')).toEqual([]);
    expect(told(`${head}steps:\n  - options: {sessionLimit: 1}`)).toEqual([
      '4 steps[0].options.sessionLimit unknownKey',
    ]);
  });

  test('one server alone may have any', () => {
    const own =
      'preVote: true, checkQuorum: true, leaderStickiness: true, reads: lease, membership: single, ' +
      'snapshotEvery: 5, clockRate: 0.5, diskLatencyMs: 3, lossRate: 0.5, noop: true, sessions: false, ' +
      'clientTimeoutMs: 10, clientLatencyMs: 1';
    expect(options(`servers: {S1: {${own}}}`)).toEqual([]);
  });
});

describe('initial state', () => {
  test.each([
    ['S4: {}', 'S4 unknownServer'],
    ['S1: {role: boss}', 'S1.role oneOf'],
    ['S1: {snapshot: {lastIndex: 1}}', 'S1.snapshot.lastTerm missingKey'],
    ['S1: {snapshot: {lastIndex: 0, lastTerm: 1}}', 'S1.snapshot.lastIndex atLeast'],
    [
      'S1: {snapshot: {lastIndex: 3, lastTerm: 1}, commitIndex: 2}',
      'S1.commitIndex beforeSnapshot',
    ],
    [
      'S1: {snapshot: {lastIndex: 3, lastTerm: 1}, log: [1], commitIndex: 5}',
      'S1.commitIndex beyondLog',
    ],
    [
      'S1: {snapshot: {lastIndex: 3, lastTerm: 1}, lastApplied: 1}',
      'S1.lastApplied beforeSnapshot',
    ],
    ['S1: {learners: [S4]}', 'S1.learners[0] unknownServer'],
    ['S1: {config: [S1, S2], learners: [S2]}', 'S1.learners votesToo'],
    ['S1: {config: [S1, S1]}', 'S1.config twice'],
    ['S1: {config: {old: [S1]}}', 'S1.config.new missingKey'],
    ['S1: {log: [1], commitIndex: 2}', 'S1.commitIndex beyondLog'],
    ['S1: {log: [1], lastApplied: 1}', 'S1.lastApplied appliedBeyondCommit'],
    ['S1: {nextIndex: {S2: 1}}', 'S1.nextIndex notForRole'],
    ['S1: {votesGranted: [S1]}', 'S1.votesGranted notForRole'],
    ['S1: {role: leader, matchIndex: {S2: 1}}', 'S1.matchIndex matchBeyondNext'],
    ['S1: {log: [{term: 1}]}', 'S1.log[0] oneContent'],
    ['S1: {log: [{term: 1, set: {A: 1}, get: A}]}', 'S1.log[0] oneContent'],
    ['S1: {log: [-1]}', 'S1.log[0] atLeast'],
    ['S1: {votedFor: S9}', 'S1.votedFor unknownServer'],
    ['S1: {config: []}', 'S1.config empty'],
    ['S1: {kv: {A: [1]}}', 'S1.kv.A text'],
  ])('%s', (text, error) => {
    expect(initial(text)).toEqual([`3 initial.${error}`]);
  });
});

describe('steps', () => {
  test.each([
    ['run: -1', 'steps[0].run atLeast'],
    ['run: soon', 'steps[0].run number'],
    ['jump: 1', 'steps[0] oneVerb'],
    ['{run: 1, settle: true}', 'steps[0] oneVerb'],
    ['{run: 1, at: S1}', 'steps[0].at unknownKey'],
    ['5', 'steps[0] oneVerb'],
    ['set: {A: 1, B: 2}', 'steps[0].set oneKey'],
    ['set: {A: [1]}', 'steps[0].set.A text'],
    ['cas: {A: [1]}', 'steps[0].cas.A[1] text'],
    ['crash: S4', 'steps[0].crash unknownServer'],
    ['{set: {A: 1}, at: S4}', 'steps[0].at unknownServer'],
    ['settle: [S4]', 'steps[0].settle[0] unknownServer'],
    ['settle: false', 'steps[0].settle onlyTrue'],
    ['cut: [S1, S1]', 'steps[0].cut sameServer'],
    ['cut: S1', 'steps[0].cut pair'],
    ['partition: [[S1, S2]]', 'steps[0].partition atLeast'],
    ['partition: [[S1], [S1, S2]]', 'steps[0].partition twiceInGroups'],
    ['{restart: S1, lose: memory}', 'steps[0].lose oneOf'],
    ['deliver: {nth: 0}', 'steps[0].deliver.nth atLeast'],
    ['deliver: {count: some}', 'steps[0].deliver.count oneOf'],
    ['deliver: {colour: red}', 'steps[0].deliver.colour unknownKey'],
    ['inject: {from: S1, to: S2}', 'steps[0].inject.type missingKey'],
    ['inject: {type: PreVoteReply, from: S1, to: S2}', 'steps[0].inject.type oneOf'],
    [
      'inject: {type: InstallSnapshotRequest, from: S1, to: S2, term: 1, lastIncludedIndex: 1}',
      'steps[0].inject.lastIncludedTerm missingKey',
    ],
    [
      'inject: {type: RequestVoteResponse, from: S1, to: S2, term: 1}',
      'steps[0].inject.voteGranted missingKey',
    ],
    ['back: home', 'steps[0].back noSuchMark'],
    ['addServer: [S4]', 'steps[0].addServer text'],
    ['addServer: leader', 'steps[0].addServer reservedName'],
    ['addServer: ""', 'steps[0].addServer empty'],
    ['{addServer: S4, at: S9}', 'steps[0].at unknownServer'],
    ['removeServer: S4', 'steps[0].removeServer unknownServer'],
    ['{removeServer: S1, learner: true}', 'steps[0].learner unknownKey'],
    ['reconfigure: S1', 'steps[0].reconfigure list'],
    ['reconfigure: []', 'steps[0].reconfigure empty'],
    ['reconfigure: [S1, S1]', 'steps[0].reconfigure twice'],
    ['promote: S4', 'steps[0].promote unknownServer'],
    ['transferLeadership: S4', 'steps[0].transferLeadership unknownServer'],
    ['snapshot: S4', 'steps[0].snapshot unknownServer'],
    ['ask: {pick: choice}', 'steps[0].ask.question missingKey'],
  ])('%s', (text, error) => {
    expect(steps(text)).toEqual([`4 ${error}`]);
  });
});

describe('servers that join', () => {
  const inTurn = (...lines: readonly string[]): readonly string[] =>
    told(`${head}steps:\n${lines.map((line) => `  - ${line}\n`).join('')}`);

  test('a name may be spoken of from the step that makes it', () => {
    expect(inTurn('addServer: S4', 'crash: S4', 'expect: {S4: {running: false}}')).toEqual([]);
    expect(inTurn('reconfigure: [S1, b, c]', 'partition: [[S1], [b, c]]')).toEqual([]);
    expect(inTurn('addServer: 4', 'removeServer: 4')).toEqual([]);
    expect(inTurn('crash: S4', 'addServer: S4')).toEqual(['4 steps[0].crash unknownServer']);
    expect(inTurn('addServer: S4', 'crash: S5')).toEqual(['5 steps[1].crash unknownServer']);
    expect(inTurn('expect: {S4: {running: true}}', 'addServer: S4')).toEqual([
      '4 steps[0].expect.S4 unknownKey',
    ]);
  });

  test('what holds from the start knows only the servers of the start', () => {
    const steps = 'steps: [{addServer: S4}]';
    expect(told(`${head}initial: {S4: {}}\n${steps}`)).toEqual(['3 initial.S4 unknownServer']);
    expect(told(`${head}options: {clockRate: {S4: 1}}\n${steps}`)).toEqual([
      '3 options.clockRate.S4 unknownServer',
    ]);
    expect(told(`${head}lesson: {goal: {S4: {running: true}}}\n${steps}`)).toEqual([]);
  });

  test('each of several runs has newcomers of its own', () => {
    const runs = 'runs: {a: {steps: [{addServer: S4}]}, b: {steps: [{crash: S4}]}}';
    expect(told(`${head}${runs}`)).toEqual(['3 runs.b.steps[0].crash unknownServer']);
  });

  test('there is an end to them', () => {
    const names = Array.from({ length: 99 }, (_, place) => `x${place}`).join();
    expect(inTurn(`reconfigure: [${names}]`)).toEqual([
      '4 steps[0].reconfigure[98] tooManyServers',
    ]);
  });
});

describe('expectations', () => {
  test.each([
    ['S4: {role: leader}', 'S4 unknownKey'],
    ['leader: S4', 'leader unknownServer'],
    ['S1: {rol: leader}', 'S1.rol unknownKey'],
    ['S1: {role: boss}', 'S1.role oneOf'],
    ['S1: {commitIndex: {atLeast: x}}', 'S1.commitIndex.atLeast number'],
    ['S1: {commitIndex: one}', 'S1.commitIndex number'],
    ['leaders: {one: [S1]}', 'leaders.one wholeNumber'],
    ['votes: {1: {S4: []}}', 'votes.1.S4 unknownServer'],
    ['inFlight: [{type: Letter}]', 'inFlight[0].type oneOf'],
    ['count: {messages: {}}', 'count oneCount'],
    ['count: {is: 1}', 'count oneCount'],
    ['violations: [Gravity]', 'violations[0] oneOf'],
    ['oneOf: []', 'oneOf empty'],
    ['oneOf: [{S1: {rol: x}}]', 'oneOf[0].S1.rol unknownKey'],
    ['not: {leader: 5}', 'not.leader unknownServer'],
  ])('%s', (text, error) => {
    expect(expected(text)).toEqual([`4 steps[0].expect.${error}`]);
  });
});

test('keys that mean something to objects are keys like others', () => {
  const keys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'];
  for (const key of keys) {
    expect(told(`${head}${key}: 1`)).toEqual([`3 ${key} unknownKey`]);
    expect(initial(`S1: {kv: {${key}: 1}}`)).toEqual([]);
    expect(initial(`${key}: {}`)).toEqual([`3 initial.${key} unknownServer`]);
    expect(steps(`set: {${key}: 1}`)).toEqual([]);
    expect(expected(`replies: {${key}: []}`)).toEqual([]);
  }
  expect({}).not.toHaveProperty('polluted');
});

test('every problem has a sentence', () => {
  for (const problem of problems) {
    const facts = { problem, found: '5', allowed: ['1', '2'], path: 'a.b' };
    expect(fileWords.problem(facts)).toMatch(/^["A-Za-z0-9].{12,}\.?$/);
  }
});
