/** A finding as it is shown. */
import type { Finding } from '../../../explore/index.ts';
import { writeScenario } from '../../../scenario/index.ts';
import type { Shown } from './protocol.ts';

const step = /^ {2}- (?!expect:)/;

export function shownOf(finding: Finding): Shown {
  const text = writeScenario(finding.file);
  // A line a step; what is expected of them is said above them.
  const steps = text
    .split('\n')
    .filter((line) => step.test(line))
    .map((line) => line.replace(step, ''));
  return { finding, text, steps };
}
