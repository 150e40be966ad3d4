/** Running a scenario: what a step does, what fails it, and what a return restores. */
import { describe, expect, test } from 'vitest';
import { headlessRuns, recordRun, reportOf, runScenario } from '../../src/scenario/index.ts';
import { fingerprint, openTimeline, seekSeq } from '../../src/timeline/index.ts';
import { lessonPaths, load, scenarioPaths, textOf } from './files.ts';

const manual = 'quorate: 1\nservers: 3\ntimers: manual\ndelivery: manual\n';
const led = `${manual}initial: {S1: {role: leader, currentTerm: 1}}\n`;
const automatic = 'quorate: 1\nservers: 3\n';

const run = (head: string, ...steps: readonly string[]) =>
  runScenario(load(`${head}steps:\n${steps.map((step) => `  - ${step}\n`).join('')}`));

const failed = (head: string, ...steps: readonly string[]): readonly string[] =>
  run(head, ...steps).failures.map(
    ({ step, line, path, reason, expected, actual }) =>
      `${step} ${line} ${path} ${reason} ${JSON.stringify(expected)} ${JSON.stringify(actual)}`,
  );

describe('a step fails, and the run goes on', () => {
  test.each([
    ['crash: S1\n  - crash: S1', '1 8 steps[1] isStopped null "S1"'],
    ['restart: S1', '0 7 steps[0] isRunning null "S1"'],
    ['pause: S1\n  - timeout: S1', '1 8 steps[1] isPaused null "S1"'],
    ['resume: S1', '0 7 steps[0] isNotPaused null "S1"'],
    ['heartbeat: S2', '0 7 steps[0] doesNotLead null "S2"'],
    ['crash: S1\n  - heartbeat: S1', '1 8 steps[1] isStopped null "S1"'],
    ['retry: c1', '0 7 steps[0] nothingPending null null'],
    ['deliver: {to: S1}', '0 7 steps[0].deliver noSuchMessage {"to":"S1"} null'],
    [
      'heartbeat: S1\n  - drop: {to: S2, count: 2}',
      '1 8 steps[1].drop noSuchMessage {"to":"S2","count":2} null',
    ],
    ['heartbeat: S1\n  - release: {to: S2}', '1 8 steps[1].release noSuchMessage {"to":"S2"} null'],
  ])('%s', (steps, failure) => {
    const after = 'expect: {S2: {running: true}}';
    expect(failed(led, steps, after)).toEqual([failure]);
  });

  test('an expectation says what was expected and what is, by path and line', () => {
    expect(failed(led, 'expect:\n      S1: {role: follower}\n      leader: null')).toEqual([
      '0 8 steps[0].expect.S1.role expected "follower" "leader"',
      '0 9 steps[0].expect.leader expected null "S1"',
    ]);
  });

  test('a state that does not come in time', () => {
    const { failures, play } = run(led, 'runUntil: {leader: S2}\n    withinMs: 70.5');
    expect(failures).toMatchObject([{ reason: 'notInTime', path: 'steps[0].runUntil.leader' }]);
    expect(play.world.time).toBe(70.5);
  });

  test('a run that stands still ends', () => {
    const still = `${automatic}options: {heartbeatIntervalMs: 0.0001, electionTimeoutMs: [1, 1]}\n`;
    const alone = still.replace('servers: 3', 'servers: 1');
    expect(failed(alone, 'run: 2', 'run: 5')).toEqual([
      '0 5 steps[0] standstill {"atMost":1000000} 1000000',
    ]);
  });

  test('a property that breaks and is not declared later', () => {
    const twoLeaders = `${manual}rulesOff: [vote.onePerTerm]\n`;
    const story = ['timeout: S1', 'timeout: S2', 'deliver: {from: S1, to: S3}'];
    const end = ['deliver: {from: S2, to: S3}', 'deliver: {to: S1, from: S3}'];
    const both = [...story, ...end, 'deliver: {to: S2, from: S3}'];
    expect(failed(twoLeaders, ...both)).toEqual([
      'null 1 violations undeclared [] {"property":"ElectionSafety","time":0,"event":10}',
    ]);
    const declaring = 'expect: {violations: [ElectionSafety]}';
    expect(failed(twoLeaders, ...both, declaring)).toEqual([]);
    const either = 'expect: {oneOf: [{leader: S3}, {violations: [ElectionSafety]}]}';
    expect(failed(twoLeaders, ...both, either)).toEqual([]);
    expect(failed(twoLeaders, ...both, 'expect: {not: {violations: []}}')).toHaveLength(1);
    expect(failed(twoLeaders, declaring, ...both)).toHaveLength(2);
  });
});

describe('going back', () => {
  test('restores counts, clients, violations and the commands given', () => {
    const story = [
      'set: {A: 1}',
      'settle: true',
      'expect: {count: {leaderChanges: true, is: 0}}',
      'mark: here',
      'timeout: S2',
      'settle: true',
      'set: {B: 2}\n    client: c2',
      'expect: {leader: S2, leaders: {2: [S2]}}',
      'back: here',
      'expect: {leader: S1, leaders: {2: []}, replies: {c1: [{ok: true}], c2: []}, count: {messages: {type: RequestVoteRequest}, is: 0}}',
      'expect: {count: {leaderChanges: true, is: 0}}',
    ];
    const { failures, play, moments } = run(led, ...story);
    expect(failures).toEqual([]);
    expect(play.commands.map(({ command }) => command.type)).toEqual([
      'request',
      ...play.commands.slice(1).map(() => 'deliver'),
    ]);
    expect(moments.map(({ step }) => step)).toEqual([0, 1, 2, 3, 9, 10]);
  });

  test('the same mark serves again', () => {
    const once = ['crash: S2', 'expect: {S2: {running: false}}', 'back: a'];
    expect(failed(led, 'mark: a', ...once, ...once, 'expect: {S2: {running: true}}')).toEqual([]);
  });
});

test('counting elections begins anew where they were counted, not where they were waited for', () => {
  const wait = 'runUntil: {count: {leaderChanges: true, atLeast: 1}}';
  const counted = (is: number) => `expect: {count: {leaderChanges: true, is: ${is}}}`;
  expect(failed(automatic, wait, wait, counted(1), counted(0))).toEqual([]);
});

test('bare values are read as their text', () => {
  const story = [
    'set: {A: 1.0}',
    'set: {B: true}',
    'set: {C: 0x1F}',
    'set: {D: 1e3}',
    'cas: {A: [1.0, 007]}',
    'settle: true',
    'expect: {S1: {kv: {A: "007", B: "true", C: "0x1F", D: "1e3"}}}',
    'expect: {S1: {kv: {A: 007, B: true, C: 0x1F, D: 1e3}}}',
    'set: {yes: no}',
    'set: {__proto__: constructor}',
    'settle: true',
    'expect: {not: {S1: {kv: {A: 007, B: true, C: 0x1F, D: 1e3}}}}',
    'get: __proto__',
    'settle: true',
    'expect: {replies: {c1: [{}, {}, {}, {}, {}, {}, {}, {value: constructor}]}}',
  ];
  expect(failed(led, ...story)).toEqual([]);
});

test('an expectation compares servers as sets, maps by their keys, and messages one to one', () => {
  const story = [
    'heartbeat: S1',
    'expect: {inFlight: [{to: S2}, {from: S1}]}',
    'expect: {inFlight: [{from: S1}, {to: S2}]}',
    'expect: {not: {inFlight: [{to: S2}, {to: S2}]}}',
    'expect: {not: {inFlight: []}}',
    'settle: true',
    'expect: {inFlight: [], S1: {config: [S3, S1, S2], matchIndex: {S2: {atMost: 0}}}}',
    'expect: {not: {S1: {config: [S1, S2]}}}',
    'expect: {not: {S2: {nextIndex: {S1: 1}}}}',
    'expect: {S2: {snapshot: null, learners: []}}',
  ];
  expect(failed(led, ...story)).toEqual([]);
});

test('a file of JSON is a scenario, tabs and all', () => {
  const file = { quorate: 1, servers: 1, steps: [{ run: 400 }, { expect: { leader: 'S1' } }] };
  expect(runScenario(load(JSON.stringify(file, null, '\t'))).failures).toEqual([]);
});

test('each of the runs of a file is one of its own', () => {
  const text = `${automatic}options: {noop: true, heartbeatIntervalMs: 20}
steps: [{run: 1}]
runs:
  plain: {options: {noop: false}, steps: [{run: 2}]}
  led: {initial: {S1: {role: leader, currentTerm: 3}}, rulesOff: [candidate.retry]}
`;
  const runs = headlessRuns(load(text));
  expect(runs.map((one) => one.run)).toEqual([null, 'plain', 'led']);
  expect(runs.map(({ setup }) => setup.options.noop)).toEqual([true, false, true]);
  expect(runs.map(({ setup }) => setup.options.heartbeatIntervalMs)).toEqual([20, 20, 20]);
  expect(runs.map(({ steps }) => steps[0]?.path)).toEqual([
    'steps[0]',
    'runs.plain.steps[0]',
    'steps[0]',
  ]);
  expect(runs[2]?.setup.rulesOff).toEqual(['candidate.retry']);
  expect(headlessRuns(load(text.replace('steps: [{run: 1}]\n', ''))).map((one) => one.run)).toEqual(
    ['plain', 'led'],
  );
});

test('the report holds the state in the words of EXPECT', () => {
  const scenario = load(`${led}steps: [{set: {A: 1}}, {settle: true}]`, 'a.yaml');
  const report = reportOf(scenario, runScenario(scenario));
  expect(Object.keys(report)).toEqual(
    'file title passed failures violations time events state'.split(' '),
  );
  const again = { expect: report.state };
  expect(failed(led, 'set: {A: 1}', 'settle: true', JSON.stringify(again))).toEqual([]);
});

test.each([...scenarioPaths, ...lessonPaths])('%s is a run that replays', (path) => {
  for (const scenario of headlessRuns(load(textOf(path), path))) {
    const { run: recorded, end } = recordRun(scenario);
    const timeline = openTimeline(recorded);
    seekSeq(timeline, end.seq);
    const { play } = runScenario(scenario);
    // Between the last event and the end nothing happened but time.
    expect(fingerprint({ ...timeline.world, time: end.time })).toEqual(fingerprint(play.world));
  }
});
