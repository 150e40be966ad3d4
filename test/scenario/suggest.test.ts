/** What an editor offers at a place of a file, written or not. */
import { describe, expect, test } from 'vitest';
import { scenarioJsonSchema } from '../../src/scenario/jsonSchema.ts';
import { suggestionsAt } from '../../src/scenario/suggest.ts';
import { placeAt } from '../../src/scenario/writing.ts';

const schema = JSON.parse(scenarioJsonSchema()) as object;

/** The place is where the bar stands. */
const labels = (text: string): readonly string[] => {
  const offset = text.indexOf('|');
  return suggestionsAt(schema, text.replace('|', ''), offset).all.map(({ label }) => label);
};

const pathAt = (text: string) => placeAt(text.replace('|', ''), text.indexOf('|'));

describe('the place', () => {
  test.each([
    ['ser|', [], true],
    ['profile: |', ['profile'], false],
    ['initial:\n  S1: { role: |', ['initial', 'S1', 'role'], false],
    ['initial:\n  S1:\n    log: [1, |', ['initial', 'S1', 'log', null], false],
    ['steps:\n  - |', ['steps', null], true],
    ['steps:\n- set: { A: 1 }\n  |', ['steps', null], true],
    ['steps:\n  - note: x\n    why: { |', ['steps', null, 'why'], true],
    [
      'steps:\n  - ask:\n      options:\n        - text: a\n          |',
      ['steps', null, 'ask', 'options', null],
      true,
    ],
    ['lesson:\n  goal:\n    S1: { role: leader }\n    |', ['lesson', 'goal'], true],
  ])('%j', (text, path, isKey) => {
    const place = pathAt(text);
    expect([place.path, place.isKey]).toEqual([path, isKey]);
  });

  test('what is typed so far is left out, and what stands beside it is known', () => {
    const { from, siblings } = pathAt('steps:\n  - set: { A: 1 }\n    client: c1\n    a|');
    expect([from, siblings]).toEqual([44, ['client', 'set']]);
  });
});

describe('what is offered', () => {
  test('keys of the file, but none twice', () => {
    expect(labels('quorate: 1\n|')).toEqual(expect.arrayContaining(['title', 'servers', 'steps']));
    expect(labels('quorate: 1\n|')).not.toContain('quorate');
  });

  test('values of a choice', () => {
    expect(labels('profile: |')).toEqual(['paper', 'seed', 'production']);
    expect(labels('options:\n  preVote: |')).toEqual(['true', 'false']);
    expect(labels('rulesOff: [|')).toContain('vote.upToDate');
  });

  test('the verbs of steps, and beside a verb only what goes with it', () => {
    expect(labels('steps:\n  - |')).toEqual(expect.arrayContaining(['run', 'crash', 'ask']));
    expect([...labels('steps:\n  - set: { A: 1 }\n    |')].sort()).toEqual([
      'at',
      'client',
      'loseReply',
    ]);
    expect(labels('steps:\n  - restart: S1\n    lose: [|')).toContain('votedFor');
  });

  test('the servers of the file by their names', () => {
    expect(labels('servers: 3\nsteps:\n  - crash: |')).toEqual(['S1', 'S2', 'S3']);
    expect(labels('names: [one, two]\nsteps:\n  - expect: { |')).toEqual(
      expect.arrayContaining(['leader', 'one', 'two']),
    );
  });
});
