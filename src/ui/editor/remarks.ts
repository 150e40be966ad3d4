/** What is to be said of a lesson that is being written: what is wrong with it, else what it lacks. */
import { critiqueOf, loadScenario } from '../../scenario/index.ts';
import { fileWords, critique as said } from '../../words/index.ts';
import type { Remark } from './codeMirror.ts';

/** In the order of its lines. */
export function remarksOn(text: string, name: string): readonly Remark[] {
  const loaded = loadScenario(text, name);
  if (loaded.ok)
    return critiqueOf(loaded.value).map((finding) => ({
      line: finding.line,
      severity: finding.id === 'failure' ? 'error' : 'warning',
      text: said.finding(finding),
    }));
  return loaded.error.map((error) => ({
    line: error.line,
    severity: 'error',
    text:
      error.path === '' ? fileWords.problem(error) : `${error.path}: ${fileWords.problem(error)}`,
  }));
}
