/** What a lesson still lacks, one sentence a finding, and how to have it looked at. */
import { files } from './scenario.ts';

type Failure = Parameters<typeof files.failure>[0];

export interface FindingSaid {
  readonly id: string;
  /** The text of the option concerned. */
  readonly option?: string;
  readonly many?: number;
  readonly par?: number;
  readonly failure?: Failure;
}

type Sentence = (facts: FindingSaid) => string;

const findings: Readonly<Record<string, Sentence>> = {
  noQuestion: () => 'It asks nothing: a learner who only presses Next learns little.',
  noTask: () => 'It has no task with a goal.',
  noSolution: () => 'The task has no solution.',
  metIdle: () => 'The goal is met by doing nothing for 60 s.',
  notSolved: () => 'The solution does not reach the goal.',
  noRight: () => 'No option of this question is right.',
  noReply: ({ option }) => `The option “${option}” has no answer of its own.`,
  disagrees: ({ option }) =>
    `The run shows otherwise than “correct” of the option “${option}” says.`,
  manyStops: ({ many }) => `It stops ${many} times; 8 are the most.`,
  longBeat: ({ many }) => `This has ${many} words; 40 are the most.`,
  longRun: ({ many }) => `It has ${many} words in all; 300 are the most.`,
  otherPar: ({ many, par }) => `The solution takes ${many} acts, and par says ${par}.`,
  failure: ({ failure }) =>
    failure === undefined
      ? 'Something that was expected does not hold.'
      : `This does not hold: ${files.failure(failure)}.`,
};

export const critique = {
  /** One sentence for a finding. */
  finding: (facts: FindingSaid): string => findings[facts.id]?.(facts) ?? facts.id,
  /** In front of it: where. */
  place: (file: string, line: number, path: string): string =>
    path === '' ? `${file}:${line}` : `${file}:${line}: ${path}`,
  ready: (file: string): string => `${file}: ready`,
  usage: `Usage: npm run --silent check-lesson -- FILE...

Says what a lesson still lacks. Exit code 0: nothing; 1: something; 2: a bad file or a bad command line.`,
};
