/** A scenario as a lesson: where it stops, what it asks there, and who grades the answers. */
import { describe, expect, test } from 'vitest';
import {
  haltAfter,
  type LessonRun,
  lessonOf,
  placeAt,
  recordRun,
  refereeOf,
} from '../../src/scenario/index.ts';
import { runOf } from '../../src/timeline/index.ts';
import { lessonPaths, load, textOf } from './files.ts';

const three = `
quorate: 1
servers: 3
timers: manual
delivery: manual
lesson:
  task: Make S2 lead.
  goal: { leader: S2 }
  solution: [{ timeout: S2 }, { settle: true }]
  par: 1
`;

/** @param steps as YAML flow */
const lesson = (steps: string): LessonRun => lessonOf(load(`${three}steps: [${steps}]`));

const elect = '{ timeout: S1 }, { settle: true }';
const textsOf = ({ stops }: LessonRun): readonly (readonly string[])[] =>
  stops.map(({ beats }) => beats.map(({ text }) => text));

describe('where a lesson stops', () => {
  test('words with nothing between them stand together, and the end is a stop', () => {
    const found = lesson(
      `{ note: a }, { expect: { leader: null } }, { note: b }, ${elect}, { note: c }, ${elect}`,
    );
    expect(textsOf(found)).toEqual([['a', 'b'], ['c'], []]);
    expect(found.failures).toEqual([]);
  });

  test('a stop stands alone, though nothing has happened', () => {
    expect(textsOf(lesson('{ note: a }, { stop: b }, { note: c }'))).toEqual([['a'], ['b', 'c']]);
  });

  test('what goes back to a mark is a branch from there, and what was before it is shared', () => {
    const { tree, stops } = lesson(
      `{ mark: m }, { note: a }, ${elect}, { note: b }, { back: m }, { timeout: S3 }, { note: c }`,
    );
    expect(
      tree.branches.map(({ id, name, parent, isFixed }) => ({ id, name, parent, isFixed })),
    ).toEqual([
      { id: 1, name: null, parent: null, isFixed: true },
      { id: 2, name: 'm', parent: 1, isFixed: true },
    ]);
    expect(stops.map(({ branch }) => branch)).toEqual([1, 1, 2]);
    const [first, second] = tree.branches.map(({ run }) =>
      run.commands.map(({ command }) => command.type),
    );
    expect(first?.[0]).toBe('timeout');
    expect(second).toEqual(['timeout']);
  });

  test('the place of a moment is the last stop behind it, and time halts at the next', () => {
    const found = lesson(`{ note: a }, ${elect}, { note: b }, { stop: c }`);
    const [first, second] = found.stops.map(({ at }) => at);
    expect([first, second].map((at) => at && placeAt(found, 1, at, 2))).toEqual([0, 2]);
    expect(second && placeAt(found, 1, second, 0)).toBe(1);
    expect(first && placeAt(found, 7, first, 0)).toBe(null);
    expect(first && haltAfter(found, 1, first)).toEqual(second);
    expect(second && haltAfter(found, 1, second)).toBe(null);
  });
});

describe('who grades', () => {
  const asked = (options: string, after: string) => {
    const { stops } = lesson(
      `{ ask: { question: Who?, pick: server, options: [${options}] } }, ${after}`,
    );
    const [beat] = stops[0]?.beats ?? [];
    return beat?.kind === 'ask' ? beat.choices : [];
  };

  test('the run, where an option says what would hold', () => {
    const options =
      '{ text: S1, server: S1, holds: { leader: S1 } }, { text: S2, server: S2, holds: { leader: S2 }, correct: true }';
    expect(asked(options, elect).map(({ isRight, agrees }) => ({ isRight, agrees }))).toEqual([
      { isRight: true, agrees: true },
      { isRight: false, agrees: false },
    ]);
  });

  test('by the moment of the next words, not by the end', () => {
    const options = '{ text: a, holds: { leader: S1 } }, { text: b, holds: { leader: null } }';
    const shown = asked(options, '{ timeout: S1 }, { note: now }, { settle: true }');
    expect(shown.map(({ isRight }) => isRight)).toEqual([false, true]);
  });

  test('what is clicked for an option is the server, the entry, or messages in flight', () => {
    const { stops } = lesson(
      '{ timeout: S1 }, { ask: { question: Which?, pick: message, options: [{ text: to S2, message: { to: S2 } }, { text: an entry, entry: { S3: 2 } }] } }',
    );
    const [beat] = stops[0]?.beats ?? [];
    const things = beat?.kind === 'ask' ? beat.choices.map(({ thing }) => thing) : [];
    expect(things).toEqual([
      { kind: 'message', messages: [expect.any(Number)] },
      { kind: 'entry', server: 2, index: 2 },
    ]);
  });
});

describe('the referee', () => {
  const scenario = load(`${three}steps: []`);
  const referee = refereeOf(scenario);

  test('sees nothing in a run in which nothing is done, and the moment in one that reaches the goal', () => {
    const idle = runOf(scenario.setup);
    expect(referee?.(idle, { seq: 4, time: 0 })).toEqual({ metAt: null, acts: 0 });
    const { run, end } = recordRun(scenario.solution ?? scenario);
    const met = referee?.(run, end);
    expect(met).toEqual({ metAt: { seq: expect.any(Number), time: 0 }, acts: 1 });
    expect(met?.metAt?.seq).toBeLessThan(end.seq);
    // Looked at again before it, it is not met yet.
    expect(referee?.(run, { seq: 5, time: 0 })).toEqual({ metAt: null, acts: 1 });
  });

  test('a lesson without a goal has none', () => {
    expect(refereeOf(load('quorate: 1\nservers: 1'))).toBe(null);
  });
});

test.each(lessonPaths)('%s: its goal is met by the solution and not by waiting', (path) => {
  const scenario = load(textOf(path), path);
  const referee = refereeOf(scenario);
  const { run, end } = recordRun(scenario.solution ?? scenario);
  expect(referee?.(run, end).metAt).not.toBe(null);
  const idle = recordRun({
    ...scenario,
    steps: [{ path: '', line: 1, action: { type: 'run', ms: 60_000 } }],
  });
  expect(referee?.(idle.run, idle.end).metAt).toBe(null);
});
