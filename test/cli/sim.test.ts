/** What `npm run sim` promises: what it prints where, and its exit codes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../../src/cli/sim.ts';
import { captured } from '../support/captured.ts';

let folder = '';
const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const linesIn = (name: string): readonly Record<string, unknown>[] =>
  readFileSync(join(folder, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quorate-'));
  const head = 'quorate: 1\ntitle: One\nservers: 1\n';
  put('good.yaml', `${head}steps:\n  - run: 400\n  - set: {A: 1}\n  - expect: {leader: S1}\n`);
  put('fails.yaml', `${head}steps:\n  - run: 400\n  - expect: {S1: {role: follower}}\n`);
  put('bad.yaml', `${head}steps:\n  - run: soon\n`);
  put('runs.yaml', `${head}steps: [{run: 1}]\nruns: {other: {steps: [{run: 2}]}}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const sim = (...argv: readonly string[]) => captured(main, argv, folder);

test('what holds is counted', async () => {
  expect(await sim('good.yaml')).toEqual({ code: 0, out: '1 passed, 0 failed\n', err: '' });
});

test('what does not hold is a line with file, line, step, path, expected and actual', async () => {
  expect(await sim('good.yaml', 'fails.yaml')).toEqual({
    code: 1,
    out:
      'fails.yaml:6: step 1: steps[1].expect.S1.role: expected "follower", actual "leader"\n' +
      '1 passed, 1 failed\n',
    err: '',
  });
});

test('one bad file: none is run, nothing is written', async () => {
  const { code, out, err } = await sim('good.yaml', 'bad.yaml', '--trace', 'none.ndjson');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toBe('bad.yaml:5: steps[0].run: A number is expected here, not "soon".\n');
  expect(() => linesIn('none.ndjson')).toThrow('ENOENT');
});

test.each([
  [[], 'No file is named.'],
  [['good.yaml', '--fast'], 'There is no flag --fast.'],
  [['good.yaml', '--trace'], '--trace needs a value.'],
  [['good.yaml', '--seed', 'x'], '--seed needs a whole number, not x.'],
  [['good.yaml', '--seed=1.5'], '--seed needs a whole number, not 1.5.'],
  [['good.yaml', '--json', '--json'], '--json is given twice.'],
])('%j is no command line', async (argv, sentence) => {
  const { code, out, err } = await sim(...argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(`${sentence}\nUsage:`);
});

test('files that cannot be read or written', async () => {
  expect(await sim('absent.yaml')).toEqual({
    code: 2,
    out: '',
    err: 'absent.yaml cannot be read: ENOENT.\n',
  });
  expect(await sim('good.yaml', '--trace', 'no/where.ndjson')).toEqual({
    code: 2,
    out: '',
    err: 'no/where.ndjson cannot be written: ENOENT.\n',
  });
});

test('--json prints one object a run, and nothing else', async () => {
  const { code, out, err } = await sim('good.yaml', 'fails.yaml', '--json');
  const [good, fails] = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect({ code, err }).toEqual({ code: 1, err: '1 passed, 1 failed\n' });
  expect(good).toMatchObject({
    file: 'good.yaml',
    title: 'One',
    passed: true,
    failures: [],
    violations: [],
    time: 400,
    state: { S1: { role: 'leader', kv: { A: '1' }, log: [{ term: 1, set: { A: '1' } }] } },
  });
  expect(fails).toMatchObject({
    passed: false,
    failures: [
      { step: 1, path: 'steps[1].expect.S1.role', expected: 'follower', actual: 'leader' },
    ],
  });
});

test('--trace and --history write lines, with their file where there are several', async () => {
  expect((await sim('good.yaml', '--trace', 'a.ndjson', '--history=b.ndjson')).code).toBe(0);
  expect(linesIn('a.ndjson')[0]).toMatchObject({ seq: 1, event: 'options' });
  expect(linesIn('b.ndjson')).toMatchObject([{ client: 'c1', op: 'set', status: 'ok' }]);
  await sim('good.yaml', 'runs.yaml', '--trace', 'c.ndjson', '--history', 'd.ndjson');
  const files = linesIn('c.ndjson').map(({ file }) => file);
  expect([...new Set(files)]).toEqual(['good.yaml', 'runs.yaml', 'runs.yaml#other']);
  expect(linesIn('d.ndjson')[0]).toMatchObject({ file: 'good.yaml', client: 'c1' });
});

test('--seed takes the place of the seed of every file', async () => {
  const electedAt = async (...argv: readonly string[]): Promise<unknown> => {
    await sim('good.yaml', '--trace', 'seed.ndjson', ...argv);
    return linesIn('seed.ndjson').find(({ event }) => event === 'electionTimeout')?.time;
  };
  const [own, same, other] = [
    await electedAt(),
    await electedAt('--seed', '1'),
    await electedAt('--seed', '2'),
  ];
  expect(same).toBe(own);
  expect(other).not.toBe(own);
});
