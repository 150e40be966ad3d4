/**
 * Why, and why not: for everything an answer can be about a scenario, whose answer is held word by word with the line
 * it cites and the events it points at, and whose counterfactual, tried as a branch, changes the outcome.
 */
import { expect, test } from 'vitest';
import {
  type Answer,
  encodeRun,
  eventAt,
  fingerprint,
  momentOf,
  type Said,
  type Timeline,
  treeOf,
  tryOtherwise,
  undo,
} from '../../src/timeline/index.ts';
import { answer, isWhyNot } from '../../src/timeline/why/index.ts';
import { whySaid } from '../../src/words/en/later/why.ts';
import { timelineOf } from '../support/timelineOf.ts';
import { scenarios } from './why/scenarios.ts';

/** So much is read before "more": what is so, three causes, and the counterfactual. */
const mostWords = 60;
const shownCauses = 3;

interface Told {
  readonly title: string;
  readonly timeline: Timeline;
  readonly given: Answer;
  readonly changed: ((timeline: Timeline) => boolean) | null;
}

const told: readonly Told[] = Object.entries(scenarios).map(([title, { act, ask, changed }]) => {
  const cluster = act();
  const timeline = timelineOf(cluster);
  const given = answer(timeline, ask(cluster));
  if (given === null) throw new Error(`no answer: ${title}`);
  return { title, timeline, given, changed };
});

const textOf = ({ id, params }: Said): string =>
  (whySaid[id] as (params: Said['params']) => string)(params);

const saidIn = ({ what, causes, otherwise, none }: Answer): readonly Said[] => [
  what,
  ...causes.map(({ said }) => said),
  ...(otherwise === null ? [] : [otherwise.said, otherwise.effect]),
  ...(none === null ? [] : [none]),
];

/** An answer as a person reads it, with the event of each cause, and what is done to try it otherwise. */
function read({ title, timeline, given }: Told): string {
  const { what, rule, section, causes, otherwise, none } = given;
  const cite = rule === null ? `[${section}]` : `[${rule}, ${section}]`;
  const lines = causes.map(({ said, seq }) => {
    const event = seq === null ? '' : ` {${eventText(timeline, seq)}}`;
    return `  - ${textOf(said)}${event}`;
  });
  const ends = none === null ? otherwiseLines(otherwise) : [`  ${textOf(none)}`];
  return [title, `  ${textOf(what)} ${cite}`, ...lines, ...ends].join('\n');
}

function otherwiseLines(otherwise: Answer['otherwise']): readonly string[] {
  if (otherwise === null) return [];
  const { said, effect, at, acts, until } = otherwise;
  const done = acts.map(({ command }) => command.type).join(', ');
  const when = `${at.time.toFixed(0)} to ${until.toFixed(0)} ms`;
  return [`  ${textOf(said)}, ${textOf(effect)} {${done}; ${when}}`];
}

function eventText(timeline: Timeline, seq: number): string {
  const event = eventAt(timeline, seq);
  if (event === null) return 'no such event';
  const { server, kind, envelope, time } = event;
  const name = server === null ? [] : [timeline.run.setup.names[server]];
  const message = envelope === null ? [] : [envelope.message.type];
  return [`${time.toFixed(0)} ms`, ...name, kind, ...message].join(' ');
}

test('each answer names the line, the numbers and the events', async () => {
  await expect(`${told.map(read).join('\n\n')}\n`).toMatchFileSnapshot('why/answers.txt');
});

test('no cause comes after the moment of the question', () => {
  for (const { title, timeline, given } of told) {
    const late = given.causes.filter(({ seq }) => seq !== null && seq > timeline.world.seq);
    expect(late, title).toEqual([]);
  }
});

test(`what is read first has ${mostWords} words at most`, () => {
  for (const { title, given } of told) {
    const first = { ...given, causes: given.causes.slice(0, shownCauses) };
    const words = saidIn(first).map(textOf).join(' ').split(' ');
    expect(words.length, title).toBeLessThanOrEqual(mostWords);
  }
});

test('every sentence is said in some scenario', () => {
  const said = new Set(told.flatMap(({ given }) => saidIn(given).map(({ id }) => id)));
  expect(Object.keys(whySaid).filter((id) => !said.has(id as Said['id']))).toEqual([]);
});

test('asking leaves the run and the cursor where they were', () => {
  for (const { title, act, ask } of Object.entries(scenarios).map(([title, one]) => ({
    title,
    ...one,
  }))) {
    const cluster = act();
    const timeline = timelineOf(cluster);
    const before = [fingerprint(timeline.world), encodeRun(timeline.run), momentOf(timeline)];
    answer(timeline, ask(cluster));
    const after = [fingerprint(timeline.world), encodeRun(timeline.run), momentOf(timeline)];
    expect(after, title).toEqual(before);
  }
});

test.each(told.filter(({ changed }) => changed !== null))(
  'otherwise, $title: tried, it changes the outcome on a branch, and one undo takes it back',
  ({ timeline, given, changed }) => {
    const before = fingerprint(timeline.world);
    expect(changed?.(timeline)).toBe(false);
    expect(given.otherwise).not.toBeNull();
    if (given.otherwise === null) return;
    tryOtherwise(timeline, given.otherwise, 'otherwise');
    expect(changed?.(timeline)).toBe(true);
    expect(treeOf(timeline).branches.map(({ name }) => name)).toEqual([null, 'otherwise']);
    undo(timeline);
    expect(treeOf(timeline).branches).toHaveLength(1);
    expect(fingerprint(timeline.world)).toBe(before);
  },
);

test('an answer without a counterfactual says in words that nothing changes it', () => {
  const without = told.filter(({ given }) => given.otherwise === null);
  expect(without.map(({ title }) => title)).toEqual(
    told.filter(({ changed }) => changed === null).map(({ title }) => title),
  );
  for (const { title, given } of told)
    expect(given.none === null, title).toBe(given.otherwise !== null);
});

test('every kind of question has a scenario whose counterfactual was tried', () => {
  const tried = new Set(
    told.filter(({ changed }) => changed !== null).map(({ given }) => given.question.kind),
  );
  expect([...tried].sort()).toEqual(Object.keys(isWhyNot).sort());
});
