/** The help explains every sign that the diagram can draw: a new kind without its line does not compile. */
import { expect, test } from 'vitest';
import { diagramLegend } from '../../src/viz/index.ts';
import type { DotKind, LanePart, LineKind, NoticeMark } from '../../src/viz/spacetime/types.ts';
import { keys } from '../../src/words/en/later/keys.ts';

type Meaning = keyof typeof diagramLegend;

const explained = {
  elected: 'elected',
  crash: 'crash',
  restart: 'restart',
  pause: 'pause',
  resume: 'resume',
  timeout: 'timeout',
  vote: 'vote',
  append: 'append',
  apply: 'apply',
  client: 'apply',
  plain: 'plain',
  blank: 'lane',
  follower: 'lane',
  candidate: 'laneCandidate',
  leader: 'laneLeader',
  down: 'laneDown',
  entries: 'bringEntries',
  snapshot: 'bringEntries',
  beat: 'beat',
  reply: 'answer',
  call: 'laneClient',
  answer: 'answer',
  cut: 'cut',
  heal: 'heal',
  options: 'conditions',
  violation: 'violation',
} as const satisfies Record<
  DotKind | LanePart | Exclude<LineKind, 'vote'> | NoticeMark['kind'],
  Meaning
>;

test('every kind of sign has a shape and a sentence in the help', () => {
  for (const meaning of Object.values(explained)) {
    expect(diagramLegend[meaning].length, meaning).toBeGreaterThan(0);
    expect(keys.diagramMeanings[meaning], meaning).toMatch(/\S/);
  }
});

test('shapes and sentences are of the same signs', () => {
  expect(Object.keys(keys.diagramMeanings)).toEqual(Object.keys(diagramLegend));
});
