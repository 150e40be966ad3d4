/** Every language says all that English says: of the same facts, in its own words, with nothing left over. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { propertyNames } from '../../src/check/index.ts';
import { ruleIds } from '../../src/raft/index.ts';
import type { Catalogue } from '../../src/words/catalogue.ts';
import * as en from '../../src/words/en/index.ts';
import { languages, pathTo } from '../../src/words/languages.ts';
import * as zh from '../../src/words/zh/index.ts';
import { type Special, type Spoken, spoken, variants } from '../support/spoken.ts';

const catalogues: Readonly<Record<Exclude<keyof typeof languages, 'en'>, Catalogue>> = { zh };

/** The ids of a table that a file of the English catalogue keeps to itself. */
function idsOf(file: string, table: string): readonly string[] {
  const text = readFileSync(new URL(`../../src/words/en/${file}.ts`, import.meta.url), 'utf8');
  const [, body = ''] =
    new RegExp(`\\nconst ${table}[^=]*= \\{\\n([\\s\\S]*?)\\n\\}`).exec(text) ?? [];
  return [...body.matchAll(/^ {2}(\w+):/gm)].map(([, id = '']) => id);
}

const of = (field: string, ids: readonly string[]) =>
  ids.flatMap((id) => variants.map((facts) => [{ ...facts, [field]: id }]));

const client = { name: 'c82', server: 'S75' };
const events = [
  ...of('kind', idsOf('later/spacetime', 'lines')),
  ...of('type', idsOf('later/spacetime', 'messages')).map(([facts]) => [
    { ...facts, kind: 'receive' },
  ]),
  ...['isElected', 'hasGranted', 'hasCommitted', 'hasAppended'].map((fact) => [
    { ...variants[0], kind: 'receive', type: 'RequestVoteRequest', [fact]: true },
  ]),
  ...['answered', 'queued', 'sent', 'unreachable', 'asked'].map((what) => [
    { ...variants[0], kind: 'client', client: { ...client, what } },
  ]),
].map(([facts]) => [{ client: null, ...facts }]);

/** Votes of one body of voters and of two; in each, enough and too few. */
const votes = [null, { have: 12, of: 15, needed: 13 }, { have: 17, of: 19, needed: 11 }].flatMap(
  (old) =>
    [16, 14].map((have) => [
      { server: 'S75', from: 'S73', term: 21, have, of: 27, needed: 16, old },
    ]),
);

const refusals = ['votedOther', 'laterTerm', 'newerLog', 'hearsLeader'].map((why) => ({
  voter: 'S72',
  why,
  other: why === 'votedOther' ? 'S73' : '',
}));

/** The sentences that choose by an id or ask for something a name does not tell. */
const special: Special = {
  'critique.finding': of('id', idsOf('later/critique', 'findings')),
  'course.misconception': [['M3', 'U4']],
  'branches.deed': idsOf('later/branches', 'deeds').flatMap((id) => [
    [id, 'S75', '1.500 s'],
    [id, '', '1.500 s'],
  ]),
  ...Object.fromEntries(
    Object.entries(en.exploreWords).flatMap(([id, sentence]) => {
      if (typeof sentence !== 'function' || sentence.length === 0) return [];
      // Figures as text, one after another.
      const figures = Array.from({ length: sentence.length }, (_, place) => String(place + 11));
      return /^(progress|sum|found|merged|exhaust(ing|ed)|shortest|incomplete|resumed|measur(ing|ed))$/.test(
        id,
      )
        ? [[`exploreWords.${id}`, [figures]]]
        : [];
    }),
  ),
  'exploreWords.outOfReach': [['R1, R2']],
  'fileWords.problem': of('problem', idsOf('later/scenario', 'problems')),
  'fileWords.failure': of('reason', [...idsOf('later/scenario', 'reasons'), 'expectation']),
  'spacetime.event': events,
  'spacetime.delayed': [
    [2.5, 1500],
    [104, 1500],
  ],
  'spacetime.shown': [[1200, 3400]],
  'stage.side': [true, false].map((isQuorate) => [[{ half: 'all', have: 2, of: 5 }], isQuorate]),
  'stage.votes': [
    [{ castFor: null, term: 2, granted: [], refused: [] }],
    [{ castFor: 'S71', term: 2, granted: ['S71', 'S74'], refused: refusals }],
  ],
  'stage.quorums.shared': [[[]], [['S71']], [['S71', 'S72']], [Array(9).fill('S71')]],
  ...Object.fromEntries(
    Object.keys(en.tellings)
      .filter((id) => /^(stands(Again|OnPreVotes)?|asksFirst|counts\w+|wins)$/.test(id))
      .map((id) => [`tellings.${id}`, votes]),
  ),
  'tellings.refusesCrew': of('reason', idsOf('later/tellings', 'againstChange')),
  'tellings.options': [[{ off: '' }], [{ off: 'R1' }], [{ off: 'R1, R2' }]],
  violation: of('property', propertyNames),
  'whySaid.happened': of('kind', idsOf('later/why', 'happenings')),
  'whySaid.lost': of('reason', idsOf('later/why', 'losses')),
  'whySaid.needsBoth': [[{ old: ['S71', 'S72'], next: ['S73', 'S74', 'S75'] }]],
  whyCited: [...ruleIds, null].map((rule) => [rule, 'Thesis 6.4']),
  'words.citation': ruleIds.map((rule) => [rule]),
  'words.count': [[2, 'U3', 'U3']],
  'words.links.label': [['S71', 'S72', 'X3']],
  'words.logs.crew.withLearners': [['S71', 'S72']],
  'words.scenario.numbered': [[3, 'T4']],
  'words.section': [['5.4.2'], ['Thesis 6.4']],
};

const english = spoken({ ...en }, { ...en }, special);

test('a table that chooses by id is found', () => {
  for (const calls of Object.values(special)) expect(calls.length).toBeGreaterThan(0);
  expect(special['fileWords.problem']?.length).toBeGreaterThan(100);
  expect(english.length).toBeGreaterThan(900);
});

/** What is the same in every language: names of the protocol, of keys, of files, and signs. */
const names =
  /^(currentTerm|votedFor|commitIndex|lastApplied|leaderId|nextIndex|matchIndex|Quorate|(RequestVote|AppendEntries|PreVote|InstallSnapshot|TimeoutNow)(Request|Response)?|SET|GET|DELETE|CAS|INCR|Shift|Home|End|Esc|Enter|Delete|quorate-[a-z]+\.(txt|csv|json|yaml)|(Ctrl )?(Shift )?[A-Z])$/;

/** Sentences that only put names and signs beside each other. */
const notation = new Set([
  'course.partLabel',
  'critique.place',
  'transcript.line',
  'words.commandLong',
  'words.speedShort',
  'words.store.pair',
]);

/** A sentence speaks where it is more than facts and signs. */
const speaks = (text: string): boolean =>
  /[A-Za-z]{3,}/.test(text.replace(/\b[A-Z]\d+\b/g, '')) && !names.test(text);

/** Facts in a text: names made up for the test, figures, and names of the protocol. */
const factsIn = (text: string): readonly string[] =>
  text.match(/\b(?:[A-Za-z]{1,2}\d+|\d+(?:\.\d+)?|[a-z]+(?:Term|For|Index|Applied|Id))\b/g) ?? [];

const missing = ({ path, texts }: Spoken, other: Spoken | undefined): readonly string[] =>
  texts.flatMap((text, call) => {
    const said = other?.texts[call] ?? '';
    const lacks = factsIn(text).filter((fact) => !said.includes(fact));
    return lacks.length > 0 ? [`${path}: ${lacks.join(', ')} of “${text}” in “${said}”`] : [];
  });

for (const [language, catalogue] of Object.entries(catalogues)) {
  const said = spoken({ ...en }, { ...catalogue }, special);
  const byPath = new Map(said.map((one) => [one.path, one]));

  test(`${language} has the sentences of English, and no others`, () => {
    expect(said.map(({ path }) => path).sort()).toEqual(english.map(({ path }) => path).sort());
  });

  test(`${language} has a text for all facts, and all facts in it`, () => {
    const texts = said.flatMap(({ path, texts: all }) => all.map((text) => `${path}: ${text}`));
    expect(texts.filter((text) => /undefined|NaN|\[object/.test(text))).toEqual([]);
    const silent = ({ texts: all }: Spoken): number => all.filter((text) => text === '').length;
    for (const one of english) expect(silent(byPath.get(one.path) ?? one)).toBe(silent(one));
    expect(english.flatMap((one) => missing(one, byPath.get(one.path)))).toEqual([]);
  });

  test(`${language} says nothing in English`, () => {
    const worded = english.filter(
      ({ path }) => !notation.has(path) && !path.startsWith('glossaryPlaces.'),
    );
    const same = worded.flatMap(({ path, texts }) =>
      texts
        .filter((text, call) => speaks(text) && byPath.get(path)?.texts[call] === text)
        .map((text) => `${path}: ${text}`),
    );
    expect(same).toEqual([]);
    // Between brackets stands the original of a term; between backticks what is to be typed.
    const left = said.flatMap(({ path, texts }) =>
      texts
        .map((text) => text.replace(/（[^）]*）|`[^`]*`|npm run .*/g, ''))
        .filter((text) => /\b[A-Za-z]?[a-z]+ [a-z]+\b/.test(text))
        .map((text) => `${path}: ${text}`),
    );
    expect(left).toEqual([]);
  });
}

test('each page finds the others, and is called by its own name', () => {
  expect(pathTo('zh', 'en')).toBe('./zh/index.html');
  expect(pathTo('en', 'zh')).toBe('../index.html');
  const all = Object.values(languages);
  expect(new Set(all.map(({ ownName }) => ownName)).size).toBe(all.length);
  for (const { language } of all) expect(new Intl.Locale(language).baseName).toBe(language);
});
