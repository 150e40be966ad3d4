/** Traces and histories: the shape that others read, and the same bytes every time. */
import { expect, test } from 'vitest';
import { headlessRuns, history, runScenario, traceTo } from '../../src/scenario/index.ts';
import { lessonPaths, load, scenarioPaths, textOf } from './files.ts';

interface Message {
  readonly id: number;
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly inReplyTo?: number;
  readonly copyOf?: number;
}

interface Line {
  readonly seq: number;
  readonly time: number;
  readonly server: string | null;
  readonly event: string;
  readonly name?: string;
  readonly message?: Message;
  readonly links?: readonly (readonly string[])[];
  readonly lose?: readonly string[];
  readonly causes: readonly number[];
  readonly rules: readonly string[];
  readonly sent: readonly Message[];
  readonly state: Readonly<Record<string, unknown>> | null;
}

function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  for (const scenario of headlessRuns(load(text)))
    runScenario(
      scenario,
      traceTo((line) => lines.push(line)),
    );
  return lines;
}

const traceOf = (text: string): readonly Line[] =>
  linesOf(text).map((line) => JSON.parse(line) as Line);

const manual = 'quorate: 1\nservers: 2\ntimers: manual\ndelivery: manual\n';
const story = `${manual}initial: {S1: {log: [{term: 1, set: {x: 1}}]}}
steps:
  - timeout: S1
  - deliver: {to: S2}
`;

test('a line has the shape of the contract, in its order', () => {
  const lines = linesOf(story);
  expect(lines[0]?.slice(0, 80)).toBe(
    '{"seq":1,"time":0,"server":null,"event":"options","options":{"electionTimeoutMs"',
  );
  expect(lines.at(-1)).toBe(
    '{"seq":5,"time":0,"server":"S2","event":"receive","message":{"id":1,"type":"RequestVoteRequest",' +
      '"from":"S1","to":"S2","term":2,"candidateId":"S1","lastLogIndex":1,"lastLogTerm":1},' +
      '"causes":[4],"rules":["All2","Fol1","RV1","RV2"],' +
      '"sent":[{"id":2,"type":"RequestVoteResponse","from":"S2","to":"S1","term":2,"voteGranted":true,"inReplyTo":1}],' +
      '"state":{"role":"follower","running":true,"currentTerm":2,"votedFor":"S1","leader":null,"commitIndex":0,' +
      '"lastApplied":0,"log":[],"config":["S1","S2"],"kv":{}}}',
  );
});

test('it opens with the conditions and the state of every server', () => {
  const [options, first, second] = traceOf(story);
  expect(options).toMatchObject({
    options: { preVote: false, membership: 'joint', snapshotEvery: null, reads: 'log', links: {} },
    rulesOff: [],
    servers: ['S1', 'S2'],
    timers: 'manual',
    delivery: 'manual',
  });
  expect(first).toMatchObject({ event: 'start', server: 'S1' });
  expect(first?.state?.log).toEqual([{ index: 1, term: 1, set: { x: '1' } }]);
  expect(second).toMatchObject({ seq: 3, event: 'start', server: 'S2' });
});

test('leaders show what they know of others, candidates their votes, crashes what they lost', () => {
  const lines = traceOf(`${story}  - deliver: {to: S1}
  - rulesOff: [persist.log]
  - options: {links: {S1>S2: {lossRate: 0.5}}, servers: {S2: {noop: true}}}
  - crash: S2
  - restart: S2
    lose: [votedFor]
  - cut: [S1, S2]
    oneWay: true
  - heal: true
  - partition: [[S1], [S2]]
`);
  const of = (event: string): Line => lines.findLast((line) => line.event === event) as Line;
  expect(of('electionTimeout').state).toMatchObject({ role: 'candidate', votesGranted: ['S1'] });
  expect(lines.find(({ state }) => state?.role === 'leader')?.state).toMatchObject({
    nextIndex: { S2: 2 },
    matchIndex: { S2: 0 },
  });
  expect(of('crash')).toMatchObject({ lose: ['log'], state: { running: false, log: [] } });
  expect(of('restart').lose).toEqual(['votedFor']);
  expect(lines.find(({ event }) => event === 'cut')?.links).toEqual([['S1', 'S2']]);
  expect(of('heal').links).toEqual([['S1', 'S2']]);
  expect(of('cut').links).toEqual([
    ['S1', 'S2'],
    ['S2', 'S1'],
  ]);
  expect(of('options')).toMatchObject({
    options: { links: { 'S1>S2': { lossRate: 0.5 } }, servers: { S2: { noop: true } } },
    rulesOff: ['persist.log'],
  });
});

test('a forged message is the cause of what it does, a copy says of what it is one', () => {
  const lines = traceOf(`${manual}steps:
  - inject: {type: RequestVoteResponse, from: S2, to: S1, term: 1, voteGranted: true}
  - duplicate: {to: S1}
  - settle: true
`);
  const [forged, copied, first, second] = lines.slice(3);
  expect(forged).toMatchObject({ event: 'inject', server: null, message: { id: 1 }, state: null });
  expect(copied).toMatchObject({ event: 'duplicate', message: { id: 2, copyOf: 1 } });
  expect(first?.causes).toEqual([forged?.seq]);
  expect(second?.causes).toEqual([forged?.seq]);
});

test('marks and returns are lines, and no number comes twice', () => {
  const lines = traceOf(`${manual}steps:
  - mark: a
  - timeout: S1
  - deliver: {}
  - back: a
  - timeout: S2
  - mark: b
  - deliver: {}
  - back: b
  - deliver: {}
`);
  const told = lines.slice(3).map(({ seq, event, name, causes }) => [seq, name ?? event, causes]);
  expect(told).toEqual([
    [4, 'a', []],
    [5, 'electionTimeout', []],
    [6, 'receive', [5]],
    [7, 'a', []],
    [8, 'electionTimeout', []],
    [9, 'b', []],
    [10, 'receive', [8]],
    [11, 'b', []],
    [12, 'receive', [8]],
  ]);
});

const all = [...scenarioPaths, ...lessonPaths];

test.each(all)('%s gives the same bytes twice', (path) => {
  expect(linesOf(textOf(path)).join('\n')).toBe(linesOf(textOf(path)).join('\n'));
});

/** What is wrong with the messages of a trace without returns: each is sent once, and received or lost at most once. */
function messageFaults(lines: readonly Line[]): readonly string[] {
  const inFlight = new Map<number, Message>();
  const faults: string[] = [];
  for (const { seq, event, message, sent } of lines) {
    if (event === 'inject' || event === 'duplicate')
      inFlight.set(message?.id ?? 0, message as Message);
    if ((event === 'receive' || event === 'drop') && !inFlight.delete(message?.id ?? 0))
      faults.push(`${seq}: ${message?.id} was not in flight`);
    for (const one of sent) {
      if (inFlight.has(one.id)) faults.push(`${seq}: ${one.id} is sent twice`);
      if (one.type.endsWith('Response') && one.inReplyTo === undefined)
        faults.push(`${seq}: ${one.id} answers nothing`);
      inFlight.set(one.id, one);
    }
  }
  return faults;
}

test.each(all.filter((path) => !textOf(path).includes('back:')))(
  'in %s every message that arrives was sent',
  (path) => {
    for (const scenario of headlessRuns(load(textOf(path)))) {
      const lines: string[] = [];
      runScenario(
        scenario,
        traceTo((line) => lines.push(line)),
      );
      const parsed = lines.map((line) => JSON.parse(line) as Line);
      expect(messageFaults(parsed)).toEqual([]);
      expect(parsed.map(({ seq }) => seq)).toEqual(parsed.map((_, place) => place + 1));
    }
  },
);

test('a history has one line an operation', () => {
  const { play } = runScenario(
    load(`quorate: 1
servers: 3
options: {latencyMs: [10, 10], clientLatencyMs: 5}
initial: {S1: {role: leader, currentTerm: 1}}
steps:
  - set: {x: 1}
  - run: 100
  - cas: {x: [1, 2]}
  - run: 100
  - cas: {x: [1, 3]}
  - run: 100
  - incr: x
    loseReply: true
  - run: 1500
  - get: x
  - run: 100
  - delete: x
  - run: 100
  - set: {x: word}
  - run: 100
  - incr: x
  - run: 100
  - cut: [S1, S2]
  - cut: [S1, S3]
  - get: nothing
    client: c2
`),
  );
  expect(history(play.world)).toEqual([
    '{"client":"c1","op":"set","key":"x","value":"1","call":0,"return":30,"result":null,"status":"ok"}',
    '{"client":"c1","op":"cas","key":"x","value":["1","2"],"call":100,"return":130,"result":true,"status":"ok"}',
    '{"client":"c1","op":"cas","key":"x","value":["1","3"],"call":200,"return":230,"result":false,"status":"ok"}',
    '{"client":"c1","op":"incr","key":"x","call":300,"return":1320,"result":"3","status":"ok"}',
    '{"client":"c1","op":"get","key":"x","call":1800,"return":1830,"result":"3","status":"ok"}',
    '{"client":"c1","op":"delete","key":"x","call":1900,"return":1930,"result":null,"status":"ok"}',
    '{"client":"c1","op":"set","key":"x","value":"word","call":2000,"return":2030,"result":null,"status":"ok"}',
    '{"client":"c1","op":"incr","key":"x","call":2100,"return":2130,"result":null,"status":"fail"}',
    '{"client":"c2","op":"get","key":"nothing","call":2200,"return":null,"result":null,"status":"unknown"}',
  ]);
});

test('the history of a client whose session has expired: undone at the first attempt, unknown after a lost answer', () => {
  const { play } = runScenario(
    load(`quorate: 1
servers: 1
options: {sessionLimit: 1}
initial: {S1: {role: leader, currentTerm: 1}}
steps:
  - incr: x
    loseReply: true
  - set: {y: 1}
    client: c2
  - run: 1500
  - incr: x
  - run: 100
`),
  );
  expect(history(play.world)).toEqual([
    '{"client":"c2","op":"set","key":"y","value":"1","call":0,"return":0,"result":null,"status":"ok"}',
    '{"client":"c1","op":"incr","key":"x","call":0,"return":null,"result":null,"status":"unknown"}',
    '{"client":"c1","op":"incr","key":"x","call":1500,"return":1500,"result":null,"status":"fail"}',
  ]);
});
