/** Every id that a pure room can hand over has a sentence, and sentences keep the tone of the house. */
import { expect, test } from 'vitest';
import { propertyNames } from '../../src/check/index.ts';
import { ruleIds } from '../../src/raft/index.ts';
import * as catalogue from '../../src/words/index.ts';

const { words } = catalogue;

test('every rule can be cited, each in its own words', () => {
  const cited = ruleIds.map(words.citation);
  expect(new Set(cited).size).toBe(ruleIds.length);
  expect(words.citation('Ldr4')).toBe('Figure 2, Leaders · rule 4');
  for (const sentence of cited)
    expect(sentence).toMatch(/^(Figure 2|Paper §\d|Dissertation §[\d.]+), [A-Za-z ]+ · rule \d$/);
});

test('every property has a name and a sentence for the day it breaks', () => {
  for (const property of propertyNames) {
    expect(words.page.propertyNames[property]).toBeDefined();
    const facts = { property, first: 'S1', second: 'S2', server: 'S1', leader: 'S2' };
    expect(catalogue.violation(facts)).toContain('is broken');
  }
});

test('numbers keep their places', () => {
  expect(words.moment(1017)).toBe('1.017 s');
  expect(words.duration(92.6)).toBe('93 ms');
  expect(words.duration(2500)).toBe('2.5 s');
  expect(words.speedText(1 / 50)).toBe('1/50 of real time');
  expect(words.speedText(1)).toBe('real time');
  expect(words.speedText(16)).toBe('16 times real time');
  expect(words.list(['S1', 'S2', 'S3'])).toBe('S1, S2 and S3');
});

test('a server is called by name, role or condition, and term', () => {
  const said = {
    name: 'S1',
    term: 2,
    entries: 1,
    committed: 0,
    votes: [],
    part: 'voter' as const,
    isWriting: false,
  } as const;
  expect(words.serverLabel({ ...said, role: 'leader', condition: 'running' })).toBe(
    'S1, leader, term 2, running, log 1 entry, committed 0',
  );
  expect(words.serverLabel({ ...said, role: 'follower', condition: 'crashed' })).toMatch(
    /^S1, crashed, term 2/,
  );
});

test('no sentence shouts, apologises, or speaks of consensus being reached', () => {
  const texts = textsOf({ ...catalogue });
  expect(texts.length).toBeGreaterThan(200);
  expect(texts.filter((text) => /!|oops|sorry|consensus (was |is )?reached/i.test(text))).toEqual(
    [],
  );
});

/** Every plain string of the catalogue, however deep. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

test('a term is told in one short sentence, and where to read on', () => {
  const { glossary, glossaryPlaces } = catalogue;
  const terms = Object.entries(glossary.meanings);
  expect(terms.length).toBeGreaterThanOrEqual(35);
  const long = terms.filter(([, meaning]) => meaning.split(' ').length > 30);
  expect(long).toEqual([]);
  for (const [, meaning] of terms) expect(meaning).toMatch(/^[A-Z][^.]*\.$/);
  for (const place of Object.values(glossaryPlaces))
    expect(place).toMatch(/^(Thesis )?\d+(\.\d+)*$/);
});
