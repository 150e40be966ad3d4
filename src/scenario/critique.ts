/** What a lesson still lacks: questions without answers, too many words, a task that does itself, what does not hold. */
import type { VirtualMs } from '../base/index.ts';
import { type Beat, type Choice, type LessonRun, lessonOf } from './lesson.ts';
import { recordRun } from './record.ts';
import { refereeOf } from './referee.ts';
import type { Failure } from './run.ts';
import { headlessRuns, type Scenario, type Step } from './scenario.ts';

/** What a person takes in at one stop, and in one sitting. */
const limits = { stops: 8, beatWords: 40, runWords: 300 } as const;

/** With nothing done for so long the goal must not be met, virtual ms. */
const idleMs: VirtualMs = 60_000;

export type Finding = {
  /** Of its runs; null: the file's own steps. */
  readonly run: string | null;
  /** From 1. */
  readonly line: number;
  readonly path: string;
} & (
  | { readonly id: 'noQuestion' | 'noTask' | 'noSolution' | 'metIdle' | 'notSolved' | 'noRight' }
  | { readonly id: 'noReply' | 'disagrees'; readonly option: string }
  | { readonly id: 'manyStops' | 'longBeat' | 'longRun'; readonly many: number }
  | { readonly id: 'otherPar'; readonly many: number; readonly par: number }
  | { readonly id: 'failure'; readonly failure: Failure }
);

type Said = Finding extends infer One
  ? One extends Finding
    ? Omit<One, 'run' | 'line' | 'path'>
    : never
  : never;

/** Everything there is to say of a lesson, run by run, in the order of its lines; nothing: it is ready. */
export function critiqueOf(scenario: Scenario): readonly Finding[] {
  const played = headlessRuns(scenario).map(lessonOf);
  const asks = played.some(({ stops }) =>
    stops.some(({ beats }) => beats.some(({ kind }) => kind === 'ask')),
  );
  const at = { run: null, line: scenario.lines.get('steps') ?? 1, path: '' };
  const unasked: readonly Finding[] = asks ? [] : [{ ...at, id: 'noQuestion' }];
  return [...unasked, ...played.flatMap(ofRun), ...ofTask(scenario)];
}

function ofRun(played: LessonRun): readonly Finding[] {
  const { scenario, stops, failures } = played;
  const beats = stops.flatMap((stop) => stop.beats);
  const speaking = stops.filter((stop) => stop.beats.length > 0).length;
  const words = beats.flatMap(textsOf).reduce((sum, text) => sum + wordsIn(text), 0);
  const at = { run: scenario.run, line: scenario.steps[0]?.line ?? 1, path: '' };
  return [
    ...tooMany(at, 'manyStops', speaking, limits.stops),
    ...tooMany(at, 'longRun', words, limits.runWords),
    ...beats.flatMap((beat) => ofBeat(beat, scenario.run)),
    ...failures.map((failure) => ({
      ...placeOf(failure, scenario),
      id: 'failure' as const,
      failure,
    })),
  ].sort((a, b) => a.line - b.line);
}

const placeOf = ({ line, path }: Failure, { run }: Scenario) => ({ run, line, path });

type Place = Pick<Finding, 'run' | 'line' | 'path'>;

const tooMany = (
  at: Place,
  id: 'manyStops' | 'longBeat' | 'longRun',
  many: number,
  most: number,
): readonly Finding[] => (many > most ? [{ ...at, id, many }] : []);

// A log written out by its terms is a picture, not words.
const wordsIn = (text: string): number =>
  text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;

/** All that can be read of a beat. */
const textsOf = (beat: Beat): readonly string[] =>
  beat.kind === 'note'
    ? [beat.text]
    : [beat.text, ...beat.choices.flatMap(({ text, answer }) => [text, answer ?? ''])];

function ofBeat(beat: Beat, run: string | null): readonly Finding[] {
  const at = { run, line: beat.line, path: beat.path };
  const long = textsOf(beat).flatMap((text) =>
    tooMany(at, 'longBeat', wordsIn(text), limits.beatWords),
  );
  if (beat.kind === 'note') return long;
  const { choices } = beat;
  const hasRight = choices.length === 0 || choices.some(({ isRight }) => isRight);
  const ofChoices = choices.flatMap((choice) =>
    ofChoice(choice).map((said) => ({ ...at, ...said })),
  );
  return [...long, ...(hasRight ? [] : [{ ...at, id: 'noRight' as const }]), ...ofChoices];
}

const ofChoice = ({ text, answer, agrees }: Choice): readonly Said[] => [
  ...(answer === null ? [{ id: 'noReply' as const, option: text }] : []),
  ...(agrees ? [] : [{ id: 'disagrees' as const, option: text }]),
];

/** What is the task's: somebody who does nothing has not done it, and the solution has. */
function ofTask(scenario: Scenario): readonly Finding[] {
  const { lesson, lines, solution } = scenario;
  const at = { run: null, line: lines.get('lesson') ?? 1, path: 'lesson' };
  const referee = refereeOf(scenario);
  if (referee === null || lesson?.task === undefined) return [{ ...at, id: 'noTask' }];
  const reached = ({ run, end }: ReturnType<typeof recordRun>) => referee(run, end);
  const idle = reached(recordRun({ ...scenario, steps: [waiting] }));
  const found: Finding[] = idle.metAt === null ? [] : [{ ...at, id: 'metIdle' }];
  if (solution === null) return [...found, { ...at, id: 'noSolution' }];
  const { metAt, acts } = reached(recordRun(solution));
  if (metAt === null) return [...found, { ...at, id: 'notSolved' }];
  const { par } = lesson;
  const isOther = par !== undefined && par !== acts;
  return isOther ? [...found, { ...at, id: 'otherPar', many: acts, par }] : found;
}

const waiting: Step = { path: '', line: 1, action: { type: 'run', ms: idleMs } };
