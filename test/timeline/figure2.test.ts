/**
 * Figure 2 with the numbers of an event in it: they obey the line they stand in, and each line that holds some is shown
 * with those of its first event, as a person reads them beside the run.
 */
import { expect, test } from 'vitest';
import { type RuleId, ruleIds } from '../../src/raft/index.ts';
import type { Event } from '../../src/sim/index.ts';
import { substituted } from '../../src/timeline/index.ts';
import { figure2 } from '../../src/words/index.ts';
import { alike } from '../support/clusters.ts';
import { type Cluster, running } from '../support/world.ts';
import { runs } from './transcripts/runs.ts';
import { scenarios } from './why/scenarios.ts';

interface Shown {
  readonly title: string;
  readonly event: Event;
  readonly values: Readonly<Record<string, number | null>>;
}

const read = (): Cluster =>
  running(
    { ...alike(3, { currentTerm: 1 }), S1: { role: 'leader', currentTerm: 1 } },
    { options: { latencyMs: [10, 10], reads: 'readIndex' } },
  )
    .run(20)
    .set('A', '1')
    .run(60)
    .get('A')
    .run(60);

const clusters = [
  ...Object.entries(scenarios).map(([title, { act }]) => ({ title, ...act() })),
  ...Object.values(runs).map(({ title, run }) => ({ title, ...run() })),
  { title: 'a read by index', ...read() },
];

/** Every event that obeyed the line and has numbers for it. */
const shownOf = (rule: RuleId): readonly Shown[] =>
  clusters.flatMap(({ title, events }) =>
    events
      .filter(({ rules }) => rules.ids.includes(rule))
      .map((event) => ({
        title,
        event,
        values: Object.fromEntries(
          substituted(event, rule).map(([name, value]) => [name, value] as const),
        ),
      }))
      .filter(({ values }) => Object.keys(values).length > 0),
  );

type Holds = (value: (name: string) => number, shown: Shown) => boolean;

const isGranted = ({ event }: Shown): boolean =>
  event.sent.some(({ message }) => message.type === 'RequestVoteResponse' && message.voteGranted);

/** What each line says of its own numbers. */
const lines: Partial<Record<RuleId, Holds>> = {
  AE3: (value) => value('own term there') !== value('new term'),
  AE4: (value) => value('first') <= value('last'),
  AE5: (value) =>
    value('commitIndex′') === Math.min(value('leaderCommit'), value('last new entry')) &&
    value('commitIndex′') > value('commitIndex'),
  All1: (value) =>
    value('lastApplied′') > value('lastApplied') && value('lastApplied′') <= value('commitIndex'),
  All2: (value) => value('term') > value('currentTerm'),
  Can2: (value) => value('votes') >= value('needed'),
  Ldr3: (value) => value('nextIndex') > value('matchIndex'),
  Ldr4: (value) =>
    value('held by') >= value('needed') &&
    value('log[N].term') === value('currentTerm') &&
    value('N') > value('commitIndex'),
  RV2: (value, shown) =>
    !isGranted(shown) ||
    value('lastLogTerm') > value('own last term') ||
    (value('lastLogTerm') === value('own last term') &&
      value('lastLogIndex') >= value('own last index')),
};

test.each(Object.entries(lines) as [RuleId, Holds][])(
  'the numbers in %s are such as the line says',
  (rule, holds) => {
    const shown = shownOf(rule);
    expect(shown).not.toEqual([]);
    for (const one of shown)
      expect([one.title, one.values, holds((name) => one.values[name] ?? Number.NaN, one)]).toEqual(
        [one.title, one.values, true],
      );
  },
);

test('while two configurations count, each has its votes and its majority', () => {
  const names = ['S1', 'S2', 'S3', 'S4'] as const;
  const starts = Object.fromEntries(names.map((name) => [name, {}]));
  const { events } = running(
    { ...starts, S1: { role: 'leader', currentTerm: 1 } },
    { options: { latencyMs: [10, 10] }, spares: 1 },
  )
    .run(20)
    .reconfigure('S1', 'S2', 'S4')
    .run(11)
    .crash('S1')
    .timeout('S2')
    .runUntil((cluster) => cluster.role('S2') === 'leader');
  const won = events.findLast(({ rules }) => rules.ids.includes('Can2'));
  // S3 and S4 gave their votes: S3 counts among the old, S4 among the new.
  expect(won && substituted(won, 'Can2')).toEqual([
    ['votes', 2, 'number'],
    ['needed', 2, 'number'],
    ['votes of C_old', 2, 'number'],
    ['needed of C_old', 2, 'number'],
  ]);
});

test('each line with the numbers of the first event that obeyed it', async () => {
  const told = ruleIds.map((rule) => {
    const [first] = shownOf(rule);
    if (first === undefined) return `${rule}  –`;
    const numbers = Object.entries(first.values).map(
      ([name, value]) => `${figure2.values[name] ?? name} ${value ?? 'none'}`,
    );
    return `${rule}  ${figure2.lines[rule]}\n     ${numbers.join(' · ')}  {${first.title}}`;
  });
  await expect(`${told.join('\n')}\n`).toMatchFileSnapshot('figure2.txt');
});
