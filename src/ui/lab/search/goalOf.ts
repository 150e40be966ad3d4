/** A state that somebody describes, as an EXPECT of scenario files; what is wrong with it comes as a sentence. */
import { fail, ok, type Result } from '../../../base/index.ts';
import { type Expect, loadScenario } from '../../../scenario/index.ts';
import { fileWords } from '../../../words/index.ts';

/** @param servers how many there may be in it */
export function goalOf(text: string, servers: number): Result<Expect, string> {
  const file = `quorate: 1\ntitle: goal\nservers: ${servers}\nsteps:\n  - expect: ${text.replaceAll('\n', ' ')}\n`;
  const loaded = loadScenario(file, '');
  if (!loaded.ok) {
    const [first] = loaded.error;
    return fail(first === undefined ? '' : fileWords.problem(first));
  }
  const action = loaded.value.steps[0]?.action;
  return action?.type === 'expect' ? ok(action.expect) : fail('');
}
