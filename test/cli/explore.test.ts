/** What `npm run explore` promises: what it prints where, its exit codes, and files that do not depend on who wrote them. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { main } from '../../src/cli/explore.ts';
import { hasPassed, runScenario } from '../../src/scenario/index.ts';
import { load } from '../scenario/files.ts';
import { captured } from '../support/captured.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quorate-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
const textIn = (name: string): string => readFileSync(join(folder, name), 'utf8');

const explore = (...argv: readonly string[]) => captured(main, argv, folder);

const asked = ['--seeds', '1..60', '--rules-off', 'vote.upToDate', '--workers', '0'] as const;

test('nothing found is said, with how much was tried, and is no failure', async () => {
  const { code, out } = await explore('--seeds', '1..20', '--workers', '0');
  expect(code).toBe(0);
  expect(out).toMatch(
    /^20 seeds, \d+ schedules, [\d,]+ events, every property checked after each\nNothing was found\.\n$/,
  );
});

test('the first finding is made small, printed, and left as a file that shows it again', async () => {
  const printed = await explore(...asked, '--first');
  expect(printed.code).toBe(1);
  const [, text = ''] = /\n\n([\s\S]*)$/.exec(printed.out) ?? [];
  expect(hasPassed(runScenario(load(text)))).toBe(true);
  const { out } = await explore(...asked, '--first', '--to', 'found');
  const [, path = ''] = /^npm run sim -- (.*)$/m.exec(out) ?? [];
  expect(readFileSync(path, 'utf8')).toBe(`${text.trimEnd()}\n`);
});

test('a file that was interrupted, even in a line, goes on to the same bytes', async () => {
  await explore(...asked, '--out', 'whole.ndjson');
  const whole = textIn('whole.ndjson');
  expect(whole.split('\n')).toHaveLength(62);
  for (const share of [0, 0.1, 0.5, 0.99]) {
    writeFileSync(join(folder, 'cut.ndjson'), whole.slice(0, Math.floor(whole.length * share)));
    const { code } = await explore(...asked, '--out', 'cut.ndjson');
    expect(code).toBe(1);
    expect(textIn('cut.ndjson')).toBe(whole);
  }
});

test('a file of another exploration is left as it is', async () => {
  writeFileSync(join(folder, 'other.ndjson'), 'something else\n');
  const { code, err } = await explore(...asked, '--out', 'other.ndjson');
  expect(code).toBe(2);
  expect(err).toContain('is of another exploration');
  expect(textIn('other.ndjson')).toBe('something else\n');
});

/** The command as it is run in a shell, a bundle with threads. */
const command = ['src/cli/run.mjs', 'src/cli/explore.ts', ...asked.slice(0, 4)];
const hasParallel = spawnSync('parallel', ['--version']).stdout?.includes('GNU parallel') ?? false;

/** Four parts, each in a process of its own: by GNU parallel where it is installed. */
function runParts(): readonly string[] {
  const names = [1, 2, 3, 4].map((part) => join(folder, 'out', `${part}.ndjson`));
  const part = (shard: string): readonly string[] => ['--shard', `${shard}/4`, '--workers', '1'];
  if (hasParallel) {
    const out = ['--out', join(folder, 'out', '{}.ndjson')];
    const each = [process.execPath, ...command, ...part('{}'), ...out];
    spawnSync('parallel', ['-j2', ...each, ':::', '1', '2', '3', '4']);
  } else
    for (const [place, name] of names.entries())
      spawnSync(process.execPath, [...command, ...part(String(place + 1)), '--out', name]);
  return names;
}

describe('four parts', () => {
  test('give together the bytes of one run', { timeout: 120_000 }, async () => {
    const parts = runParts();
    expect(parts.every(existsSync)).toBe(true);
    await explore(...asked, '--out', 'one.ndjson');
    const merged = await explore('--merge', ...parts, '--out', 'merged.ndjson');
    expect(merged.code).toBe(0);
    expect(textIn('merged.ndjson')).toBe(textIn('one.ndjson'));
    // Where a part is missing nothing is put together.
    const { code, err } = await explore('--merge', ...parts.slice(1));
    expect(code).toBe(2);
    expect(err).toBe('15 seeds are in none of the files, seed 1 first.\n');
  });
});

test('parts of different explorations are not put together', async () => {
  await explore('--seeds', '1..2', '--workers', '0', '--out', 'a.ndjson');
  await explore('--seeds', '1..3', '--workers', '0', '--out', 'b.ndjson');
  const { code, err } = await explore('--merge', 'a.ndjson', 'b.ndjson');
  expect(code).toBe(2);
  expect(err).toContain('b.ndjson is of another exploration');
});

test('a tiny world is exhausted', async () => {
  const tiny = ['exhaust', '--entries', '0', '--messages', '4', '--crashes', '0'] as const;
  const whole = await explore(...tiny);
  expect(whole.code).toBe(0);
  expect(whole.out).toMatch(
    /^[\d,]+ distinct worlds, [\d,]+ steps, depth \d+\nEvery property holds in every schedule\.\n$/,
  );
  const broken = await explore(...tiny, '--rules-off', 'vote.onePerTerm');
  expect(broken.code).toBe(1);
  expect(broken.out).toContain('ElectionSafety is broken');
});

test('an experiment is a table, and a file of every trial', async () => {
  const { code, out } = await explore('measure', 'repair', '--trials', '5', '--csv', 'repair.csv');
  expect(code).toBe(0);
  expect(out).toMatch(/^§5\.3, in messages, seed 1\n/);
  expect(out).toMatch(/^decrement +5 /m);
  expect(textIn('repair.csv').trimEnd().split('\n')).toHaveLength(16);
});

test.each([
  ['no seeds', [], '--seeds is missing.'],
  ['seeds that go backwards', ['--seeds', '5..1'], '--seeds cannot be 5..1.'],
  ['a part that is none', ['--seeds', '1..2', '--shard', '3/2'], '--shard cannot be 3/2.'],
  ['a rule there is not', ['--seeds', '1..2', '--rules-off', 'x'], '--rules-off cannot be x.'],
  ['an experiment there is not', ['measure', 'luck'], 'measure cannot be luck.'],
  ['a world too large', ['exhaust', '--servers', '6'], '--servers cannot be 6.'],
])('the command line refuses %s', async (_name, argv, sentence) => {
  const { code, out, err } = await explore(...argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^.+\nUsage:/);
  expect(err.startsWith(sentence)).toBe(true);
});

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const typeOf = (value: unknown): string =>
  Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;

/** What of a value is not as the schema wants it, by path. */
function against(schema: Schema, value: unknown, root: Schema, path = ''): readonly string[] {
  const { $ref } = schema;
  if ($ref !== undefined) {
    const named = root.definitions?.[$ref.replace('#/definitions/', '')];
    return named === undefined ? [`${path}: no ${$ref}`] : against(named, value, root, path);
  }
  if (schema.enum !== undefined && !schema.enum.includes(value))
    return [`${path}: not one of them`];
  if (schema.type !== undefined && typeOf(value) !== schema.type)
    return [`${path}: ${typeOf(value)}`];
  if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(String(value)))
    return [`${path}: pattern`];
  if (schema.minimum !== undefined && Number(value) < schema.minimum) return [`${path}: too small`];
  const { items, properties = {}, additionalProperties = true, required = [] } = schema;
  if (Array.isArray(value))
    return items === undefined
      ? []
      : value.flatMap((one, place) => against(items, one, root, `${path}[${place}]`));
  if (typeof value !== 'object' || value === null) return [];
  const missing = required.filter((key) => !(key in value)).map((key) => `${path}.${key}: missing`);
  const wrong = Object.entries(value).flatMap(([key, own]) => {
    const known = properties[key] ?? additionalProperties;
    const here = `${path}.${key}`;
    if (known === false) return [`${here}: unknown`];
    return known === true ? [] : against(known, own, root, here);
  });
  return [...missing, ...wrong];
}

test('the Job for a Kubernetes cluster is one, and names the parts of the seeds', () => {
  const schema = JSON.parse(readFileSync('test/cli/job.schema.json', 'utf8')) as Schema;
  const text = readFileSync('src/cli/explore.job.yaml', 'utf8');
  const job = parse(text) as { spec: { completions: number } };
  expect(against(schema, job, schema)).toEqual([]);
  expect(text).toContain(`--shard "$((JOB_COMPLETION_INDEX + 1))/${job.spec.completions}"`);
  const wrong = parse(
    text.replace('completions: 16', 'completions: none').replace('image:', 'img:'),
  );
  expect(against(schema, wrong, schema)).toEqual([
    '.spec.completions: string',
    '.spec.template.spec.containers[0].image: missing',
    '.spec.template.spec.containers[0].img: unknown',
  ]);
});
