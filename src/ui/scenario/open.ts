/** From a lesson or a file to the run in hand. The reader of scenarios is large, and comes later. */
import type { Lesson } from '../../lessons/index.ts';
import {
  loadScenario,
  recordRun,
  type Scenario,
  type ScenarioError,
} from '../../scenario/index.ts';
import { fittingSpeed, type Source } from '../../store/index.ts';
import { fileWords, words } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';

const said = words.scenario;
const mostBytes = 1_000_000;

/** Opens a lesson of the house; gives the sentence to say when that fails. */
export async function openLesson(lab: Lab, { slug, load }: Lesson): Promise<string | null> {
  try {
    return openText(lab, await load(), { kind: 'lesson', name: slug }, `${slug}.yaml`);
  } catch {
    return said.unavailable;
  }
}

/** Opens a file of the reader's own; the run in hand stays when it is no scenario. */
export async function openFile(lab: Lab, file: File): Promise<string | null> {
  if (file.size > mostBytes) return fileWords.tooLarge(file.name);
  try {
    return openText(lab, await file.text(), { kind: 'file', name: file.name }, file.name);
  } catch {
    return fileWords.noText(file.name);
  }
}

function openText(
  { session, view }: Lab,
  text: string,
  source: Source,
  name: string,
): string | null {
  const loaded = loadScenario(text, name);
  if (!loaded.ok) return wrongWith(loaded.error);
  if (virtualMs(loaded.value) > longestMs) return fileWords.tooLong(name);
  const { run } = recordRun(loaded.value);
  const speed = fittingSpeed(run.setup.options);
  session.open({ run, source, speed });
  // Where nothing moves by itself there is no time to play: one steps.
  const isByHand = run.setup.timers === 'manual' && run.setup.delivery === 'manual';
  if (isByHand) session.pause();
  else if (!view.store.getState().isStill) session.play();
  return null;
}

/** Opening runs every step before anything is shown, and the page stands still meanwhile. */
const longestMs = 6 * 3_600_000;

const virtualMs = ({ steps }: Scenario): number =>
  steps.reduce((sum, { action }) => sum + (action.type === 'run' ? action.ms : 0), 0);

/** The first thing that is wrong, with its place, and how many more there are. */
function wrongWith(errors: readonly ScenarioError[]): string {
  const [first, ...others] = errors;
  if (first === undefined) return '';
  const { file, line, path } = first;
  return fileWords.wrong(file, line, path, fileWords.problem(first), others.length);
}
