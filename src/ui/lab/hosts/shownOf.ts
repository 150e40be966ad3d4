/** A finding as it is shown. */
import type { Finding } from '../../../explore/index.ts';
import { writeScenario } from '../../../scenario/index.ts';
import type { Shown } from './protocol.ts';

const step = /^ {2}- (?!expect:)/;

/** A line a step of a scenario's text, as it stands there; what is expected of them is said above them. */
export const stepsOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => step.test(line))
    .map((line) => line.replace(step, ''));

export function shownOf(finding: Finding): Shown {
  const text = writeScenario(finding.file);
  return { finding, text, steps: stepsOf(text) };
}
