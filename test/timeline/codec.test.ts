import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainSetup } from '../../src/sim/index.ts';
import { decodeRun, encodeRun, engineVersion, type Run, runOf } from '../../src/timeline/index.ts';

const run: Run = {
  ...runOf(plainSetup(3, 7)),
  commands: [
    { seq: 4, time: 0, command: { type: 'crash', server: 1 } },
    { seq: 9, time: 12.345, command: { type: 'cut', links: [[0, 1]] } },
  ],
};

test('a run comes back from its text as it was', () => {
  expect(decodeRun(encodeRun(run))).toEqual({ ok: true, value: run });
});

test('a run of another engine is told apart', () => {
  const other = encodeRun({ ...run, version: engineVersion + 1 });
  expect(decodeRun(other)).toEqual({ ok: false, error: 'otherVersion' });
});

const without = (key: string): string => JSON.stringify({ ...run, [key]: undefined });
const setup = (changed: object): string =>
  JSON.stringify({ ...run, setup: { ...run.setup, ...changed } });

test.each([
  ['an empty text', ''],
  ['no JSON', '{"version": 1'],
  ['null', 'null'],
  ['a list', '[]'],
  ['a number', '1'],
  ['no version', without('version')],
  ['no setup', without('setup')],
  ['no commands', without('commands')],
  ['no servers', setup({ names: [] })],
  ['a seed that is no number', setup({ seed: '1' })],
  ['no options', setup({ options: null })],
  [
    'a command without a moment',
    JSON.stringify({ ...run, commands: [{ command: { type: 'heal' } }] }),
  ],
  ['a moment without a command', JSON.stringify({ ...run, commands: [{ seq: 1, time: 0 }] })],
  [
    'a command without a type',
    JSON.stringify({ ...run, commands: [{ seq: 1, time: 0, command: {} }] }),
  ],
])('%s is not a run', (_name, text) => {
  expect(decodeRun(text)).toEqual({ ok: false, error: 'notARun' });
});

test('no text at all makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(decodeRun(text).ok).toBe(false);
    }),
    { seed: 5, numRuns: 300 },
  );
});
